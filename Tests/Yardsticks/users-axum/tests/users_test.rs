//! The operations on users, as the contract describes them.

mod common;

use chrono::{DateTime, Utc};
use common::{Answer, TestApp};
use serde_json::{Value, json};
use users_api::generated::api::{ErrorResponse, User, UserList};

fn create_user_body() -> Value {
    json!({
        "email": "ada@example.org",
        "name": "Ada Lovelace",
        "role": "admin",
        "bio": "Wrote the first program.",
    })
}

fn update_user_body() -> Value {
    json!({
        "email": "countess@example.org",
        "name": "Ada King",
        "role": "member",
        "bio": null,
    })
}

/// Creates a user from the example with other values in some fields.
async fn create(app: &TestApp, other: Value) -> User {
    let answer = app
        .call_with("POST", "/api/users", &with(create_user_body(), other))
        .await;
    serde_json::from_value(answer.expect_json(201)).expect("a user")
}

/// `body` with the fields of `other` in place of its own.
fn with(mut body: Value, other: Value) -> Value {
    if let (Value::Object(fields), Value::Object(other)) = (&mut body, other) {
        fields.extend(other);
    }
    body
}

/// `body` without one of its fields.
fn without(mut body: Value, field: &str) -> Value {
    body.as_object_mut().and_then(|fields| fields.remove(field));
    body
}

/// Asserts that the body is the declared schema and nothing more.
#[track_caller]
fn expect_declared_error(answer: &Answer, status: u16, code: &str) -> ErrorResponse {
    answer.expect_error(status, code);
    assert_eq!(answer.header("content-type"), "application/json");
    let error: ErrorResponse = serde_json::from_value(answer.json()).expect("an ErrorResponse");
    assert_eq!(serde_json::to_value(&error).ok(), Some(answer.json()));
    error
}

mod create_user {
    use super::*;

    #[tokio::test]
    async fn answers_201_with_the_user_and_its_location() {
        let app = TestApp::start().await;
        let before = Utc::now();
        let answer = app
            .call_with("POST", "/api/users", &create_user_body())
            .await;
        let body = answer.expect_json(201);
        let user: User = serde_json::from_value(body.clone()).expect("a user");
        assert_eq!(answer.header("location"), format!("/api/users/{}", user.id));
        assert_eq!(
            body,
            json!({
                "id": user.id,
                "email": "ada@example.org",
                "name": "Ada Lovelace",
                "role": "admin",
                "bio": "Wrote the first program.",
                "created_at": body["created_at"],
                "updated_at": body["updated_at"],
            })
        );
        assert!(
            body["created_at"]
                .as_str()
                .is_some_and(|text| text.ends_with('Z'))
        );
        let age = user.created_at.signed_duration_since(before);
        assert!(age.num_seconds().abs() < 60, "{age}");

        let read = app.call("GET", answer.header("location")).await;
        assert_eq!(read.expect_json(200), body);
    }

    #[tokio::test]
    async fn fills_in_defaults() {
        let app = TestApp::start().await;
        let body = json!({"email": "ada@example.org", "name": "Ada"});
        let user = app
            .call_with("POST", "/api/users", &body)
            .await
            .expect_json(201);
        assert_eq!(user["role"], "member");
        assert_eq!(user["bio"], Value::Null);
    }

    #[tokio::test]
    async fn accepts_what_is_just_within_the_contract() {
        let app = TestApp::start().await;
        for (field, value) in [
            ("email", json!("a@b")),
            (
                "email",
                json!(format!(
                    "{}@{}",
                    "a".repeat(188),
                    ["b".repeat(32), "c".repeat(32)].join(".")
                )),
            ),
            ("name", json!("A")),
            ("name", json!("\u{1F600}".repeat(100))),
            ("role", json!("admin")),
            ("role", json!("member")),
            ("role", json!("guest")),
            ("bio", json!(null)),
            ("bio", json!("")),
            ("bio", json!("\u{1F600}".repeat(500))),
        ] {
            let app_email = json!({"email": format!("{}@example.org", uuid::Uuid::new_v4())});
            let mut body = with(create_user_body(), app_email);
            body[field] = value.clone();
            let user = app
                .call_with("POST", "/api/users", &body)
                .await
                .expect_json(201);
            assert_eq!(user[field], value);
        }
    }

    #[tokio::test]
    async fn refuses_what_is_just_outside_the_contract() {
        let app = TestApp::start().await;
        for (field, value, expected) in [
            ("email", json!(null), "/email type"),
            ("email", json!("a@"), "/email min_length,/email format"),
            ("email", json!("ada.example.org"), "/email format"),
            (
                "email",
                json!(format!("{}@b.example", "a".repeat(245))),
                "/email max_length",
            ),
            ("name", json!(1), "/name type"),
            ("name", json!(""), "/name min_length,/name pattern"),
            ("name", json!("x".repeat(101)), "/name max_length"),
            ("name", json!("a\u{0}b"), "/name pattern"),
            ("role", json!("king"), "/role enum"),
            ("role", json!(null), "/role type"),
            ("bio", json!(true), "/bio type"),
            ("bio", json!("x".repeat(501)), "/bio max_length"),
            ("bio", json!("\u{0}"), "/bio pattern"),
            ("unknown", json!(1), "/unknown unknown"),
        ] {
            let mut body = create_user_body();
            body[field] = value;
            let answer = app.call_with("POST", "/api/users", &body).await;
            answer.expect_violations(422, &expected.split(',').collect::<Vec<_>>());
        }
    }

    #[tokio::test]
    async fn names_every_failure_at_once() {
        let app = TestApp::start().await;
        let answer = app
            .call_with("POST", "/api/users", &json!({"role": "king"}))
            .await;
        answer.expect_violations(422, &["/email required", "/name required", "/role enum"]);
        expect_declared_error(&answer, 422, "validation_failed");
    }

    #[tokio::test]
    async fn refuses_what_is_no_object() {
        let app = TestApp::start().await;
        let answer = app.call_with("POST", "/api/users", &json!([])).await;
        answer.expect_violations(422, &[" type"]);
    }

    #[tokio::test]
    async fn refuses_a_taken_email() {
        let app = TestApp::start().await;
        create(&app, json!({})).await;
        let answer = app
            .call_with("POST", "/api/users", &create_user_body())
            .await;
        let error = expect_declared_error(&answer, 409, "email_taken");
        let violation = &json!(error.details)["errors"][0];
        assert_eq!(violation["pointer"], "/email");
        assert_eq!(violation["code"], "email_taken");
    }

    #[tokio::test]
    async fn refuses_malformed_json() {
        let app = TestApp::start().await;
        for text in ["", "{", "{\"email\":}", "\u{feff}{}", "{} {}"] {
            let answer = app
                .call_raw("POST", "/api/users", "application/json", text)
                .await;
            expect_declared_error(&answer, 400, "malformed_json");
        }
    }

    #[tokio::test]
    async fn refuses_other_media_types() {
        let app = TestApp::start().await;
        let body = create_user_body().to_string();
        for media_type in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/jsonp",
        ] {
            let answer = app.call_raw("POST", "/api/users", media_type, &body).await;
            expect_declared_error(&answer, 415, "unsupported_media_type");
        }
        let none = app.call("POST", "/api/users").await;
        expect_declared_error(&none, 415, "unsupported_media_type");
        let charset = "application/json; charset=utf-8";
        let answer = app.call_raw("POST", "/api/users", charset, &body).await;
        answer.expect_json(201);
    }

    #[tokio::test]
    async fn refuses_bodies_over_the_limit() {
        let app = TestApp::start_with(&[("BODY_LIMIT_BYTES", "200")]).await;
        let fits = with(create_user_body(), json!({"bio": "x"}));
        app.call_with("POST", "/api/users", &fits)
            .await
            .expect_json(201);
        let large = with(create_user_body(), json!({"bio": "x".repeat(200)}));
        let answer = app.call_with("POST", "/api/users", &large).await;
        expect_declared_error(&answer, 413, "payload_too_large");
    }
}

mod get_user {
    use super::*;

    #[tokio::test]
    async fn answers_200_with_the_user() {
        let app = TestApp::start().await;
        let user = create(&app, json!({})).await;
        let body = app
            .call("GET", &format!("/api/users/{}", user.id))
            .await
            .expect_json(200);
        assert_eq!(Some(body), serde_json::to_value(&user).ok());
    }

    #[tokio::test]
    async fn answers_404_where_there_is_none() {
        let app = TestApp::start().await;
        let answer = app.call("GET", "/api/users/9007199254740991").await;
        expect_declared_error(&answer, 404, "not_found");
    }

    #[tokio::test]
    async fn refuses_what_is_no_id() {
        let app = TestApp::start().await;
        for (id, expected) in [
            ("0", "id minimum"),
            ("9007199254740992", "id maximum"),
            ("9223372036854775808", "id type"),
            ("x", "id type"),
            ("1.5", "id type"),
        ] {
            let answer = app.call("GET", &format!("/api/users/{id}")).await;
            answer.expect_violations(422, &[expected]);
        }
    }

    #[tokio::test]
    async fn refuses_a_path_that_is_not_utf8() {
        let app = TestApp::start().await;
        let answer = app.call("GET", "/api/users/%FF").await;
        expect_declared_error(&answer, 400, "malformed_path");
    }
}

mod list_users {
    use super::*;

    async fn list(app: &TestApp, query: &str) -> UserList {
        let answer = app.call("GET", &format!("/api/users{query}")).await;
        serde_json::from_value(answer.expect_json(200)).expect("a list of users")
    }

    async fn names(app: &TestApp, query: &str) -> Vec<String> {
        let list = list(app, query).await;
        list.users.into_iter().map(|user| user.name).collect()
    }

    /// Three users, named out of their order of creation.
    async fn three(app: &TestApp) {
        for (name, role) in [("B", "member"), ("C", "admin"), ("A", "member")] {
            let email = format!("{}@example.org", name.to_lowercase());
            create(app, json!({"name": name, "email": email, "role": role})).await;
        }
    }

    #[tokio::test]
    async fn answers_200_with_an_empty_page() {
        let app = TestApp::start().await;
        let body = app.call("GET", "/api/users").await.expect_json(200);
        assert_eq!(
            body,
            json!({"users": [], "total": 0, "page": 1, "per_page": 20})
        );
    }

    #[tokio::test]
    async fn pages() {
        let app = TestApp::start().await;
        three(&app).await;
        let first = list(&app, "?per_page=2").await;
        assert_eq!((first.total, first.page, first.per_page), (3, 1, 2));
        assert_eq!(names(&app, "?per_page=2").await, ["B", "C"]);
        assert_eq!(names(&app, "?per_page=2&page=2").await, ["A"]);
        let beyond = list(&app, "?per_page=2&page=3").await;
        assert_eq!((beyond.total, beyond.users.len()), (3, 0));
    }

    #[tokio::test]
    async fn accepts_the_bounds_of_the_page() {
        let app = TestApp::start().await;
        for query in ["?page=1", "?page=1000000", "?per_page=1", "?per_page=100"] {
            list(&app, query).await;
        }
    }

    #[tokio::test]
    async fn refuses_what_is_outside_the_contract() {
        let app = TestApp::start().await;
        for (query, expected) in [
            ("?page=0", "page minimum"),
            ("?page=1000001", "page maximum"),
            ("?page=2147483648", "page type"),
            ("?page=", "page type"),
            ("?page=1&page=2", "page repeated"),
            ("?per_page=0", "per_page minimum"),
            ("?per_page=101", "per_page maximum"),
            ("?per_page=x", "per_page type"),
            ("?role=king", "role enum"),
            ("?email=ada", "email format"),
            ("?sort=age", "sort enum"),
            (
                "?page=0&per_page=0&sort=",
                "page minimum,per_page minimum,sort enum",
            ),
        ] {
            let answer = app.call("GET", &format!("/api/users{query}")).await;
            answer.expect_violations(422, &expected.split(',').collect::<Vec<_>>());
        }
    }

    #[tokio::test]
    async fn filters() {
        let app = TestApp::start().await;
        three(&app).await;
        assert_eq!(names(&app, "?role=member").await, ["B", "A"]);
        assert_eq!(names(&app, "?role=guest").await, [""; 0]);
        assert_eq!(names(&app, "?email=c%40example.org").await, ["C"]);
        assert_eq!(
            names(&app, "?email=c@example.org&role=member").await,
            [""; 0]
        );
        assert_eq!(list(&app, "?role=member&per_page=1").await.total, 2);
    }

    #[tokio::test]
    async fn sorts() {
        let app = TestApp::start().await;
        three(&app).await;
        for (sort, expected) in [
            ("name", ["A", "B", "C"]),
            ("-name", ["C", "B", "A"]),
            ("email", ["A", "B", "C"]),
            ("-email", ["C", "B", "A"]),
        ] {
            assert_eq!(
                names(&app, &format!("?sort={sort}")).await,
                expected,
                "{sort}"
            );
        }
        for (sort, descending) in [("created_at", false), ("-created_at", true)] {
            let list = list(&app, &format!("?sort={sort}")).await;
            let times: Vec<DateTime<Utc>> = list.users.iter().map(|user| user.created_at).collect();
            let sorted = if descending {
                times.is_sorted_by(|a, b| a >= b)
            } else {
                times.is_sorted()
            };
            assert!(sorted, "{sort}: {times:?}");
        }
    }
}

mod update_user {
    use super::*;

    #[tokio::test]
    async fn answers_200_with_the_replaced_user() {
        let app = TestApp::start().await;
        let user = create(&app, json!({})).await;
        let path = format!("/api/users/{}", user.id);
        let body = app
            .call_with("PUT", &path, &update_user_body())
            .await
            .expect_json(200);
        assert_eq!(
            body,
            json!({
                "id": user.id,
                "email": "countess@example.org",
                "name": "Ada King",
                "role": "member",
                "bio": null,
                "created_at": body["created_at"],
                "updated_at": body["updated_at"],
            })
        );
        let replaced: User = serde_json::from_value(body.clone()).expect("a user");
        assert_eq!(replaced.created_at, user.created_at);
        assert!(replaced.updated_at >= user.updated_at);
        assert_eq!(app.call("GET", &path).await.expect_json(200), body);
    }

    #[tokio::test]
    async fn answers_404_where_there_is_none() {
        let app = TestApp::start().await;
        let answer = app
            .call_with("PUT", "/api/users/1", &update_user_body())
            .await;
        expect_declared_error(&answer, 404, "not_found");
    }

    #[tokio::test]
    async fn refuses_a_taken_email() {
        let app = TestApp::start().await;
        create(&app, json!({"email": "countess@example.org"})).await;
        let user = create(&app, json!({})).await;
        let path = format!("/api/users/{}", user.id);
        let answer = app.call_with("PUT", &path, &update_user_body()).await;
        expect_declared_error(&answer, 409, "email_taken");
    }

    #[tokio::test]
    async fn keeps_its_own_email() {
        let app = TestApp::start().await;
        let user = create(&app, json!({"email": "countess@example.org"})).await;
        let path = format!("/api/users/{}", user.id);
        app.call_with("PUT", &path, &update_user_body())
            .await
            .expect_json(200);
    }

    #[tokio::test]
    async fn requires_every_field() {
        let app = TestApp::start().await;
        for field in ["email", "name", "role", "bio"] {
            let body = without(update_user_body(), field);
            let answer = app.call_with("PUT", "/api/users/1", &body).await;
            answer.expect_violations(422, &[&format!("/{field} required")]);
        }
    }

    #[tokio::test]
    async fn refuses_what_is_just_outside_the_contract() {
        let app = TestApp::start().await;
        for (field, value, expected) in [
            ("email", json!("ada.example.org"), "/email format"),
            ("name", json!("x".repeat(101)), "/name max_length"),
            ("role", json!("king"), "/role enum"),
            ("bio", json!("x".repeat(501)), "/bio max_length"),
            ("unknown", json!(1), "/unknown unknown"),
        ] {
            let mut body = update_user_body();
            body[field] = value;
            let answer = app.call_with("PUT", "/api/users/1", &body).await;
            answer.expect_violations(422, &[expected]);
        }
    }

    #[tokio::test]
    async fn refuses_unreadable_bodies() {
        let app = TestApp::start_with(&[("BODY_LIMIT_BYTES", "200")]).await;
        let path = "/api/users/1";
        let malformed = app.call_raw("PUT", path, "application/json", "{").await;
        expect_declared_error(&malformed, 400, "malformed_json");
        let text = app.call_raw("PUT", path, "text/plain", "{}").await;
        expect_declared_error(&text, 415, "unsupported_media_type");
        let large = app
            .call_raw("PUT", path, "application/json", &" ".repeat(201))
            .await;
        expect_declared_error(&large, 413, "payload_too_large");
    }
}

mod patch_user {
    use super::*;

    #[tokio::test]
    async fn leaves_absent_fields_as_they_are() {
        let app = TestApp::start().await;
        let user = create(&app, json!({})).await;
        let path = format!("/api/users/{}", user.id);
        for (field, value) in [
            ("email", json!("countess@example.org")),
            ("name", json!("Ada King")),
            ("role", json!("guest")),
            ("bio", json!("Countess.")),
        ] {
            let before = app.call("GET", &path).await.expect_json(200);
            let change = json!({ field: value });
            let after = app
                .call_with("PATCH", &path, &change)
                .await
                .expect_json(200);
            let expected = with(
                before,
                json!({ field: value, "updated_at": after["updated_at"] }),
            );
            assert_eq!(after, expected, "{field}");
            assert_eq!(app.call("GET", &path).await.expect_json(200), after);
        }
    }

    #[tokio::test]
    async fn clears_what_may_be_null() {
        let app = TestApp::start().await;
        let user = create(&app, json!({})).await;
        let path = format!("/api/users/{}", user.id);
        let body = app
            .call_with("PATCH", &path, &json!({"bio": null}))
            .await
            .expect_json(200);
        assert_eq!(body["bio"], Value::Null);
        assert_eq!(body["name"], "Ada Lovelace");
    }

    #[tokio::test]
    async fn refuses_null_elsewhere() {
        let app = TestApp::start().await;
        let body = json!({"email": null, "name": null, "role": null});
        let answer = app.call_with("PATCH", "/api/users/1", &body).await;
        answer.expect_violations(422, &["/email type", "/name type", "/role type"]);
    }

    #[tokio::test]
    async fn refuses_an_empty_change() {
        let app = TestApp::start().await;
        let answer = app.call_with("PATCH", "/api/users/1", &json!({})).await;
        answer.expect_violations(422, &[" min_properties"]);
    }

    #[tokio::test]
    async fn answers_404_where_there_is_none() {
        let app = TestApp::start().await;
        let answer = app
            .call_with("PATCH", "/api/users/1", &json!({"name": "Ada"}))
            .await;
        expect_declared_error(&answer, 404, "not_found");
    }

    #[tokio::test]
    async fn refuses_a_taken_email() {
        let app = TestApp::start().await;
        create(&app, json!({"email": "countess@example.org"})).await;
        let user = create(&app, json!({})).await;
        let path = format!("/api/users/{}", user.id);
        let body = json!({"email": "countess@example.org"});
        let answer = app.call_with("PATCH", &path, &body).await;
        expect_declared_error(&answer, 409, "email_taken");
    }

    #[tokio::test]
    async fn refuses_unreadable_bodies() {
        let app = TestApp::start_with(&[("BODY_LIMIT_BYTES", "200")]).await;
        let path = "/api/users/1";
        let malformed = app.call_raw("PATCH", path, "application/json", "{").await;
        expect_declared_error(&malformed, 400, "malformed_json");
        let text = app.call_raw("PATCH", path, "text/plain", "{}").await;
        expect_declared_error(&text, 415, "unsupported_media_type");
        let large = app
            .call_raw("PATCH", path, "application/json", &" ".repeat(201))
            .await;
        expect_declared_error(&large, 413, "payload_too_large");
    }
}

mod delete_user {
    use super::*;

    #[tokio::test]
    async fn answers_204_without_a_body_and_then_404() {
        let app = TestApp::start().await;
        let user = create(&app, json!({})).await;
        let path = format!("/api/users/{}", user.id);
        let answer = app.call("DELETE", &path).await;
        assert_eq!(answer.status, 204);
        assert!(answer.body.is_empty());
        for method in ["GET", "DELETE"] {
            let answer = app.call(method, &path).await;
            expect_declared_error(&answer, 404, "not_found");
        }
    }

    #[tokio::test]
    async fn refuses_what_is_no_id() {
        let app = TestApp::start().await;
        let answer = app.call("DELETE", "/api/users/x").await;
        answer.expect_violations(422, &["id type"]);
    }
}

/// Every operation, called so that it reaches the database.
async fn call_all(app: &TestApp) -> Vec<Answer> {
    vec![
        app.call("GET", "/api/users").await,
        app.call_with("POST", "/api/users", &create_user_body())
            .await,
        app.call("GET", "/api/users/1").await,
        app.call_with("PUT", "/api/users/1", &update_user_body())
            .await,
        app.call_with("PATCH", "/api/users/1", &json!({"name": "Ada"}))
            .await,
        app.call("DELETE", "/api/users/1").await,
    ]
}

#[tokio::test]
async fn failures_of_the_database_answer_500_and_say_nothing_of_it() {
    let app = TestApp::start().await;
    let drop = sqlx::query("DROP TABLE users").execute(&app.state.db).await;
    drop.expect("the table is dropped");
    for answer in call_all(&app).await {
        let error = expect_declared_error(&answer, 500, "internal_error");
        assert_eq!(error.error, "The server failed to handle the request.");
        assert_eq!(error.details, None);
    }
}

#[tokio::test]
async fn without_a_database_every_operation_answers_503() {
    let app = TestApp::start().await;
    app.state.db.close().await;
    for answer in call_all(&app).await {
        expect_declared_error(&answer, 503, "unavailable");
    }
    assert_eq!(app.call("GET", "/readyz").await.status, 503);
}
