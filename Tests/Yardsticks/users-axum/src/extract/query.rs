//! Query parameters.

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::{
    errors::ApiError,
    generated::api::decode::{self, DecodeParams, Params, Part},
};

/// The parameters in the query, decoded and checked; names that the contract does not know are ignored.
#[derive(Debug, Clone, Copy)]
pub struct Query<T>(pub T);

impl<T: DecodeParams, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs = form_urlencoded::parse(query.as_bytes());
        decode::params(Params::new(pairs, Part::Parameter))
            .map(Self)
            .map_err(ApiError::invalid)
    }
}
