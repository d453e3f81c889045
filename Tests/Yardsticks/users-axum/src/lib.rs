//! Users API.
//!
//! A request passes `middleware`, is routed by `routes`, read by the extractors of `extract`,
//! handled by `handlers` (HTTP only), and decided by `services`, which ask `generated::db`.

#![forbid(unsafe_code)]

pub mod app;
pub mod config;
pub mod errors;
pub mod extract;
pub mod generated;
pub mod handlers;
pub mod middleware;
pub mod probe;
pub mod resilience;
pub mod routes;
pub mod services;
pub mod state;
pub mod telemetry;
