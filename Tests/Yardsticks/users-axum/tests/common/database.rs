//! A database for one test.

/// An SQLite database in memory, gone with its only connection.
pub struct TestDatabase;

impl TestDatabase {
    pub async fn create() -> Self {
        Self
    }

    pub fn url(&self) -> String {
        "sqlite::memory:".to_owned()
    }
}
