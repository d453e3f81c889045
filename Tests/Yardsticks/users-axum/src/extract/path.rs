//! Path parameters.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{StatusCode, request::Parts},
};

use crate::{
    errors::ApiError,
    generated::api::decode::{self, DecodeParams, Params, Part},
};

/// The parameters in the path, decoded and checked.
#[derive(Debug, Clone, Copy)]
pub struct Path<T>(pub T);

impl<T: DecodeParams, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let raw = RawPathParams::from_request_parts(parts, state)
            .await
            .map_err(|_| {
                ApiError::new(
                    StatusCode::BAD_REQUEST,
                    "malformed_path",
                    "The path is not valid UTF-8.",
                )
            })?;
        let pairs = raw.iter().map(|(name, text)| (name.into(), text.into()));
        decode::params(Params::new(pairs, Part::Parameter))
            .map(Self)
            .map_err(ApiError::invalid)
    }
}
