//! Types that requests and responses share.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::decode::{self, Decode, Keyword, Pattern, Pointer, Report};

static USER_NAME: Pattern = Pattern::new(r"^[^\u0000-\u001F\u007F]+$", r"^[^\u{0}-\u{1F}\u{7F}]+$");

static USER_BIO: Pattern = Pattern::new(r"^[^\u0000]*$", r"^[^\u{0}]*$");

/// What the user may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum UserRole {
    #[serde(rename = "admin")]
    Admin,
    #[serde(rename = "member")]
    Member,
    #[serde(rename = "guest")]
    Guest,
}

impl Keyword for UserRole {
    const NAMES: &'static [&'static str] = &["admin", "member", "guest"];

    fn from_name(name: &str) -> Option<Self> {
        match name {
            "admin" => Some(Self::Admin),
            "member" => Some(Self::Member),
            "guest" => Some(Self::Guest),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Member => "member",
            Self::Guest => "guest",
        }
    }
}

impl Decode for UserRole {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        decode::keyword(value, at, report)
    }
}

/// Reads `EmailAddress`.
///
/// An e-mail address, unique among the users.
pub(super) fn email_address(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<String> {
    let text = decode::string(value, at, report)?;
    email_address_text(text, at, report)
}

/// Reads `EmailAddress` from a parameter.
pub(super) fn email_address_text(
    text: String,
    at: &Pointer<'_>,
    report: &mut Report,
) -> Option<String> {
    decode::min_length(&text, 3, at, report);
    decode::max_length(&text, 254, at, report);
    decode::email(&text, at, report);
    Some(text)
}

/// Reads `UserName`.
///
/// The name that others see. Line breaks and other control characters are not part of a name.
pub(super) fn user_name(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<String> {
    let text = decode::string(value, at, report)?;
    decode::min_length(&text, 1, at, report);
    decode::max_length(&text, 100, at, report);
    decode::pattern(&text, &USER_NAME, at, report);
    Some(text)
}

/// Reads `UserBio`.
///
/// A few words about the person, or null.
pub(super) fn user_bio(
    value: Value,
    at: &Pointer<'_>,
    report: &mut Report,
) -> Option<Option<String>> {
    decode::nullable(value, at, report, |value, at, report| {
        let text = decode::string(value, at, report)?;
        decode::max_length(&text, 500, at, report);
        decode::pattern(&text, &USER_BIO, at, report);
        Some(text)
    })
}
