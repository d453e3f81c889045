//! One span and one line of log for each request.

use std::time::Duration;

use axum::{
    extract::{MatchedPath, Request},
    response::Response,
};
use tracing::Span;

use super::request_id::RequestId;

/// The span of a request; it names the route's template and not the path, which may hold what
/// should not be logged.
pub fn span(request: &Request) -> Span {
    let extensions = request.extensions();
    tracing::info_span!(
        "request",
        method = %request.method(),
        route = extensions.get().map_or("", MatchedPath::as_str),
        request_id = extensions.get().map_or("", RequestId::as_str),
    )
}

/// The line of a request that was answered.
pub fn finished(response: &Response, latency: Duration, _: &Span) {
    let status = response.status().as_u16();
    let latency_ms = latency.as_secs_f64() * 1000.0;
    tracing::info!(status, latency_ms, "request finished");
}
