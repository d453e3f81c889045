// The Rust+Axum adapter.
