//! What clients send: bodies and parameters.

use serde_json::Value;

use super::{
    decode::{self, Decode, DecodeParams, Keyword, Params, Pointer, Report},
    models::{UserRole, email_address, email_address_text, user_bio, user_name},
};

/// A user to be created.
#[derive(Debug, Clone, PartialEq)]
pub struct CreateUserRequest {
    pub email: String,
    pub name: String,
    pub role: UserRole,
    pub bio: Option<Option<String>>,
}

impl Decode for CreateUserRequest {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        let email = fields.required("email", report, email_address);
        let name = fields.required("name", report, user_name);
        let role = fields.defaulted("role", UserRole::Member, report, UserRole::decode);
        let bio = fields.optional("bio", report, user_bio);
        fields.deny_others(report);
        Some(Self {
            email: email?,
            name: name?,
            role: role?,
            bio: bio?,
        })
    }
}

/// All that may be said about a user.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateUserRequest {
    pub email: String,
    pub name: String,
    pub role: UserRole,
    pub bio: Option<String>,
}

impl Decode for UpdateUserRequest {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        let email = fields.required("email", report, email_address);
        let name = fields.required("name", report, user_name);
        let role = fields.required("role", report, UserRole::decode);
        let bio = fields.required("bio", report, user_bio);
        fields.deny_others(report);
        Some(Self {
            email: email?,
            name: name?,
            role: role?,
            bio: bio?,
        })
    }
}

/// What is to change; at least one field.
#[derive(Debug, Clone, PartialEq)]
pub struct PatchUserRequest {
    pub email: Option<String>,
    pub name: Option<String>,
    pub role: Option<UserRole>,
    pub bio: Option<Option<String>>,
}

impl Decode for PatchUserRequest {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        fields.min_properties(1, report);
        let email = fields.optional("email", report, email_address);
        let name = fields.optional("name", report, user_name);
        let role = fields.optional("role", report, UserRole::decode);
        let bio = fields.optional("bio", report, user_bio);
        fields.deny_others(report);
        Some(Self {
            email: email?,
            name: name?,
            role: role?,
            bio: bio?,
        })
    }
}

/// The path parameters of `/api/users/{id}`.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiUsersIdPath {
    /// The user's number.
    pub id: i64,
}

impl DecodeParams for ApiUsersIdPath {
    fn decode(params: &mut Params<'_>, report: &mut Report) -> Option<Self> {
        let id = params.required("id", report, |text, at, report| {
            let number = decode::integer_text(text, at, report)?;
            decode::minimum(&number, 1, at, report);
            decode::maximum(&number, 9_007_199_254_740_991, at, report);
            Some(number)
        });
        Some(Self { id: id? })
    }
}

/// The query parameters of `list_users`.
#[derive(Debug, Clone, PartialEq)]
pub struct ListUsersQuery {
    /// The page, counted from 1.
    pub page: i32,
    /// How many users a page holds.
    pub per_page: i32,
    /// Only users with this role.
    pub role: Option<UserRole>,
    /// Only the user with this e-mail address.
    pub email: Option<String>,
    /// The order; a leading minus turns it round.
    pub sort: ListUsersSort,
}

impl DecodeParams for ListUsersQuery {
    fn decode(params: &mut Params<'_>, report: &mut Report) -> Option<Self> {
        let page = params.defaulted("page", 1, report, |text, at, report| {
            let number = decode::integer_text(text, at, report)?;
            decode::minimum(&number, 1, at, report);
            decode::maximum(&number, 1_000_000, at, report);
            Some(number)
        });
        let per_page = params.defaulted("per_page", 20, report, |text, at, report| {
            let number = decode::integer_text(text, at, report)?;
            decode::minimum(&number, 1, at, report);
            decode::maximum(&number, 100, at, report);
            Some(number)
        });
        let role = params.optional("role", report, decode::keyword_text);
        let email = params.optional("email", report, email_address_text);
        let sort = params.defaulted(
            "sort",
            ListUsersSort::CreatedAt,
            report,
            decode::keyword_text,
        );
        Some(Self {
            page: page?,
            per_page: per_page?,
            role: role?,
            email: email?,
            sort: sort?,
        })
    }
}

/// The order; a leading minus turns it round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListUsersSort {
    CreatedAt,
    MinusCreatedAt,
    Name,
    MinusName,
    Email,
    MinusEmail,
}

impl Keyword for ListUsersSort {
    const NAMES: &'static [&'static str] = &[
        "created_at",
        "-created_at",
        "name",
        "-name",
        "email",
        "-email",
    ];

    fn from_name(name: &str) -> Option<Self> {
        match name {
            "created_at" => Some(Self::CreatedAt),
            "-created_at" => Some(Self::MinusCreatedAt),
            "name" => Some(Self::Name),
            "-name" => Some(Self::MinusName),
            "email" => Some(Self::Email),
            "-email" => Some(Self::MinusEmail),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::CreatedAt => "created_at",
            Self::MinusCreatedAt => "-created_at",
            Self::Name => "name",
            Self::MinusName => "-name",
            Self::Email => "email",
            Self::MinusEmail => "-email",
        }
    }
}
