//! The contract itself, for the programs that read it.

use axum::{http::header::CONTENT_TYPE, response::IntoResponse};

const DOCUMENT: &str = include_str!("../../openapi.json");

/// The OpenAPI document: `GET /openapi.json`.
pub async fn document() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], DOCUMENT)
}
