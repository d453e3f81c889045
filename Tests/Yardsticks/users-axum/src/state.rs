//! What every handler may use.

use std::{error::Error, sync::Arc, time::Duration};

use tokio::time::timeout;

use crate::{
    config::Config,
    generated::db::{self, Pool},
    resilience::Readiness,
};

/// How long stopping waits for connections that are still in use.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(1);

/// Shared by all requests; a clone is a second handle on the same things.
#[derive(Debug, Clone)]
pub struct AppState {
    pub db: Pool,
    pub readiness: Arc<Readiness>,
}

impl AppState {
    /// Connects to the database and brings its schema up to date.
    ///
    /// # Errors
    /// Fails where the database does not answer or a migration does not apply.
    pub async fn open(config: &Config) -> Result<Self, Box<dyn Error + Send + Sync>> {
        let db = db::connect(&config.database).await?;
        db::MIGRATOR.run(&db).await?;
        Ok(Self {
            db,
            readiness: Arc::new(Readiness::default()),
        })
    }

    /// Closes the connections to the database. A request that was cut off may still hold one: it is
    /// not waited for any longer than a second.
    pub async fn close(self) {
        if timeout(CLOSE_TIMEOUT, self.db.close()).await.is_err() {
            tracing::warn!("connections to the database were cut off");
        }
    }

    /// Whether what the server depends on answers.
    pub async fn check(&self) -> bool {
        let ping = sqlx::query("SELECT 1").execute(&self.db).await;
        if let Err(error) = &ping {
            tracing::warn!(%error, "the database does not answer");
        }
        ping.is_ok()
    }
}
