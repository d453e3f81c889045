//! The constraints of the schema, recognised in what the database answers.

use std::fmt::{self, Display};

/// A constraint that can refuse a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    UsersEmailKey,
    UsersNameCheck,
    UsersRoleCheck,
}

impl Constraint {
    /// The constraint whose violation `error` reports, if it is one.
    pub fn violated_by(error: &sqlx::Error) -> Option<Self> {
        match error.as_database_error()?.constraint()? {
            "users_email_key" => Some(Self::UsersEmailKey),
            "users_name_check" => Some(Self::UsersNameCheck),
            "users_role_check" => Some(Self::UsersRoleCheck),
            _ => None,
        }
    }

    /// Its name in the migrations.
    pub fn name(self) -> &'static str {
        match self {
            Self::UsersEmailKey => "users_email_key",
            Self::UsersNameCheck => "users_name_check",
            Self::UsersRoleCheck => "users_role_check",
        }
    }
}

impl Display for Constraint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
