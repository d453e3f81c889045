//! What every handler may use.

use std::{error::Error, sync::Arc};

use crate::{
    config::Config,
    generated::db::{self, Pool},
    resilience::Readiness,
};

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

    /// Waits until every connection is back in the pool and closes them.
    pub async fn close(self) {
        self.db.close().await;
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
