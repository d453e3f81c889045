//! The database: rows, the queries that the operations need, and the constraints that can refuse.

mod constraints;
pub mod models;
pub mod queries;

pub use constraints::Constraint;

use std::str::FromStr;

use sqlx::{
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::config::DatabaseConfig;

/// The database that the queries are written for.
pub type Db = sqlx::Sqlite;

/// Connections to it, shared by all requests.
pub type Pool = sqlx::Pool<Db>;

/// Where the database is if `DATABASE_URL` does not say.
pub const DEFAULT_URL: &str = "sqlite://app.db";

/// The migrations, embedded, in their order.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Opens the database, and makes it where there is none.
///
/// # Errors
/// Fails where the URL is not one or the file cannot be opened.
pub async fn connect(config: &DatabaseConfig) -> Result<Pool, sqlx::Error> {
    let options = SqliteConnectOptions::from_str(config.url.expose())?
        .create_if_missing(true)
        .foreign_keys(true)
        .busy_timeout(config.statement_timeout)
        .journal_mode(SqliteJournalMode::Wal)
        // Safe with a write-ahead log: a power cut can lose the last transactions, not the file.
        .synchronous(SqliteSynchronous::Normal);
    SqlitePoolOptions::new()
        .max_connections(config.max_connections)
        .min_connections(config.min_connections)
        .acquire_timeout(config.acquire_timeout)
        // A file does not hang up, and the question would take as long as a query.
        .test_before_acquire(false)
        .connect_with(options)
        .await
}

/// Whether there is no connection to be had.
pub fn is_cut_off(error: &sqlx::Error) -> bool {
    matches!(
        error,
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_)
    )
}
