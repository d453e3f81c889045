//! The database: rows, the queries that the operations need, and the constraints that can refuse.

mod constraints;
pub mod models;
pub mod queries;

pub use constraints::Constraint;

use std::{str::FromStr, time::Duration};

use sqlx::{
    Connection as _,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::config::DatabaseConfig;

/// The database that the queries are written for.
pub type Db = sqlx::Postgres;

/// Connections to it, shared by all requests.
pub type Pool = sqlx::Pool<Db>;

/// Where the database is if `DATABASE_URL` does not say.
pub const DEFAULT_URL: &str = "postgres://postgres@127.0.0.1:5432/postgres";

/// A connection that was used this short a time ago is lent without a question.
const TRUSTED: Duration = Duration::from_millis(100);

/// Classes of errors that tell of the connection and not of the statement: connection exception,
/// invalid authorization, no such database, and operator intervention but for the end of a
/// statement's time.
const CUT_OFF: [&str; 4] = ["08", "28", "3D", "57P"];

/// The migrations, embedded, in their order.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Connects to the database.
///
/// # Errors
/// Fails where the URL is not one or the server does not let us in.
pub async fn connect(config: &DatabaseConfig) -> Result<Pool, sqlx::Error> {
    let timeout = config.statement_timeout.as_millis().to_string();
    // The server itself ends a statement that nobody waits for any more.
    let options = PgConnectOptions::from_str(config.url.expose())?
        .options([("statement_timeout", timeout.as_str())]);
    PgPoolOptions::new()
        .max_connections(config.max_connections)
        .min_connections(config.min_connections)
        .acquire_timeout(config.acquire_timeout)
        // The question whether the server is still there takes as long as a query.
        .test_before_acquire(false)
        .before_acquire(|connection, metadata| {
            Box::pin(async move {
                if metadata.idle_for > TRUSTED {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_with(options)
        .await
}

/// Whether there is no connection: none was to be had, or it broke, or the server ended it.
pub fn is_cut_off(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_) => true,
        sqlx::Error::Database(error) => error
            .code()
            .is_some_and(|code| CUT_OFF.iter().any(|class| code.starts_with(class))),
        _ => false,
    }
}
