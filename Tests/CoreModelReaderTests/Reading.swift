import Foundation
import SpecDiagnostics
import SpecDocuments
import SpecIR
import SpecPipeline
import SpecSource
import SpecWriting
import Testing

@testable import CoreModelReader

/// One reading of a JSON text, with its findings.
struct Reading {
  let core: CoreModel?
  /// Each with its line and column.
  let findings: [String]

  init(_ text: String) {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let source = sources.add(path: "core.json", bytes: Array(text.utf8))
    let document = DocumentReader.readJSON(source, in: sources, into: &diagnostics)
    core = document.flatMap { CoreReader.read($0.root, into: &diagnostics) }
    findings = diagnostics.sorted.map { finding in
      let place = finding.range.map { sources.start(of: $0) }
      return "\(place?.line ?? 0):\(place?.column ?? 0) \(finding.code.rawValue): \(finding.message)"
    }
  }
}

/// What is in the repository beside the tests.
enum Sample {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The CoreModel of an example.
  static func example(_ name: String) throws -> CoreModel {
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: root.appending(path: "examples/\(name)").path)))
    // A macro cannot call what changes the pipeline.
    let read = pipeline.configuration(at: "specforge.yaml")
    let core = pipeline.core(try #require(read).inputs)
    return try #require(core)
  }

  /// The CoreModel of a document that stands alone; nothing where it has errors.
  static func document(_ path: String, in folder: String) throws -> CoreModel? {
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: folder)))
    let core = pipeline.core(Configuration.Inputs(openAPI: ConfiguredPath(path)))
    return pipeline.diagnostics.hasErrors ? nil : core
  }
}

extension CoreModel {
  /// What differs from another model, by the names of the lists; provenance is no part of a model.
  func differences(from other: CoreModel) -> [String] {
    let same: [(String, Bool)] = [
      ("service", service == other.service), ("models", models == other.models), ("operations", operations == other.operations),
      ("plans", plans == other.plans), ("securitySchemes", securitySchemes == other.securitySchemes),
      ("envelopes", envelopes == other.envelopes), ("defaultFormat", defaultFormat == other.defaultFormat),
      ("database", database == other.database), ("rows", rows == other.rows), ("mappings", mappings == other.mappings),
      ("queries", queries == other.queries), ("errors", errors == other.errors), ("functions", functions == other.functions),
      ("contract", contract == other.contract),
    ]
    return same.filter { !$0.1 }.map(\.0)
  }
}
