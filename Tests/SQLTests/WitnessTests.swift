import Foundation
import SpecIR
import Testing

/// Real databases run what is printed, and are then asked what they have.
@Suite("Real databases run the printed migrations", WithPostgres())
struct WitnessTests {
  @Test("SQLite", arguments: Folder.all)
  func sqlite(_ folder: Folder) async throws {
    let (database, migrations) = try folder.printed(in: .sqlite)
    let file = try await SQLiteFile.migrated(by: migrations)
    defer { file.remove() }
    let translated = folder.dialect != .sqlite
    let answer = try await file.run(Facts.sqliteQuery(translated: translated))
    expectSame(lines(answer.text), Facts.sqlite(database, translated: translated))
    #expect(try await file.run("PRAGMA foreign_key_check; PRAGMA integrity_check;").text == "ok\n")
  }

  @Test("PostgreSQL", arguments: Folder.all)
  func postgres(_ folder: Folder) async throws {
    let (database, migrations) = try folder.printed(in: .postgres)
    let server = try #require(PostgresServer.current)
    let name = "facts_" + folder.name.replacingOccurrences(of: "-", with: "_")
    try await server.migrate(name, by: migrations)
    let answer = try await server.run(Facts.postgresQuery, database: name, inTransaction: false)
    try #require(answer.status == 0, "\(answer.errors)")
    expectSame(lines(answer.text), Facts.postgres(database))
  }

  @Test("what PostgreSQL's columns take, SQLite's take", arguments: ["NULL", "'[1]'"])
  func documents(value: String) async throws {
    let folder = ReadFolder("CREATE TABLE t (a jsonb, b json, c text[], d jsonb NOT NULL);", dialect: .postgres)
    var found = folder.diagnostics
    let file = try await SQLiteFile.migrated(by: folder.database?.migrations(in: .sqlite, into: &found) ?? [])
    defer { file.remove() }
    let answer = try await file.run("INSERT INTO t VALUES (\(value), \(value), \(value), '{}'); SELECT count(*) FROM t;")
    #expect(answer.text == "1\n", "\(answer.errors)")
    #expect(try await file.run("INSERT INTO t (d) VALUES (NULL);").errors.contains("NOT NULL constraint failed: t.d"))
    #expect(try await file.run("INSERT INTO t (a, d) VALUES ('{', '{}');").errors.contains("CHECK constraint failed"))
  }

  private func lines(_ text: String) -> Set<String> { Set(text.split(separator: "\n").map(String.init)) }

  private func expectSame(_ found: Set<String>, _ expected: Set<String>) {
    #expect(found.subtracting(expected).sorted() == [], "only the database has")
    #expect(expected.subtracting(found).sorted() == [], "only the model has")
  }
}

/// A database file that the sqlite3 program works on.
struct SQLiteFile {
  let path = "/tmp/specforge-\(UInt32.random(in: 0 ... .max)).sqlite"

  /// Applies migrations as sqlx does: with foreign keys on, each in a transaction unless it says otherwise.
  static func migrated(by migrations: [PrintedMigration]) async throws -> SQLiteFile {
    let file = SQLiteFile()
    for migration in migrations {
      let isAlone = migration.text.hasPrefix("-- no-transaction")
      let text = isAlone ? migration.text : "BEGIN;\n\(migration.text)\nCOMMIT;"
      let output = try await file.run(text)
      guard output.errors.isEmpty else {
        file.remove()
        throw Failure("\(migration.fileName): \(output.errors)\n\(migration.text)")
      }
    }
    return file
  }

  func run(_ text: String) async throws -> Output {
    try await Output.of("sqlite3", ["-bail", path], input: "PRAGMA foreign_keys = ON;\n" + text)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

extension PostgresServer {
  /// Makes a database and applies migrations as sqlx does.
  func migrate(_ database: String, by migrations: [PrintedMigration]) async throws {
    try await createDatabase(database)
    for migration in migrations {
      let isAlone = migration.text.hasPrefix("-- no-transaction")
      let output = try await run(migration.text, database: database, inTransaction: !isAlone)
      guard output.status == 0 else { throw Failure("\(migration.fileName): \(output.errors)\n\(migration.text)") }
    }
  }
}
