//! What holds for every request, whatever the operation.

mod common;

use std::{future::pending, time::Duration};

use axum::{Router, body::Body, http::Request, routing::get};
use common::TestApp;
use serde_json::json;
use tokio::time::timeout;

#[tokio::test]
async fn probes_answer() {
    let app = TestApp::start().await;
    for path in ["/health", "/livez", "/ready", "/readyz"] {
        let answer = app.call("GET", path).await;
        assert_eq!(answer.expect_json(200), json!({"status": "ok"}), "{path}");
    }
}

#[tokio::test]
async fn readiness_is_off_while_draining() {
    let app = TestApp::start().await;
    app.state.readiness.drain();
    for path in ["/ready", "/readyz"] {
        let answer = app.call("GET", path).await;
        assert_eq!(answer.expect_json(503), json!({"status": "unavailable"}));
    }
    assert_eq!(app.call("GET", "/livez").await.status, 200);
}

#[tokio::test]
async fn the_contract_is_served() {
    let app = TestApp::start().await;
    let document = app.call("GET", "/openapi.json").await.expect_json(200);
    assert!(document["openapi"].is_string());
}

#[tokio::test]
async fn unknown_paths_are_problems() {
    let app = TestApp::start().await;
    let answer = app.call("GET", "/no/such/path").await;
    answer.expect_error(404, "route_not_found");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["type"], "about:blank");
    assert_eq!(problem["title"], "Not Found");
    assert_eq!(problem["status"], 404);
}

#[tokio::test]
async fn other_methods_are_told_the_allowed_ones() {
    let app = TestApp::start().await;
    let answer = app.call("DELETE", "/livez").await;
    answer.expect_error(405, "method_not_allowed");
    assert_eq!(answer.header("allow"), "GET,HEAD");
    assert_eq!(answer.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn heads_have_no_body() {
    let app = TestApp::start().await;
    let answer = app.call("HEAD", "/livez").await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.is_empty());
}

#[tokio::test]
async fn request_ids_are_kept_or_made() {
    let app = TestApp::start().await;
    let with_id = |id: &str| {
        let request = Request::builder().uri("/livez").header("x-request-id", id);
        request.body(Body::empty()).expect("a request")
    };
    let kept = app.send(with_id("abc-1_2.3")).await;
    assert_eq!(kept.header("x-request-id"), "abc-1_2.3");
    for bad in ["", "two words", &"x".repeat(129)] {
        let made = app.send(with_id(bad)).await;
        assert_eq!(made.header("x-request-id").len(), 36, "{bad}");
    }
}

#[tokio::test]
async fn types_are_not_sniffed() {
    let app = TestApp::start().await;
    let answer = app.call("GET", "/livez").await;
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn only_listed_origins_may_call() {
    let app = TestApp::start_with(&[("CORS_ALLOWED_ORIGINS", "https://a.example")]).await;
    let from = |origin: &str| {
        let request = Request::builder().uri("/livez").header("origin", origin);
        request.body(Body::empty()).expect("a request")
    };
    let listed = app.send(from("https://a.example")).await;
    assert_eq!(
        listed.header("access-control-allow-origin"),
        "https://a.example"
    );
    let other = app.send(from("https://b.example")).await;
    assert_eq!(other.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn listed_origins_may_send_any_header() {
    let app = TestApp::start_with(&[("CORS_ALLOWED_ORIGINS", "https://a.example")]).await;
    let preflight = Request::builder()
        .method("OPTIONS")
        .uri("/livez")
        .header("origin", "https://a.example")
        .header("access-control-request-method", "GET")
        .header("access-control-request-headers", "x-own,if-match");
    let answer = app
        .send(preflight.body(Body::empty()).expect("a request"))
        .await;
    let allowed = answer.header("access-control-allow-headers");
    assert_eq!(allowed, "x-own,if-match");
}

#[tokio::test]
async fn without_a_list_no_origin_may_call() {
    let app = TestApp::start().await;
    let request = Request::builder()
        .uri("/livez")
        .header("origin", "https://a.example");
    let answer = app
        .send(request.body(Body::empty()).expect("a request"))
        .await;
    assert_eq!(answer.header("access-control-allow-origin"), "");
}

#[tokio::test]
async fn requests_that_take_too_long_are_given_up() {
    let app = TestApp::start_with(&[("REQUEST_TIMEOUT_MS", "500")]).await;
    let app = app.with_routes(Router::new().route("/slow", get(pending::<()>)));
    let answer = app.call("GET", "/slow").await;
    answer.expect_error(503, "unavailable");
    assert_eq!(answer.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn panics_are_answered_without_their_reason() {
    async fn panics() {
        panic!("a secret");
    }
    let app = TestApp::start().await;
    let app = app.with_routes(Router::new().route("/panic", get(panics)));
    let answer = app.call("GET", "/panic").await;
    answer.expect_error(500, "internal_error");
    assert!(!String::from_utf8_lossy(&answer.body).contains("secret"));
    assert_eq!(answer.header("x-request-id").len(), 36);
}

#[tokio::test]
async fn stopping_does_not_wait_for_requests_that_were_cut_off() {
    let app = TestApp::start().await;
    let held = app.state.db.acquire().await.expect("a connection");
    let closed = timeout(Duration::from_secs(5), app.state.clone().close()).await;
    assert!(closed.is_ok());
    drop(held);
}
