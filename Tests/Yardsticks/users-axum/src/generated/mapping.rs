//! From rows of the database to models of the contract.

use super::{
    api::{User, decode::Keyword},
    db::models::UsersRow,
};

impl TryFrom<UsersRow> for User {
    type Error = sqlx::Error;

    /// Fails where the database holds a value that the contract does not know.
    fn try_from(row: UsersRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.id,
            email: row.email,
            name: row.name,
            role: named("role", &row.role)?,
            bio: row.bio,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

/// The case that a text column names.
fn named<T: Keyword>(column: &'static str, name: &str) -> Result<T, sqlx::Error> {
    T::from_name(name).ok_or_else(|| sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source: format!("`{name}` is none of {}", T::NAMES.join(", ")).into(),
    })
}
