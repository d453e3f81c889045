import Foundation
import SpecAdapters
import SpecIR
import SpecPipeline
import SpecWriting
import Testing

/// What is decided once for all stacks, seen in what each of them writes.
@Suite("Decisions that stacks share")
struct SharedDecisionsTests {
  private static func contract(status: String) -> String {
    """
    openapi: 3.1.0
    info: { title: Things, version: "1" }
    paths:
      /things:
        post:
          operationId: createThing
          requestBody:
            required: true
            content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
          responses:
            "\(status)": { description: Made, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
            "409": { description: Taken }
    components:
      schemas:
        Thing:
          type: object
          required: [name, label]
          properties: { name: { type: string }, label: { type: string } }
    """
  }

  private static let migration = """
    CREATE TABLE things (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL,
      CONSTRAINT things_key UNIQUE (name), CONSTRAINT things__key UNIQUE (label));
    CREATE UNIQUE INDEX things_name ON things (name);
    """

  /// The files of a backend by the last part of their path.
  private func generate(_ adapter: AdapterID, on database: SQLDialect, status: String = "201") throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-shared-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "migrations"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.contract(status: status).utf8).write(to: folder.appending(path: "openapi.yaml"))
    try Data(Self.migration.utf8).write(to: folder.appending(path: "migrations/0001_things.sql"))
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: folder.path)))
    let inputs = Configuration.Inputs(openAPI: .init("openapi.yaml"), migrations: .init("migrations"))
    let core = pipeline.core(inputs)
    let target = TargetConfiguration(name: "api", adapter: .builtIn(adapter), path: nil, database: database, package: "things")
    let files = try pipeline.generate(try #require(core), for: target)
    try #require(!files.isEmpty)
    return Dictionary(files.map { (String($0.path.components.suffix(2).joined(separator: "/")), $0.text) }) { first, _ in first }
  }

  @Test(
    "constraints that differ in code alone stay two, and those that a database tells alike are one",
    arguments: [
      (SQLDialect.sqlite, ["things_key", "things__key"], ["things.name", "things.label"]),
      (.postgres, ["things_key", "things__key", "things_name"], ["things_key", "things__key", "things_name"]),
    ])
  func constraints(database: SQLDialect, names: [String], told: [String]) throws {
    let rust = try #require(try generate(AdapterID("rust-axum"), on: database)["db/constraints.rs"])
    let texts = rust.matches(of: /"(?:UNIQUE constraint failed: )?([a-z_.]+)" => Some\(Self::(\w+)\)/)
    #expect(texts.map { String($0.1) } == told)
    #expect(Set(texts.map(\.2)).count == told.count, "\(rust)")
    let python = try #require(try generate(AdapterID("python-fastapi"), on: database)["db/constraints.py"])
    #expect(python.matches(of: /\n    THINGS\w+ = "(\w+)"/).map { String($0.1) } == names)
    if database == .sqlite {
      #expect(python.matches(of: /"UNIQUE constraint failed: (.+?)"/).map { String($0.1) } == told)
    }
  }

  @Test(
    "an operation answers with the status of its contract, whether the framework has a word for it or not",
    arguments: [
      ("201", "StatusCode::CREATED", "HTTPStatus.CREATED"), ("207", "StatusCode::MULTI_STATUS", "HTTPStatus.MULTI_STATUS"),
      ("226", "StatusCode::IM_USED", "HTTPStatus.IM_USED"),
      ("299", "StatusCode::from_u16(299).unwrap_or(StatusCode::OK)", "status_code=299"),
    ])
  func status(_ code: String, rust: String, python: String) throws {
    let handler = try #require(try generate(AdapterID("rust-axum"), on: .sqlite, status: code)["handlers/things.rs"])
    #expect(handler.contains(rust), "\(handler)")
    let routes = try #require(try generate(AdapterID("python-fastapi"), on: .sqlite, status: code)["things/routes.py"])
    #expect(routes.contains(python), "\(routes)")
  }
}
