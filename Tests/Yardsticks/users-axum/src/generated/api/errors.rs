//! How the contract spells errors, and for which operations and statuses.

use std::collections::BTreeMap;

use axum::{
    http::{Method, StatusCode},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::errors::ApiError;

/// Why a request was not done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ErrorResponse {
    /// What went wrong, for people.
    pub error: String,
    /// A word for programs.
    pub code: String,
    /// More about the error; `errors` lists each failure of an invalid request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<BTreeMap<String, Value>>,
}

impl From<&ApiError> for ErrorResponse {
    fn from(error: &ApiError) -> Self {
        let violations = &error.violations;
        Self {
            error: error.message.clone().into_owned(),
            code: error.code.to_owned(),
            details: (!violations.is_empty())
                .then(|| BTreeMap::from([("errors".to_owned(), json!(violations))])),
        }
    }
}

/// The schemas in which the contract spells errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Envelope {
    ErrorResponse,
}

impl Envelope {
    /// The response that tells a client of `error`.
    pub fn spell(self, error: &ApiError) -> Response {
        match self {
            Self::ErrorResponse => {
                (error.status, axum::Json(ErrorResponse::from(error))).into_response()
            }
        }
    }
}

/// The schema that the contract declares for an error of an operation; none where it declares none.
pub fn declared(method: &Method, route: &str, status: StatusCode) -> Option<Envelope> {
    match (method.as_str(), route, status.as_u16()) {
        ("GET" | "HEAD", "/api/users", 422 | 500 | 503) => Some(Envelope::ErrorResponse),
        ("POST", "/api/users", 400 | 409 | 413 | 415 | 422 | 500 | 503) => {
            Some(Envelope::ErrorResponse)
        }
        ("GET" | "HEAD", "/api/users/{id}", 400 | 404 | 422 | 500 | 503) => {
            Some(Envelope::ErrorResponse)
        }
        ("PUT", "/api/users/{id}", 400 | 404 | 409 | 413 | 415 | 422 | 500 | 503) => {
            Some(Envelope::ErrorResponse)
        }
        ("PATCH", "/api/users/{id}", 400 | 404 | 409 | 413 | 415 | 422 | 500 | 503) => {
            Some(Envelope::ErrorResponse)
        }
        ("DELETE", "/api/users/{id}", 400 | 404 | 422 | 500 | 503) => Some(Envelope::ErrorResponse),
        _ => None,
    }
}
