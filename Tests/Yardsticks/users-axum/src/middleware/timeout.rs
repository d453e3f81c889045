//! Bounds the time that a request may take.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::errors::ApiError;

/// Answers 503 where the rest takes longer than `limit`; what it was doing is dropped.
pub async fn limit(State(limit): State<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            tracing::warn!("the request timed out");
            ApiError::unavailable().into_response()
        }
    }
}
