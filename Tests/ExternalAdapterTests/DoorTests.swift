import ExternalAdapter
import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecDocuments
import SpecIR
import SpecPipeline
import SpecSource
import SpecTemplates
import SpecWriting
import Testing

/// Our own adapters, behind the door that others come through.
@Suite("A built-in adapter as a program")
struct DoorTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private struct Case: CustomTestStringConvertible {
    let example: String
    let adapter: String
    let database: SQLDialect

    var testDescription: String { "\(example), \(adapter), \(database.rawValue)" }

    static let all = ["users", "petstore", "shop"].flatMap { example in
      ["rust-axum", "python-fastapi"].flatMap { adapter in
        SQLDialect.allCases.map { Case(example: example, adapter: adapter, database: $0) }
      }
    }
  }

  @Test("it writes every file byte by byte as without the door", arguments: Case.all)
  private func files(_ test: Case) throws {
    var pipeline = try Self.pipeline(Self.root.appending(path: "examples/\(test.example)"))
    let core = try Self.core(&pipeline, .init(openAPI: ConfiguredPath("openapi.yaml"), migrations: ConfiguredPath("migrations")))
    let target = TargetConfiguration(
      name: "api", adapter: .builtIn(AdapterID(test.adapter)), path: nil, database: test.database, package: "shop-api")
    let expected = try pipeline.generate(core, for: target)
    #expect(expected.count > 20)
    let response = try Self.answer(core, target)
    #expect(response.files == expected)
    #expect(response.findings.count == 0)
    // What travels is text: it is read back as it was.
    #expect(try ResponseReader.read(Array(JSONWriter.write(response.json, indent: nil).utf8)) == response)
  }

  @Test("what it finds is told at the same place of the migrations")
  func findings() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sf-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.root.appending(path: "examples/users"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try """
    CREATE TABLE odd (
      id bigint PRIMARY KEY,
      place point NOT NULL
    );
    CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
    """.write(to: folder.appending(path: "migrations/0003_touch.sql"), atomically: false, encoding: .utf8)
    var pipeline = try Self.pipeline(folder)
    let core = try Self.core(&pipeline, .init(openAPI: ConfiguredPath("openapi.yaml"), migrations: ConfiguredPath("migrations")))
    let target = TargetConfiguration(
      name: "api", adapter: .builtIn(AdapterID("rust-axum")), path: nil, database: .sqlite, package: "t")
    let before = Set(pipeline.diagnostics.sorted)
    _ = try pipeline.generate(core, for: target)
    let expected = pipeline.diagnostics.sorted.filter { !before.contains($0) }
    #expect(expected.filter { $0.code == .sqlUntranslatable && $0.range != nil }.count == 2, "\(expected)")
    let response = try Self.answer(core, target)
    #expect(response.findings.contains { $0.at?.description == "/core/database/migrations/2/changes/1" }, "\(response.findings)")
    let told = response.findings.map { $0.diagnostic(in: core, or: nil) }
    #expect(Set(told) == Set(expected))
  }

  @Test(
    "a request that is none is refused with its place",
    arguments: [
      ("", "document-empty"), ("{", "json-syntax"), ("{}", "adapter-protocol: the request names no version of its protocol"),
      (#"{"protocol": 2}"#, "adapter-protocol: version 2 of the protocol; this program speaks 1"),
      (#"{"protocol": 1}"#, "adapter-protocol: the request lacks its project, its target or its model"),
      (
        #"{"protocol": 1, "project": "p", "target": {"name": "n", "package": "p", "database": "sqlite"}, "core": {"schema": 1}}"#,
        "core-invalid: schema 1 of the CoreModel; this program reads 2"
      ),
    ])
  func refusals(_ request: String, expected: String) throws {
    var door = try #require(Pipeline.door(to: AdapterID("rust-axum")))
    // A macro cannot call what changes the door.
    let response = try door.answer(Array(request.utf8))
    #expect(response == nil)
    let first = try #require(door.diagnostics.sorted.first)
    #expect("\(first.code.rawValue): \(first.message)".hasPrefix(expected), "\(first)")
  }

  @Test("a model whose plans are not built is refused: adapters are asked once everything is decided")
  func undecided() throws {
    var pipeline = try Self.pipeline(Self.root.appending(path: "examples/users"))
    var core = try Self.core(&pipeline, .init(openAPI: ConfiguredPath("openapi.yaml")))
    core.plans = []
    let request = AdapterRequest(project: "p", options: TargetOptions(target: "t", package: "p", database: .sqlite), core: core)
    for adapter in Pipeline.adapters {
      var door = try #require(Pipeline.door(to: adapter.id))
      let response = try door.answer(Array(JSONWriter.write(request.json, indent: nil).utf8))
      #expect(response == nil)
      #expect(door.diagnostics.sorted.map(\.message) == ["the operations of the model have no plans"])
    }
  }

  // MARK: Tools

  private static func pipeline(_ folder: URL) throws -> Pipeline {
    Pipeline(files: try #require(ProjectFiles(root: folder.path)))
  }

  private static func core(_ pipeline: inout Pipeline, _ inputs: Configuration.Inputs) throws -> CoreModel {
    let core = pipeline.core(inputs)
    return try #require(core)
  }

  private static func answer(_ core: CoreModel, _ target: TargetConfiguration) throws -> AdapterResponse {
    let options = TargetOptions(target: target.name, package: target.package, database: target.database)
    let request = AdapterRequest(project: "shop", options: options, core: core)
    guard case .builtIn(let id) = target.adapter else { throw Unexpected() }
    var door = try #require(Pipeline.door(to: id))
    let response = try door.answer(Array(JSONWriter.write(request.json, indent: nil).utf8))
    return try #require(response, "\(door.diagnostics.sorted)")
  }

  private struct Unexpected: Error {}
}
