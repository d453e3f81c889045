//! Failures as a client sees them.

use axum::{
    Json,
    extract::rejection::{JsonRejection, PathRejection, QueryRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

pub struct Error(StatusCode, String);

impl Error {
    pub fn not_found() -> Self {
        Self(StatusCode::NOT_FOUND, "The user does not exist.".into())
    }

    pub fn invalid(message: &str) -> Self {
        Self(StatusCode::UNPROCESSABLE_ENTITY, message.into())
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let refused = error.as_database_error();
        if refused.is_some_and(|error| error.is_unique_violation()) {
            return Self(StatusCode::CONFLICT, "The email is already taken.".into());
        }
        eprintln!("{error}");
        Self(
            StatusCode::INTERNAL_SERVER_ERROR,
            "The server failed to handle the request.".into(),
        )
    }
}

impl From<JsonRejection> for Error {
    fn from(rejection: JsonRejection) -> Self {
        Self(rejection.status(), rejection.body_text())
    }
}

impl From<PathRejection> for Error {
    fn from(rejection: PathRejection) -> Self {
        Self(rejection.status(), rejection.body_text())
    }
}

impl From<QueryRejection> for Error {
    fn from(rejection: QueryRejection) -> Self {
        Self(rejection.status(), rejection.body_text())
    }
}
