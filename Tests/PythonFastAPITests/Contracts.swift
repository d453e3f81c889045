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
  static func example(_ name: String) throws -> PythonTarget {
    try target(in: root.appending(path: "examples/\(name)").path, migrations: "migrations", package: name)
  }

  /// The target of a document: its components and paths, in YAML.
  static func target(_ document: String) throws -> PythonTarget {
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-python-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\n" + document
    try text.write(to: folder.appending(path: "openapi.yaml"), atomically: false, encoding: .utf8)
    return try target(in: folder.path, migrations: nil, package: "shop")
  }

  private static func target(in folder: String, migrations: String?, package: String) throws -> PythonTarget {
    guard let files = ProjectFiles(root: folder) else { throw Unreadable(description: folder) }
    var pipeline = Pipeline(files: files)
    let core = pipeline.core(.init(openAPI: ConfiguredPath("openapi.yaml"), migrations: migrations.map { ConfiguredPath($0) }))
    guard let core, !pipeline.diagnostics.hasErrors else { throw Unreadable(description: "\(pipeline.diagnostics)") }
    return PythonTarget(
      core, options: TargetOptions(target: "api", package: package, database: .sqlite), into: &pipeline.diagnostics)
  }
}
