import Foundation
import SpecAdapters
import SpecIR
import SpecPipeline
import SpecWriting
import Testing

/// The users example as a whole backend.
@Suite("The users backend")
struct GeneratedBackendTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func files(_ database: SQLDialect, in folder: URL? = nil) throws -> [String: String] {
    let folder = folder ?? Self.root.appending(path: "examples/users")
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: folder.path)))
    let inputs = Configuration.Inputs(openAPI: ConfiguredPath("openapi.yaml"), migrations: ConfiguredPath("migrations"))
    let read = pipeline.core(inputs)
    let core = try #require(read)
    let target = TargetConfiguration(
      name: "api", adapter: .builtIn(AdapterID("rust-axum")), path: nil, database: database, package: "users-api")
    let files = try pipeline.generate(core, for: target)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path.description, $0.text) })
  }

  @Test(
    "what does not depend on the contract is as it was written by hand",
    arguments: [
      ".dockerignore", ".env.example", ".gitignore", "Cargo.toml", "Dockerfile", "compose.yaml", "src/app.rs", "src/config.rs",
      "src/errors.rs", "src/extract/json.rs", "src/extract/path.rs", "src/extract/query.rs", "src/handlers/health.rs",
      "src/handlers/openapi.rs", "src/lib.rs", "src/main.rs", "src/middleware/contract.rs", "src/middleware/cors.rs", "src/middleware/mod.rs",
      "src/middleware/request_id.rs", "src/middleware/timeout.rs", "src/middleware/trace.rs", "src/probe.rs", "src/resilience.rs",
      "src/state.rs",
      "src/telemetry.rs", "tests/common/database.rs", "tests/common/mod.rs", "tests/http_test.rs",
    ])
  func skeleton(_ path: String) throws {
    let yardstick = Self.root.appending(path: "Tests/Yardsticks/users-axum/\(path)")
    #expect(try files(.sqlite)[path] == String(contentsOf: yardstick, encoding: .utf8))
  }

  @Test("each operation is tested: what it does, what it refuses, and each edge of the contract", arguments: [SQLDialect.sqlite, .postgres])
  func tests(_ database: SQLDialect) throws {
    let tests = try #require(try files(database)["tests/users_test.rs"])
    for operation in ["list_users", "create_user", "get_user", "update_user", "patch_user", "delete_user"] {
      #expect(tests.contains("\nmod \(operation) {\n"), "\(operation)")
    }
    for expected in [
      "answer.expect_error(409, \"email_taken\");", "answer.expect_error(404, \"user_not_found\");",
      "(\"name\", json!(\"a\".repeat(101)), &[\"/name max_length\"])", "(\"role\", json!(\"not listed\"), &[\"/role enum\"])",
      "(\"email\", &[\"/email required\"])", "(\"/api/users/x\", &[\"id type\"])", "(\"/api/users?page=0\", &[\"page minimum\"])",
      "answer.expect_error(415, \"unsupported_media_type\");", "async fn clears_what_may_be_null()",
      "async fn refuses_what_another_one_has()", "&\" \".repeat(1_048_577)", "answer.expect_error(413, \"payload_too_large\");",
    ] {
      #expect(tests.contains(expected), "\(expected)")
    }
    #expect(!tests.contains("is not called here"))
  }

  @Test("the same inputs give the same tests")
  func repeated() throws { #expect(try files(.sqlite)["tests/users_test.rs"] == files(.sqlite)["tests/users_test.rs"]) }

  @Test("what is read in several queries is read on one connection", arguments: [SQLDialect.sqlite, .postgres])
  func connections(_ database: SQLDialect) throws {
    let service = try #require(try files(database)["src/services/users.rs"])
    #expect(service.ranges(of: "let mut connection = db.acquire().await?;").count == 1)
    for query in ["count_users(\n        &mut *connection,", "list_users(&mut *connection, ", "find_user_by_id(db, "] {
      #expect(service.contains("queries::\(query)"), "\(query)")
    }
  }

  /// A copy of an example with another contract.
  private func changing(_ example: String, _ change: (String) throws -> String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.root.appending(path: "examples/\(example)"), to: folder)
    let contract = folder.appending(path: "openapi.yaml")
    let text = try change(String(contentsOf: contract, encoding: .utf8))
    try text.write(to: contract, atomically: true, encoding: .utf8)
    return folder
  }

  /// The contract with more text after a line; the first such line behind a heading, where there is one.
  private func inserting(_ text: String, after line: String, in contract: String, behind heading: String = "") throws -> String {
    let start = try heading.isEmpty ? contract.startIndex : #require(contract.range(of: heading)).upperBound
    let place = try #require(contract[start...].range(of: line))
    return contract.replacingCharacters(in: place, with: line + text)
  }

  @Test("a header that no handler reads has no structure")
  func headers() throws {
    let folder = try changing("users") { contract in
      try inserting(
        "        - {name: X-Tenant, in: header, schema: {type: string}}\n", after: "      parameters:\n", in: contract)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in try files(.sqlite, in: folder) where path.hasSuffix(".rs") {
      #expect(!text.contains("ListUsersHeaders") && !text.contains("mod headers"), "\(path)")
    }
  }

  @Test("serde knows what is sent, what a column keeps as JSON, and items that have to differ; requests it does not read")
  func serde() throws {
    let folder = try changing("petstore") { contract in
      let kinds = """
                - name: kinds
                  in: query
                  schema: {type: array, uniqueItems: true, items: {type: string, enum: [big, small]}}

        """
      let zone = "        zone: {type: string, writeOnly: true}\n"
      let contract = try inserting(kinds, after: "      summary: List owners\n      parameters:\n", in: contract)
      return try inserting(zone, after: "      properties:\n", in: contract, behind: "    Address:\n")
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try files(.sqlite, in: folder)
    let requests = try #require(files["src/generated/api/requests.rs"])
    let responses = try #require(files["src/generated/api/responses.rs"])
    for type in [
      "#[derive(Debug, Clone, PartialEq)]\npub struct NewOwner {",
      "#[derive(Debug, Clone, PartialEq, Serialize)]\npub struct AddressInput {",
      "#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]\npub enum ListOwnersKindsItem {",
    ] {
      #expect(requests.contains(type), "\(type)")
    }
    #expect(responses.contains("#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]\npub struct Address {"))
  }

  @Test("every type says what it is for")
  func documentation() throws {
    let requests = try #require(try files(.sqlite)["src/generated/api/requests.rs"])
    for line in ["/// The query parameters of `GET /api/users`.", "/// The values of `sort` in `GET /api/users`."] {
      #expect(requests.contains("\n\(line)\n"), "\(line)")
    }
  }
}
