//! A database for one test.

use std::env;

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use uuid::Uuid;

/// A schema of its own in the database that `TEST_DATABASE_URL` names, dropped at the end.
pub struct TestDatabase {
    server: String,
    schema: String,
}

impl TestDatabase {
    pub async fn create() -> Self {
        let server = env::var("TEST_DATABASE_URL")
            .expect("TEST_DATABASE_URL names a PostgreSQL database for tests");
        let schema = format!("test_{}", Uuid::new_v4().simple());
        execute(&server, format!("CREATE SCHEMA {schema}")).await;
        Self { server, schema }
    }

    pub fn url(&self) -> String {
        let separator = if self.server.contains('?') { '&' } else { '?' };
        let (server, schema) = (&self.server, &self.schema);
        format!("{server}{separator}options[search_path]={schema}&application_name={schema}")
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let schema = &self.schema;
        // A transaction that was not ended yet holds locks, and its connection belongs to a runtime
        // that stands still while this waits.
        let end = format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE application_name = '{schema}'"
        );
        let clean = async {
            execute(&self.server, end).await;
            execute(&self.server, format!("DROP SCHEMA {schema} CASCADE")).await;
        };
        // A test may be unwinding here, and its runtime cannot wait: another thread can.
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build();
                runtime.expect("a runtime").block_on(clean);
            });
        });
    }
}

async fn execute(server: &str, sql: String) {
    let mut connection = PgConnection::connect(server)
        .await
        .expect("the server of TEST_DATABASE_URL answers");
    sqlx::query(AssertSqlSafe(sql))
        .execute(&mut connection)
        .await
        .expect("the schema is created and dropped");
}
