//! The application: its state, its router with all layers, and its life from start to stop.

use std::error::Error;

use axum::Router;
use tokio::net::TcpListener;

use crate::{config::Config, middleware, resilience, routes, state::AppState, telemetry};

/// Serves until the process is told to stop and the requests in flight have ended.
///
/// # Errors
/// Fails where the database cannot be opened or migrated, or the address cannot be bound.
pub async fn run(config: Config) -> Result<(), Box<dyn Error + Send + Sync>> {
    telemetry::init(&config.log_filter)?;
    tracing::info!(?config, "starting");
    let state = AppState::open(&config).await?;
    let listener = TcpListener::bind((config.host, config.port)).await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    let router = router(state.clone(), &config);
    resilience::serve(listener, router, &state.readiness, config.shutdown).await?;
    state.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// All routes behind all layers, ready to be served or called by a test.
pub fn router(state: AppState, config: &Config) -> Router {
    middleware::apply(routes::routes(), config).with_state(state)
}
