import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecSource

@testable import PythonFastAPIAdapter

/// Contracts as the pipeline reads them, for the rooms of the adapter.
enum Contracts {
  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The target of an example.
  static func example(_ name: String) throws -> PythonTarget { try target(of: core(name), package: name) }

  /// What an example says.
  static func core(_ name: String) throws -> CoreModel {
    try core(in: root.appending(path: "examples/\(name)").path, migrations: "migrations")
  }

  /// The target of a document: its components and paths, in YAML; and of a migration, in the dialect of PostgreSQL.
  static func target(_ document: String, migration: String? = nil) throws -> PythonTarget {
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-python-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "migrations"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\n" + document
    try text.write(to: folder.appending(path: "openapi.yaml"), atomically: false, encoding: .utf8)
    if let migration {
      try migration.write(to: folder.appending(path: "migrations/0001_all.sql"), atomically: false, encoding: .utf8)
    }
    return try target(of: core(in: folder.path, migrations: migration == nil ? nil : "migrations"), package: "shop")
  }

  private static func core(in folder: String, migrations: String?) throws -> CoreModel {
    guard let files = ProjectFiles(root: folder) else { throw Unreadable(description: folder) }
    var pipeline = Pipeline(files: files)
    let core = pipeline.core(.init(openAPI: ConfiguredPath("openapi.yaml"), migrations: migrations.map { ConfiguredPath($0) }))
    guard let core, !pipeline.diagnostics.hasErrors else { throw Unreadable(description: "\(pipeline.diagnostics)") }
    return core
  }

  private static func target(of core: CoreModel, package: String) throws -> PythonTarget {
    var diagnostics = Diagnostics()
    let target = PythonTarget(
      core, options: TargetOptions(target: "api", package: package, database: .sqlite), into: &diagnostics)
    guard !diagnostics.hasErrors else { throw Unreadable(description: "\(diagnostics)") }
    return target
  }
}
