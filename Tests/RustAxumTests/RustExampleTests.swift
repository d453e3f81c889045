import Testing

@testable import RustAxumAdapter

/// How a file is built by hand: a serde struct, a handler, a query with `QueryBuilder`, a `match` and a test.
struct RustExampleTests {
  private let json = RustSymbol.of("axum", name: "Json")
  private let state = RustSymbol.of("axum", "extract", name: "State")
  private let error = RustSymbol.own("errors", name: "ApiError")
  private let pool = RustSymbol.own("db", name: "Pool")

  private var model: RustItem {
    .structure(
      RustStruct(
        "User",
        .named([
          RustField("id", .i64),
          RustField("type", .string, attributes: [.serde(.string("rename", "type"))]),
          RustField(
            "nickname", .option(.string), documentation: "What friends say.",
            attributes: [.serde("default", .string("skip_serializing_if", "Option::is_none"))]),
        ].map { field in
          var field = field
          field.name = RustNames.value(field.name)
          return field
        }), attributes: [.derive("Debug", "Clone", RustPath(.of("serde", name: "Serialize")))]))
  }

  private var handler: RustItem {
    .function(
      RustFunction(
        "list_users", [.init(.call(state, "pool"), .named(state, .named(pool)))],
        returns: .result(.named(json, .vec("User")), .named(error)), .public, isAsync: true, documentation: "`GET /users`"
      ) {
        RustStatement.let("users", .call("select_users", .ref("pool"), .none).await.try)
        RustExpr.ok(.call(RustPath(json), "users"))
      })
  }

  private var query: RustItem {
    let builder = RustPath(.of("sqlx", name: "QueryBuilder"), "new")
    return .function(
      RustFunction(
        "select_users", [.init("pool", .ref(.named(pool))), .init("nickname", .option(.ref(.str)))],
        returns: .result(.vec("User"), .named(.of("sqlx", name: "Error").qualified)), isAsync: true
      ) {
        RustStatement.let(.mut("query"), .call(builder, .string("SELECT * FROM users")))
        RustExpr.if(.let(.some("nickname"), "nickname")) {
          RustStatement.expr(
            ("query" as RustExpr).call("push", .string(" WHERE nickname = ")).call("push_bind", "nickname"))
        }
        ("query" as RustExpr).call("build_query_as").call("fetch_all", "pool").await
      })
  }

  private var status: RustItem {
    let code = RustSymbol.of("axum", "http", name: "StatusCode")
    return .function(
      RustFunction("status", [.init("name", .ref(.str))], returns: .named(code)) {
        RustExpr.match("name") {
          RustArm(.alternatives([.literal(.string("gone")), .literal(.string("missing"))]), .path(code, "NOT_FOUND"))
          RustArm("other", if: ("other" as RustExpr).call("is_empty"), .path(code, "BAD_REQUEST"))
          RustArm("_", .path(code, "INTERNAL_SERVER_ERROR"))
        }
      })
  }

  private var tests: RustItem {
    .module(
      RustModule(
        "tests", attributes: [.cfgTest],
        items: [
          .use(RustUse(["super"], [.all]), .inherited),
          .function(
            RustFunction("an_empty_name_is_refused", isAsync: true, attributes: [.tokioTest]) {
              RustExpr.macro("assert_eq", .call("status", .string("")).call("as_u16"), .integer(400))
                .asStatement
            }),
        ]))
  }

  private let expected = """
    use axum::{Json, extract::State, http::StatusCode};
    use serde::Serialize;
    use sqlx::QueryBuilder;

    use crate::{db::Pool, errors::ApiError};

    #[derive(Debug, Clone, Serialize)]
    pub struct User {
        pub id: i64,
        #[serde(rename = "type")]
        pub r#type: String,
        /// What friends say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub nickname: Option<String>,
    }

    /// `GET /users`
    pub async fn list_users(State(pool): State<Pool>) -> Result<Json<Vec<User>>, ApiError> {
        let users = select_users(&pool, None).await?;
        Ok(Json(users))
    }

    async fn select_users(pool: &Pool, nickname: Option<&str>) -> Result<Vec<User>, sqlx::Error> {
        let mut query = QueryBuilder::new("SELECT * FROM users");
        if let Some(nickname) = nickname {
            query.push(" WHERE nickname = ").push_bind(nickname);
        }
        query.build_query_as().fetch_all(pool).await
    }

    fn status(name: &str) -> StatusCode {
        match name {
            "gone" | "missing" => StatusCode::NOT_FOUND,
            other if other.is_empty() => StatusCode::BAD_REQUEST,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[tokio::test]
        async fn an_empty_name_is_refused() {
            assert_eq!(status("").as_u16(), 400);
        }
    }

    """

  @Test func `a page of Rust`() async throws {
    let page = RustFile([model, handler, query, status, tests]).printed()
    #expect(page.text == expected)
    #expect(Set(page.crates) == ["serde", "axum", "sqlx"])
    #expect(try await Rustfmt.differences(in: [page.text]).isEmpty)
  }
}
