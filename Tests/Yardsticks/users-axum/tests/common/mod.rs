//! What all tests need: the application on a database of its own, and answers to look into.

#![allow(
    dead_code,
    reason = "each test file is a program of its own and uses a part of this"
)]

mod database;

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Request, StatusCode, header::CONTENT_TYPE},
};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

use users_api::{app, config::Config, middleware, state::AppState};

use database::TestDatabase;

/// The application as it is served, called without a network.
pub struct TestApp {
    pub state: AppState,
    config: Config,
    router: Router,
    _database: TestDatabase,
}

/// What a client gets.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl TestApp {
    /// Starts with the default configuration on an empty database.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts with these variables set as well.
    pub async fn start_with(variables: &[(&str, &str)]) -> Self {
        let database = TestDatabase::create().await;
        let config = Config::read(|name| {
            match name {
                "DATABASE_URL" => Some(database.url()),
                // A database in memory belongs to one connection, and no test needs two.
                "DATABASE_MAX_CONNECTIONS" => Some("1".to_owned()),
                _ => {
                    let variable = variables.iter().find(|variable| variable.0 == name);
                    variable.map(|variable| variable.1.to_owned())
                }
            }
        })
        .expect("the configuration of a test is valid");
        let state = AppState::open(&config)
            .await
            .expect("the database opens and migrates");
        Self {
            router: app::router(state.clone(), &config),
            state,
            config,
            _database: database,
        }
    }

    /// The same with these routes in place of its own.
    pub fn with_routes(mut self, routes: Router<AppState>) -> Self {
        self.router = middleware::apply(routes, &self.config).with_state(self.state.clone());
        self
    }

    /// Calls without a body.
    pub async fn call(&self, method: &str, path: &str) -> Answer {
        let request = Request::builder().method(method).uri(path);
        self.send(request.body(Body::empty()).expect("a request"))
            .await
    }

    /// Calls with a JSON body.
    pub async fn call_with(&self, method: &str, path: &str, body: &Value) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()));
        self.send(request.expect("a request")).await
    }

    /// Calls with a body as it is, declared to be of this media type.
    pub async fn call_raw(&self, method: &str, path: &str, media_type: &str, body: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(CONTENT_TYPE, media_type)
            .body(Body::from(body.to_owned()));
        self.send(request.expect("a request")).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await;
        let (parts, body) = answer.expect("the router answers").into_parts();
        let body = body.collect().await.expect("the body ends");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.to_bytes(),
        }
    }
}

impl Answer {
    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).map(|value| value.to_str());
        value.transpose().expect("a readable header").unwrap_or("")
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("a JSON body")
    }

    /// Asserts a success with a JSON body, and returns it.
    #[track_caller]
    pub fn expect_json(&self, status: u16) -> Value {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(self.status.as_u16(), status, "{text}");
        assert_eq!(self.header("content-type"), "application/json", "{text}");
        self.json()
    }

    /// Asserts an error with this status and code.
    #[track_caller]
    pub fn expect_error(&self, status: u16, code: &str) {
        let text = String::from_utf8_lossy(&self.body);
        assert_eq!(self.status.as_u16(), status, "{text}");
        assert_eq!(self.json()["code"], code, "{text}");
    }

    /// Asserts that the request broke the contract exactly here: each violation is its place and
    /// its code, such as `/name min_length`.
    #[track_caller]
    pub fn expect_violations(&self, status: u16, expected: &[&str]) {
        self.expect_error(status, "validation_failed");
        let body = self.json();
        let listed = body.pointer("/details/errors").or(body.get("errors"));
        let listed = listed.and_then(Value::as_array).expect("a list of errors");
        let found: Vec<String> = listed
            .iter()
            .map(|error| {
                let place = ["pointer", "parameter", "header"].map(|key| error[key].as_str());
                let place = place.into_iter().flatten().next().unwrap_or("nowhere");
                format!("{place} {}", error["code"].as_str().unwrap_or("none"))
            })
            .collect();
        assert_eq!(found, expected, "{body}");
    }
}
