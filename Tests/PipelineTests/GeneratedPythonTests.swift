import Foundation
import SpecAdapters
import SpecIR
import SpecPipeline
import SpecWriting
import Testing

/// The users example as a whole backend on FastAPI.
@Suite("The users backend on FastAPI")
struct GeneratedPythonTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func files(_ database: SQLDialect, example: String = "users", package: String = "users") throws -> [String: String] {
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: Self.root.appending(path: "examples/\(example)").path)))
    let inputs = Configuration.Inputs(openAPI: ConfiguredPath("openapi.yaml"), migrations: ConfiguredPath("migrations"))
    let read = pipeline.core(inputs)
    let core = try #require(read)
    let target = TargetConfiguration(
      name: "api", adapter: .builtIn(AdapterID("python-fastapi")), path: nil, database: database, package: package)
    let files = try pipeline.generate(core, for: target)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path.description, $0.text) })
  }

  private static let constant = [
    ".dockerignore", ".env.example", ".gitignore", "Dockerfile", "README.md", "compose.yaml", "pyproject.toml",
    "tests/__init__.py",
    "tests/answers.py", "tests/conftest.py", "tests/database.py", "tests/test_config.py", "tests/test_contract.py",
    "tests/test_draining.py", "tests/test_http.py", "tests/test_migrations.py", "tests/test_stopping.py", "users/__init__.py",
    "users/__main__.py",
    "users/app.py", "users/config.py", "users/errors.py", "users/extract/__init__.py", "users/extract/json.py",
    "users/extract/json_text.py", "users/extract/params.py", "users/extract/part.py", "users/extract/route.py",
    "users/generated/__init__.py", "users/generated/db/__init__.py", "users/generated/db/database.py",
    "users/generated/db/driver.py", "users/generated/db/migrations.py", "users/generated/db/refusals.py",
    "users/generated/db/types.py", "users/handlers/__init__.py", "users/handlers/health.py", "users/handlers/openapi.py",
    "users/middleware/__init__.py", "users/middleware/body_limit.py", "users/middleware/cors.py", "users/middleware/failure.py",
    "users/middleware/head.py", "users/middleware/headers.py", "users/middleware/raw_path.py", "users/middleware/request_id.py",
    "users/middleware/timeout.py", "users/middleware/trace.py", "users/probe.py", "users/rejections.py", "users/resilience.py",
    "users/routes.py", "users/spelling.py", "users/state.py", "users/telemetry.py",
  ]

  @Test("what does not depend on the contract is as it was written by hand", arguments: [SQLDialect.sqlite, .postgres])
  func skeleton(_ database: SQLDialect) throws {
    let files = try files(database)
    let yardsticks = Self.root.appending(path: "Tests/Yardsticks")
    for path in Self.constant + (database == .postgres ? ["tests/test_driver.py"] : []) {
      let overlay = yardsticks.appending(path: "users-fastapi-postgres/\(path)")
      let isOverlaid = database == .postgres && FileManager.default.fileExists(atPath: overlay.path)
      let yardstick = isOverlaid ? overlay : yardsticks.appending(path: "users-fastapi/\(path)")
      #expect(try files[path] == String(contentsOf: yardstick, encoding: .utf8), "\(path)")
    }
  }

  @Test("a package of a long name has no line of imports that ruff would break")
  func longName() throws {
    let package = String(repeating: "long_", count: 9) + "name"
    for (path, text) in try files(.sqlite, package: package) where path.hasSuffix(".py") {
      for line in text.split(separator: "\n") where line.hasPrefix("from ") {
        #expect(line.utf8.count <= 100, "\(path): \(line)")
      }
    }
  }

  @Test("helpers of tests are there where a test calls them", arguments: [("users", true), ("shop", false)])
  func helpers(_ example: String, _ isCalled: Bool) throws {
    let answers = try #require(try files(.sqlite, example: example)["tests/answers.py"])
    #expect(answers.contains("def expect_violations(") == isCalled)
  }

  @Test("the same inputs give the same files")
  func repeated() throws { #expect(try files(.sqlite, example: "shop") == files(.sqlite, example: "shop")) }
}
