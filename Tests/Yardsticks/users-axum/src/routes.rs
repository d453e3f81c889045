//! Which handler answers which method and path.

use axum::{Router, routing::get};

use crate::{
    handlers::{health, openapi, users},
    state::AppState,
};

/// The operations of the contract, and what operators ask for.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/api/users",
            get(users::list_users).post(users::create_user),
        )
        .route(
            "/api/users/{id}",
            get(users::get_user)
                .put(users::update_user)
                .patch(users::patch_user)
                .delete(users::delete_user),
        )
        .route("/health", get(health::live))
        .route("/livez", get(health::live))
        .route("/ready", get(health::ready))
        .route("/readyz", get(health::ready))
        .route("/openapi.json", get(openapi::document))
}
