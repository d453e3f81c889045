import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import Testing

@testable import PythonFastAPIAdapter

/// The tests that a backend gets for its operations.
@Suite("tests/test_<tag>.py")
struct OperationTestsTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  /// The files for an example, by path.
  private func files(_ example: String, on database: SQLDialect = .sqlite) throws -> [String: String] {
    let root = Self.here.deletingLastPathComponent().deletingLastPathComponent()
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: root.appending(path: "examples/\(example)").path)))
    let read = pipeline.core(
      Configuration.Inputs(openAPI: ConfiguredPath("openapi.yaml"), migrations: ConfiguredPath("migrations")))
    var diagnostics = Diagnostics()
    let target = PythonTarget(
      try #require(read), options: TargetOptions(target: "api", package: example, database: database), into: &diagnostics)
    #expect(!diagnostics.hasErrors)
    return Dictionary(uniqueKeysWithValues: TestFiles(target).files().map { ($0.path, $0.file.printed().text) })
  }

  @Test func `users as they are reviewed`() throws {
    let expected = Self.here.appending(path: "Expected/test_users.py")
    let text = try #require(try files("users")["tests/test_users.py"])
    #expect(try text == String(contentsOf: expected, encoding: .utf8))
  }

  /// Where `S101` and `PLR2004` are free and names are sentences, as in the `pyproject.toml` of a backend.
  private static let free = ["COM812", "CPY001", "FIX", "TD", "DOC", "S101", "PLR2004", "D", "ASYNC110", "INP001"]

  @Test("ruff finds nothing in them", arguments: ["users", "petstore", "shop"], [SQLDialect.sqlite, .postgres])
  func clean(_ example: String, _ database: SQLDialect) async throws {
    let files = try files(example, on: database).sorted { $0.key < $1.key }
    try #require(!files.isEmpty)
    let texts = files.map(\.value)
    #expect(try await Ruff.differences(in: texts) == [:])
    #expect(try await Ruff.findings(in: texts, rules: ["ALL"], ignoring: Self.free) == [:])
  }
}
