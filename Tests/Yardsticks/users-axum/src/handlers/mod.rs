//! HTTP only: from extracted requests to services, and from their results to responses.

pub mod health;
pub mod openapi;
pub mod users;
