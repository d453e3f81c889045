import Foundation
import SQLReader
import SpecDiagnostics
import SpecIR

import Testing
/// A folder of `Folders/`: migrations as a project would have them, named after the dialect that they are written in.
struct Folder: CustomTestStringConvertible {
  let name: String

  static let all = [
    "blog-postgres", "shop-postgres", "tenants-postgres", "dump-postgres", "evolution-postgres", "notes-sqlite", "issues-sqlite",
  ].map(Folder.init)

  var dialect: SQLDialect { name.hasSuffix("sqlite") ? .sqlite : .postgres }
  var testDescription: String { name }

  /// Reads the folder; the dialect is left to the evidence.
  func read() throws -> ReadFolder {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Folders/\(name)")
    let files = try FileManager.default.contentsOfDirectory(atPath: root.path)
    return ReadFolder(
      // The order in which a folder lists its files means nothing.
      try files.sorted(by: >).map { ($0, try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)) })
  }

  /// Reads the folder and prints it in a dialect; fails where there are errors.
  func printed(in dialect: SQLDialect) throws -> (database: Database, migrations: [PrintedMigration]) {
    let read = try read()
    guard let database = read.database, !read.diagnostics.hasErrors else {
      throw Failure("\(name): \(read.findings())")
    }
    var found = Diagnostics()
    let migrations = database.migrations(in: dialect, into: &found)
    guard !found.hasErrors else { throw Failure("\(name): \(found.sorted.map(\.message))") }
    return (database, migrations)
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
