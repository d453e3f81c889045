//! Spells errors in the schema that the contract declares for the operation and status.

use axum::{
    extract::{MatchedPath, Request},
    http::StatusCode,
    middleware::Next,
    response::Response,
};

use crate::{errors::ApiError, generated::api::errors};

/// Replaces the body of an error where the contract declares another one than a problem document.
///
/// It stands outside all layers that can fail, so that their errors are spelled alike.
pub async fn spell_errors(path: Option<MatchedPath>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let mut response = next.run(request).await;
    let Some(mut error) = response.extensions_mut().remove::<ApiError>() else {
        return response;
    };
    let route = path.as_ref().map_or("", MatchedPath::as_str);
    let declared = |status| errors::declared(&method, route, status);
    if error.status == StatusCode::UNPROCESSABLE_ENTITY
        && declared(error.status).is_none()
        && declared(StatusCode::BAD_REQUEST).is_some()
    {
        error.status = StatusCode::BAD_REQUEST;
    }
    let Some(envelope) = declared(error.status) else {
        return response;
    };
    let (mut parts, _) = response.into_parts();
    let (spelled, body) = envelope.spell(&error).into_parts();
    parts.status = spelled.status;
    parts.headers.extend(spelled.headers);
    Response::from_parts(parts, body)
}
