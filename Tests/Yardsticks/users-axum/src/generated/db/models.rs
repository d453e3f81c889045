//! Rows as the queries return them: the columns that the operations need, and no others.

use chrono::{DateTime, Utc};
use sqlx::FromRow;

/// A row of `users`.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct UsersRow {
    pub id: i64,
    pub email: String,
    pub name: String,
    pub role: String,
    pub bio: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
