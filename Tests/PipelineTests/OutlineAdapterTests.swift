import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecWriting
import Testing

/// The adapter that `docs/adapters.md` begins with.
@Suite("The smallest adapter")
struct OutlineAdapterTests {
  @Test("one file is an adapter: a line for each operation, its failures from the plan")
  func outline() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().appending(path: "examples/users").path
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: root)))
    let read = pipeline.configuration(at: "specforge.yaml")
    let configuration = try #require(read)
    let made = pipeline.core(configuration.inputs)
    let core = try #require(made)
    let adapter = AnyAdapter(OutlineAdapter(), summary: "a page that lists what the backend answers")
    let options = TargetOptions(target: "page", package: "users", database: .sqlite)
    let files = try adapter.generate(core, options: options, templates: TemplateSet(embedded: [:]), into: &pipeline.diagnostics)
    #expect(files.map(\.path.description) == ["README.md"])
    let lines = try #require(files.first).text.split(separator: "\n")
    #expect(lines.count == 1 + core.operations.count)
    #expect(lines.first == "# Users API")
    #expect(lines.contains { $0.hasPrefix("- GET /api/users/{id}: 200, else 404") })
  }
}
