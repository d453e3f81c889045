import OpenAPIReader
import SpecDiagnostics
import SpecIR
import SpecLowering
import SpecSource
import Testing

/// A document after lowering.
struct Lowered {
  let core: CoreModel
  let diagnostics: Diagnostics
  let sources: SourceMap

  init(_ text: String) throws {
    var sources = SourceMap()
    var reading = Diagnostics()
    let id = sources.add(path: "api.yaml", bytes: Array(text.utf8))
    let document = try #require(OpenAPIReader.read(id, sources: &sources, loader: NoSources(), into: &reading))
    #expect(reading.sorted.filter { $0.severity == .error }.map(\.message) == [], "the document itself must be sound")
    var diagnostics = Diagnostics()
    core = OpenAPILowering.lower(document, into: &diagnostics)
    self.diagnostics = diagnostics
    self.sources = sources
  }

  /// The findings of lowering as `line:code`.
  var findings: [String] {
    diagnostics.sorted.map { finding in
      let line = finding.range.map { String(sources.start(of: $0).line) } ?? "-"
      return "\(line):\(finding.code.rawValue)"
    }
  }

  /// The models that no operation made, one on each line.
  var models: String { CoreText(core: core).models }
  var operations: String { CoreText(core: core).operations }
}

/// Lowers the schemas of a document, given as the entries of `components/schemas`, and compares the models.
/// - Parameters:
///   - findings: as `line:code`, lines counted within `schemas`.
func checkSchemas(
  _ schemas: String, _ models: String, findings: [String] = [], version: String = "3.1.0",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let head = "openapi: \(version)\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
  let body = schemas.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(separator: "\n")
  let lowered = try Lowered(head + body)
  let offset = head.split(separator: "\n").count
  let found = lowered.findings.map { finding -> String in
    let parts = finding.split(separator: ":", maxSplits: 1)
    return "\(Int(parts[0]).map { $0 - offset } ?? 0):\(parts[1])"
  }
  #expect(lowered.models == models, sourceLocation: sourceLocation)
  #expect(found == findings, sourceLocation: sourceLocation)
}

/// Lowers the paths of a document.
func checkPaths(
  _ paths: String, components: String = "", security: String = "", version: String = "3.1.0"
) throws -> Lowered {
  func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  }
  let components = components.isEmpty ? "" : "\ncomponents:\n" + indented(components)
  let head = "openapi: \(version)\ninfo: {title: T, version: '1'}\n\(security)\npaths:\n"
  return try Lowered(head + indented(paths) + components)
}
