import Foundation
import OpenAPIReader
import SQLReader
import SpecDiagnostics
import SpecIR
import SpecLowering
import SpecSource
import Testing

/// The example of the repository is bound whole: it shows what a user gets.
@Test func `every operation of the example is bound`() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../examples/users").standardized
  var sources = SourceMap()
  var diagnostics = Diagnostics()
  func add(_ path: String) throws -> SourceID {
    sources.add(path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
  }
  let api = try add("openapi.yaml")
  let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "migrations").path).sorted()
  let migrations = try names.map { try add("migrations/\($0)") }
  let document = try #require(OpenAPIReader.read(api, sources: &sources, loader: NoSources(), into: &diagnostics))
  let database = SQLReader.read(migrations, sources: sources, into: &diagnostics)
  let core = Lowering.core(from: document, database: database, into: &diagnostics)
  #expect(BehaviourVerifier.faults(in: core) == [])
  let unbound = core.operations.filter { if case .unbound = $0.implementation { true } else { false } }
  #expect(unbound.map(\.name) == [])
  let codes: Set<DiagnosticCode> = [.operationUnbound, .fieldUnmapped, .pageBounded, .bodyRequired, .bindingExtension]
  #expect(diagnostics.sorted.filter { codes.contains($0.code) }.map(\.message) == [])
  let text = BehaviourText(core)
  #expect(!core.queries.map(text.text(of:)).joined().contains("password"))
  #expect(core.rows.map(text.text(of:)) == ["User(id, email, name, role, created_at, updated_at, bio)"])
}
