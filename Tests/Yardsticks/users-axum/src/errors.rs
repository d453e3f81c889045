//! Every failure on its way to a client, before it is spelled as the contract wants it.

use std::{borrow::Cow, error::Error};

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::generated::db;

/// A failure that a client is told about: nothing in it comes from inside the server.
///
/// As a response it is an RFC 9457 problem; `middleware::contract` replaces the body where the
/// contract declares another schema for the operation and status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    pub status: StatusCode,
    pub code: &'static str,
    pub message: Cow<'static, str>,
    pub violations: Vec<Violation>,
}

/// One thing that is wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Violation {
    #[serde(flatten)]
    pub place: Place,
    pub code: &'static str,
    pub detail: String,
}

/// Where in a request a violation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A JSON pointer (RFC 6901) into the body.
    Pointer(String),
    /// The name of a path or query parameter.
    Parameter(String),
    /// The name of a header.
    Header(String),
}

impl ApiError {
    pub fn new(
        status: StatusCode,
        code: &'static str,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            violations: Vec::new(),
        }
    }

    /// The same, about the place in the body to which this JSON pointer (RFC 6901) leads.
    #[must_use]
    pub fn at(mut self, pointer: &str) -> Self {
        self.violations.push(Violation {
            place: Place::Pointer(pointer.to_owned()),
            code: self.code,
            detail: self.message.clone().into_owned(),
        });
        self
    }

    /// A request that can be read and breaks the contract.
    pub fn invalid(violations: Vec<Violation>) -> Self {
        Self {
            violations,
            ..Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "validation_failed",
                "The request breaks the contract.",
            )
        }
    }

    /// A failure of the server itself: `error` goes to the log and not to the client.
    pub fn internal(error: &(dyn Error + 'static)) -> Self {
        tracing::error!(error, "the request failed");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal_error",
            "The server failed to handle the request.",
        )
    }

    /// A server that cannot serve now and may soon.
    pub fn unavailable() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "The server cannot handle the request now; try again later.",
        )
    }
}

impl From<sqlx::Error> for ApiError {
    fn from(error: sqlx::Error) -> Self {
        if db::is_cut_off(&error) {
            tracing::warn!(%error, "no connection to the database");
            Self::unavailable()
        } else {
            Self::internal(&error)
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = Problem::from(&self).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// An RFC 9457 problem document.
#[derive(Debug, Serialize)]
struct Problem<'a> {
    r#type: &'static str,
    title: &'static str,
    #[serde(serialize_with = "as_number")]
    status: StatusCode,
    detail: &'a str,
    code: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [Violation],
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn as_number<S: serde::Serializer>(status: &StatusCode, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u16(status.as_u16())
}

impl<'a> From<&'a ApiError> for Problem<'a> {
    fn from(error: &'a ApiError) -> Self {
        Self {
            r#type: "about:blank",
            title: error.status.canonical_reason().unwrap_or("Error"),
            status: error.status,
            detail: &error.message,
            code: error.code,
            errors: &error.violations,
        }
    }
}

impl IntoResponse for Problem<'_> {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self)).into_response();
        response.headers_mut().insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        response
    }
}
