//! Users, and what a client may say about them.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use regex::Regex;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;

use crate::error::Error;

/// As web browsers define it.
static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    let label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    Regex::new(&format!(
        r"^[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{label}(?:\.{label})*$"
    ))
    .expect("the expression is constant")
});

#[derive(Serialize, Deserialize, Clone, Copy, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Role {
    Admin,
    Member,
    Guest,
}

#[derive(Serialize, FromRow)]
pub struct User {
    pub id: i64,
    email: String,
    name: String,
    role: Role,
    bio: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(Serialize)]
pub struct UserList {
    pub users: Vec<User>,
    pub total: i64,
    pub page: i32,
    pub per_page: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    pub email: String,
    pub name: String,
    #[serde(default = "member")]
    pub role: Role,
    pub bio: Option<String>,
}

fn member() -> Role {
    Role::Member
}

impl NewUser {
    pub fn validate(&self) -> Result<(), Error> {
        check_email(&self.email)?;
        if !(1..=100).contains(&self.name.chars().count())
            || self
                .name
                .chars()
                .any(|character| character.is_ascii_control())
        {
            return Err(Error::invalid("The name is not valid."));
        }
        let bio = self.bio.as_deref().unwrap_or_default();
        if bio.chars().count() > 500 || bio.contains('\0') {
            return Err(Error::invalid("The bio is not valid."));
        }
        Ok(())
    }
}

#[derive(Deserialize, Clone, Copy)]
pub enum Sort {
    #[serde(rename = "created_at")]
    CreatedAt,
    #[serde(rename = "-created_at")]
    MinusCreatedAt,
    #[serde(rename = "name")]
    Name,
    #[serde(rename = "-name")]
    MinusName,
    #[serde(rename = "email")]
    Email,
    #[serde(rename = "-email")]
    MinusEmail,
}

impl Sort {
    pub fn sql(self) -> &'static str {
        match self {
            Self::CreatedAt => "created_at, id",
            Self::MinusCreatedAt => "created_at DESC, id",
            Self::Name => "name, id",
            Self::MinusName => "name DESC, id",
            Self::Email => "email, id",
            Self::MinusEmail => "email DESC, id",
        }
    }
}

#[derive(Deserialize)]
#[serde(default)]
pub struct Page {
    pub page: i32,
    pub per_page: i32,
    pub role: Option<Role>,
    pub email: Option<String>,
    pub sort: Sort,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            page: 1,
            per_page: 20,
            role: None,
            email: None,
            sort: Sort::CreatedAt,
        }
    }
}

impl Page {
    pub fn validate(&self) -> Result<(), Error> {
        if !(1..=1_000_000).contains(&self.page) || !(1..=100).contains(&self.per_page) {
            return Err(Error::invalid("The page is not valid."));
        }
        self.email.as_deref().map_or(Ok(()), check_email)
    }
}

fn check_email(email: &str) -> Result<(), Error> {
    if (3..=254).contains(&email.chars().count()) && EMAIL.is_match(email) {
        Ok(())
    } else {
        Err(Error::invalid("The email is not valid."))
    }
}
