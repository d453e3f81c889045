//! What load balancers and orchestrators ask.

use axum::{Json, extract::State, http::StatusCode};
use serde::Serialize;

use crate::state::AppState;

/// The answer to a probe.
#[derive(Debug, Serialize)]
pub struct Health {
    status: &'static str,
}

/// The process runs: `GET /livez` and `GET /health`.
pub async fn live() -> Json<Health> {
    Json(Health { status: "ok" })
}

/// Requests may be sent here: `GET /readyz` and `GET /ready`.
pub async fn ready(State(state): State<AppState>) -> (StatusCode, Json<Health>) {
    if state.readiness.is_ready(&state).await {
        (StatusCode::OK, Json(Health { status: "ok" }))
    } else {
        let status = "unavailable";
        (StatusCode::SERVICE_UNAVAILABLE, Json(Health { status }))
    }
}
