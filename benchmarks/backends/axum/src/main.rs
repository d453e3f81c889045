//! The minimal Axum backend that the generated one is measured against.

mod database;
mod error;
mod handlers;
mod user;

use std::{env, error::Error};

use axum::{Router, routing::get};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let pool = database::connect(&env::var("DATABASE_URL")?).await?;
    let port: u16 = env::var("PORT")?.parse()?;
    let router = Router::new()
        .route("/health", get(handlers::health))
        .route(
            "/api/users",
            get(handlers::list_users).post(handlers::create_user),
        )
        .route("/api/users/{id}", get(handlers::get_user))
        .with_state(pool);
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    axum::serve(listener, router).await?;
    Ok(())
}
