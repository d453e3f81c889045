//! What the server sends.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::models::UserRole;

/// A user as others see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// The user's number, never used twice.
    pub id: i64,
    pub email: String,
    pub name: String,
    pub role: UserRole,
    pub bio: Option<String>,
    /// When the user was created, in UTC.
    pub created_at: DateTime<Utc>,
    /// When the user last changed, in UTC.
    pub updated_at: DateTime<Utc>,
}

/// One page of users.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserList {
    pub users: Vec<User>,
    /// How many users there are on all pages.
    pub total: i64,
    /// The page, counted from 1.
    pub page: i32,
    /// How many users a page holds.
    pub per_page: i32,
}
