//! Readiness, and stopping without cutting off a request.

use std::{
    future::IntoFuture,
    io,
    pin::pin,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use axum::Router;
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::{Mutex, oneshot},
    time::{sleep, timeout},
};

use crate::{config::ShutdownConfig, state::AppState};

/// A probe waits no longer than this for what the server depends on.
const CHECK_TIMEOUT: Duration = Duration::from_secs(1);
/// An answer is good for this long, so that probes cannot become a load of their own.
const CHECK_LIFETIME: Duration = Duration::from_secs(1);

/// Whether requests should be sent here.
#[derive(Debug, Default)]
pub struct Readiness {
    draining: AtomicBool,
    last: Mutex<Option<(Instant, bool)>>,
}

impl Readiness {
    /// Turns readiness off for good: the server is about to stop.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    /// Whether the server is not about to stop and what it depends on answers.
    pub async fn is_ready(&self, state: &AppState) -> bool {
        if self.draining.load(Ordering::Relaxed) {
            return false;
        }
        // Held while checking on purpose: probes that come at once share one check.
        let mut last = self.last.lock().await;
        if let Some((at, ready)) = *last
            && at.elapsed() < CHECK_LIFETIME
        {
            return ready;
        }
        let ready = timeout(CHECK_TIMEOUT, state.check()).await.unwrap_or(false);
        *last = Some((Instant::now(), ready));
        ready
    }
}

/// Serves until a signal, then turns readiness off, waits for the drain delay, accepts nothing
/// more, and gives the requests in flight a bounded time. A second signal ends that at once.
///
/// # Errors
/// Fails where the signal handlers cannot be installed.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    readiness: &Readiness,
    config: ShutdownConfig,
) -> io::Result<()> {
    let mut signals = Signals::install()?;
    let (stop, stopped) = oneshot::channel::<()>();
    let server = axum::serve(listener, router).with_graceful_shutdown(async {
        // Resolves also where `stop` is dropped, and then means the same.
        let _ = stopped.await;
    });
    let mut server = pin!(server.into_future());

    tokio::select! {
        result = &mut server => return result,
        () = signals.next() => readiness.drain(),
    }
    tracing::info!("readiness is off");
    tokio::select! {
        result = &mut server => return result,
        () = sleep(config.drain_delay) => {}
        () = signals.next() => return Ok(()),
    }
    drop(stop);
    tracing::info!("no more connections are accepted");
    tokio::select! {
        result = &mut server => result,
        () = sleep(config.timeout) => {
            tracing::warn!("requests were cut off at the end of the shutdown timeout");
            Ok(())
        }
        () = signals.next() => Ok(()),
    }
}

/// The signals that ask a process to stop.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn install() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
