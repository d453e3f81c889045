import Foundation
import SpecDiagnostics
import SpecIR
import Testing

/// Rows that migrations write, and a question that both databases must answer alike.
struct RowQuestion: CustomTestStringConvertible {
  let folder: String
  let query: String
  let answer: String

  var testDescription: String { "\(folder): \(query)" }

  static let all = [
    RowQuestion(
      folder: "evolution-postgres",
      query: "SELECT serial_number, port + 0, CASE WHEN active THEN 'y' ELSE 'n' END, firmware_version FROM hosts ORDER BY id",
      answer: "A-1|80|y|1.0\nA-2|80|y|1.0\n"),
    // The devices were rebuilt twice and renamed; what refers to them is still there.
    RowQuestion(folder: "evolution-postgres", query: "SELECT device_id, value, unit FROM readings", answer: "1|1.5|C\n"),
    RowQuestion(
      folder: "evolution-postgres", query: "INSERT INTO hosts (site_id, serial_number) VALUES (1, 'A-3') RETURNING id",
      answer: "3\n"),
    RowQuestion(
      folder: "shop-postgres", query: "SELECT sku, name, CAST(price * 100 AS INTEGER) FROM products ORDER BY sku",
      answer: "CUP|Cup|990\nMUG|Big mug|1250\n"),
    RowQuestion(folder: "shop-postgres", query: "SELECT email, country FROM customers", answer: "a@example.org|CH\n"),
    RowQuestion(folder: "blog-postgres", query: "SELECT id, name FROM tags ORDER BY id", answer: "1|Swift\n2|It's SQL\n"),
    RowQuestion(
      folder: "blog-postgres", query: "SELECT name FROM users WHERE created_at = '2024-03-01T00:30:00.000000Z'", answer: "Root\n"),
    RowQuestion(folder: "notes-sqlite", query: "SELECT id, email, full_name FROM users", answer: "10|root@example.org|Root\n"),
    RowQuestion(
      folder: "notes-sqlite",
      query: "INSERT INTO users (email, full_name) VALUES ('b@example.org', 'B') RETURNING CASE WHEN id > 10 THEN 'new' END",
      answer: "new\n"),
    RowQuestion(folder: "notes-sqlite", query: "SELECT title FROM notes WHERE pinned", answer: "First\n"),
    RowQuestion(
      folder: "issues-sqlite", query: "SELECT id, state, title FROM issues",
      answer: "7c9e6679-7425-40de-944b-e07fc1f90ae7|closed|It's open\n"),
  ]
}

@Suite("Both databases hold the same rows", .serialized, WithPostgres())
struct RowTests {
  @Test("SQLite", arguments: RowQuestion.all)
  func sqlite(_ question: RowQuestion) async throws {
    let file = try await SQLiteFile.migrated(by: try Folder(name: question.folder).printed(in: .sqlite).migrations)
    defer { file.remove() }
    let output = try await file.run(question.query + ";")
    #expect(output.text == question.answer, "\(output.errors)")
  }

  @Test("PostgreSQL", arguments: Array(RowQuestion.all.enumerated()))
  func postgres(_ index: Int, _ question: RowQuestion) async throws {
    let server = try #require(PostgresServer.current)
    try await server.migrate("rows_\(index)", by: try Folder(name: question.folder).printed(in: .postgres).migrations)
    let output = try await server.run(question.query + ";", database: "rows_\(index)", inTransaction: false)
    #expect(output.text == question.answer, "\(output.errors)")
  }
}

@Suite("The example")
struct ExampleTests {
  private func files(in folder: String) throws -> [(path: String, text: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../\(folder)").standardized
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted().map {
      ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8))
    }
  }

  @Test("its migrations, translated, are those of the backend that was written by hand")
  func yardstick() throws {
    let read = ReadFolder(try files(in: "examples/users/migrations"))
    #expect(read.findings(notes: true) == [])
    var found = Diagnostics()
    let printed = try #require(read.database).migrations(in: .sqlite, into: &found)
    let wanted = try files(in: "Tests/Yardsticks/users-axum/migrations")
    #expect(printed.map(\.fileName) == wanted.map(\.path))
    for (migration, file) in zip(printed, wanted) {
      let body = migration.text.split(separator: "\n").dropFirst().joined(separator: "\n")
      #expect(body == file.text.split(separator: "\n").joined(separator: "\n"))
    }
    #expect(found.isEmpty)
  }
}
