import Foundation
import Testing

@testable import RustAxumAdapter

/// Files of the backend that was written by hand as the measure, built from the tree: byte for byte the same.
struct YardstickTests {
  private func yardstick(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Yardsticks/users-axum/src/\(path)"), encoding: .utf8)
  }

  private let json = RustSymbol.of("axum", name: "Json")
  private let state = RustSymbol.of("axum", "extract", name: "State")
  private let status = RustSymbol.of("axum", "http", name: "StatusCode")
  private let appState = RustSymbol.own("state", name: "AppState")

  @Test func `handlers of the probes`() throws {
    let health = RustSymbol(stringLiteral: "Health")
    func answer(_ code: String, _ field: RustExpr.FieldValue) -> RustExpr {
      .tuple(.path(status, code), .call(RustPath(json), .structure("Health", [field])))
    }
    let file = RustFile(
      documentation: "What load balancers and orchestrators ask.",
      [
        .structure(
          RustStruct(
            "Health", .named([RustField("status", .ref(.str, lifetime: "static"), .inherited)]),
            documentation: "The answer to a probe.",
            attributes: [.derive("Debug", RustPath(.of("serde", name: "Serialize")))])),
        .function(
          RustFunction(
            "live", returns: .named(json, .named(health)), .public, isAsync: true,
            documentation: "The process runs: `GET /livez` and `GET /health`."
          ) { RustExpr.call(RustPath(json), .structure("Health", [.init("status", .string("ok"))])) }),
        .function(
          RustFunction(
            "ready", [.init(.call(state, "state"), .named(state, .named(appState)))],
            returns: .tuple([.named(status), .named(json, .named(health))]), .public, isAsync: true,
            documentation: "Requests may be sent here: `GET /readyz` and `GET /ready`."
          ) {
            RustExpr.if(("state" as RustExpr).field("readiness").call("is_ready", .ref("state")).await) {
              answer("OK", .init("status", .string("ok")))
            } otherwise: {
              RustStatement.let("status", .string("unavailable"))
              answer("SERVICE_UNAVAILABLE", "status")
            }
          }),
      ])
    #expect(try file.printed().text == yardstick("handlers/health.rs"))
  }

  @Test func `rows`() throws {
    let time = RustType.named(.of("chrono", name: "DateTime"), .named(.of("chrono", name: "Utc")))
    let file = RustFile(
      documentation: "Rows as the queries return them: the columns that the operations need, and no others.",
      [
        .structure(
          RustStruct(
            "UsersRow",
            .named([
              RustField("id", .i64), RustField("email", .string), RustField("name", .string), RustField("role", .string),
              RustField("bio", .option(.string)), RustField("created_at", time), RustField("updated_at", time),
            ]), documentation: "A row of `users`.",
            attributes: [.derive("Debug", "Clone", "PartialEq", RustPath(.of("sqlx", name: "FromRow")))]))
      ])
    #expect(try file.printed().text == yardstick("generated/db/models.rs"))
  }

  @Test func `constraints`() throws {
    let cases = [
      ("UsersEmailKey", "UNIQUE constraint failed: users.email", "users_email_key"),
      ("UsersNameCheck", "CHECK constraint failed: users_name_check", "users_name_check"),
      ("UsersRoleCheck", "CHECK constraint failed: users_role_check", "users_role_check"),
    ]
    func own(_ name: String) -> RustPath { RustPath("Self", rest: [.init(name)]) }
    let format = RustSymbol.std(name: "fmt")
    let violated = RustFunction(
      "violated_by", [.init("error", .ref(.named(.of("sqlx", name: "Error").qualified)))], returns: .option(.selfType), .public,
      documentation: "The constraint whose violation `error` reports, if it is one."
    ) {
      RustStatement.comment("SQLite names the columns of a unique constraint and the name of a check.")
      RustExpr.match(("error" as RustExpr).call("as_database_error").try.call("message")) {
        for (name, message, _) in cases { RustArm(.literal(.string(message)), .some(.path(own(name)))) }
        RustArm("_", .none)
      }
    }
    let name = RustFunction(
      "name", receiver: .value, returns: .ref(.str, lifetime: "static"), .public, documentation: "Its name in the migrations."
    ) {
      RustExpr.match("self") { for (name, _, text) in cases { RustArm(.path(own(name)), .string(text)) } }
    }
    let formatter = RustPath(format, rest: [.init("Formatter", generics: [.lifetime("_")])])
    let display = RustFunction(
      "fmt", receiver: .ref, [.init("f", .refMut(.path(formatter)))], returns: .path(RustPath(format, "Result"))
    ) { ("f" as RustExpr).call("write_str", ("self" as RustExpr).call("name")) }
    let file = RustFile(
      documentation: "The constraints of the schema, recognised in what the database answers.",
      [
        .enumeration(
          RustEnum(
            "Constraint", cases.map { RustVariant($0.0) }, documentation: "A constraint that can refuse a row.",
            attributes: [.derive("Debug", "Clone", "Copy", "PartialEq", "Eq")])),
        .implementation(RustImpl(for: .named("Constraint"), [.function(violated), .function(name)])),
        .implementation(
          RustImpl(RustPath(.std("fmt", name: "Display")), for: .named("Constraint"), [.function(display)])),
      ])
    #expect(try file.printed().text == yardstick("generated/db/constraints.rs"))
  }
}
