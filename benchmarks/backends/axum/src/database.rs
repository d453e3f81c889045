//! The pool: ten connections, each statement a transaction of its own.

use std::str::FromStr;

#[cfg(feature = "postgres")]
pub type Db = sqlx::Postgres;
#[cfg(feature = "sqlite")]
pub type Db = sqlx::Sqlite;

pub type Pool = sqlx::Pool<Db>;

#[cfg(feature = "postgres")]
pub async fn connect(url: &str) -> Result<Pool, sqlx::Error> {
    use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

    PgPoolOptions::new()
        .max_connections(10)
        .connect_with(PgConnectOptions::from_str(url)?)
        .await
}

#[cfg(feature = "sqlite")]
pub async fn connect(url: &str) -> Result<Pool, sqlx::Error> {
    use sqlx::sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
    };

    let options = SqliteConnectOptions::from_str(url)?
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal);
    SqlitePoolOptions::new()
        .max_connections(10)
        .connect_with(options)
        .await
}
