//! Calls from web pages of other origins, by allow-list.

use std::time::Duration;

use axum::http::{
    HeaderValue, Method,
    header::{ACCEPT, CONTENT_TYPE, LOCATION},
};
use tower_http::cors::{AllowOrigin, CorsLayer};

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
            .allow_headers([ACCEPT, CONTENT_TYPE, X_REQUEST_ID])
            .expose_headers([LOCATION, X_REQUEST_ID])
            .max_age(Duration::from_secs(600))
    })
}
