//! What happens to every request and response, whatever the route.

mod contract;
mod cors;
mod request_id;
mod timeout;
mod trace;

use std::any::Any;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, StatusCode, header::X_CONTENT_TYPE_OPTIONS},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer, set_header::SetResponseHeaderLayer, trace::TraceLayer,
};

use crate::{config::Config, errors::ApiError, state::AppState};

/// Puts all layers around `routes`, and answers the requests that match none of them.
pub fn apply(routes: Router<AppState>, config: &Config) -> Router<AppState> {
    // The first layer is the outermost: it sees a request first and a response last.
    let layers = ServiceBuilder::new()
        .layer(from_fn(request_id::assign))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(trace::span)
                .on_request(())
                .on_response(trace::finished)
                .on_failure(()),
        )
        .layer(SetResponseHeaderLayer::if_not_present(
            X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
        .option_layer(cors::layer(&config.cors_allowed_origins))
        .layer(from_fn(contract::spell_errors))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(config.request_timeout, timeout::limit))
        .layer(DefaultBodyLimit::max(config.body_limit));
    routes
        .fallback(no_route)
        .method_not_allowed_fallback(no_method)
        .layer(layers)
}

async fn no_route() -> ApiError {
    ApiError::new(
        StatusCode::NOT_FOUND,
        "route_not_found",
        "There is nothing at this path.",
    )
}

// The router adds the header `Allow` with the methods that the path has.
async fn no_method() -> ApiError {
    ApiError::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "The path does not have this method; the header Allow lists those it has.",
    )
}

fn panicked(payload: Box<dyn Any + Send>) -> Response {
    let message = payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("a panic without a message");
    ApiError::internal(&std::io::Error::other(message.to_owned())).into_response()
}
