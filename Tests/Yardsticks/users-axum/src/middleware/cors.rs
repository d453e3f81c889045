//! Calls from web pages of other origins, by allow-list.

use std::time::Duration;

use axum::http::{HeaderValue, Method, header::LOCATION};
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

use super::request_id::X_REQUEST_ID;

/// The layer for these origins, or none where no origin is allowed.
pub fn layer(origins: &[HeaderValue]) -> Option<CorsLayer> {
    (!origins.is_empty()).then(|| {
        CorsLayer::new()
            .allow_origin(AllowOrigin::list(origins.iter().cloned()))
            .allow_methods([
                Method::GET,
                Method::POST,
                Method::PUT,
                Method::PATCH,
                Method::DELETE,
            ])
            // The contract decides which headers are read; a listed origin may send any.
            .allow_headers(AllowHeaders::mirror_request())
            .expose_headers([LOCATION, X_REQUEST_ID])
            .max_age(Duration::from_secs(600))
    })
}
