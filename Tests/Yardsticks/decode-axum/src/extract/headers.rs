//! Headers.

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::{
    errors::ApiError,
    generated::api::decode::{self, DecodeParams, Params, Part},
};

/// The headers that the contract names, decoded and checked; others are ignored.
#[derive(Debug, Clone, Copy)]
pub struct Headers<T>(pub T);

impl<T: DecodeParams, S: Send + Sync> FromRequestParts<S> for Headers<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let pairs = parts.headers.iter().map(|(name, value)| {
            let text = String::from_utf8_lossy(value.as_bytes());
            (name.as_str().into(), text)
        });
        decode::params(Params::new(pairs, Part::Header))
            .map(Self)
            .map_err(ApiError::invalid)
    }
}
