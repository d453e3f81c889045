import Foundation
import OpenAPIReader
import SpecDiagnostics
import SpecIR
import SpecSource
import SpecWriting
import Testing

@testable import SpecLowering

/// Real documents of others, which `SPECFORGE_SPECS` names.
@Suite("Real documents")
struct CorpusLoweringTests {
  @Test func everyValidDocumentIsLowered() throws {
    var totals = Totals()
    for path in Self.validDocuments {
      var sources = SourceMap()
      var reading = Diagnostics()
      let id = sources.add(path: path, bytes: try Self.bytes(path))
      guard let document = OpenAPIReader.read(id, sources: &sources, loader: Self.Loader(), into: &reading) else { continue }
      let clock = ContinuousClock()
      var diagnostics = Diagnostics()
      var core = CoreModel(service: ServiceInfo(title: "", version: ""))
      let time = clock.measure { core = OpenAPILowering.lower(document, into: &diagnostics) }
      core.plans = PlanBuilder.plans(for: core)
      #expect(time < .seconds(60), "\(path) took \(time)")
      checkIntegrity(of: core, path)
      var again = Diagnostics()
      var second = OpenAPILowering.lower(document, into: &again)
      second.plans = PlanBuilder.plans(for: second)
      #expect(CoreText(core: core).models == CoreText(core: second).models, "\(path) is lowered differently each time")
      #expect(core.operations == second.operations && core.plans == second.plans && core.envelopes == second.envelopes)
      #expect(diagnostics.sorted == again.sorted)
      totals.add(core, diagnostics, time, path)
    }
    totals.report()
  }

  private func checkIntegrity(of core: CoreModel, _ path: String) {
    let names = core.models.map(\.name)
    #expect(Set(names).count == names.count, "\(path): names of models are not unique")
    let operations = core.operations.map(\.name)
    #expect(Set(operations).count == operations.count, "\(path): names of operations are not unique")
    #expect(core.plans.count == core.operations.count)
    var shapes: [Shape] = core.models.flatMap(\.kind.shapes)
    for operation in core.operations {
      shapes += operation.parameters.map(\.shape)
      shapes += operation.body?.alternatives.map(\.shape) ?? []
      for response in operation.responses { shapes += response.contents.map(\.shape) + response.headers.map(\.shape) }
    }
    for shape in shapes {
      #expect(shape.type.models.allSatisfy { core.models.indices.contains($0.index) }, "\(path): a type names no model")
    }
    for model in core.models {
      guard case .structure(let structure) = model.kind else { continue }
      #expect(Set(structure.fields.map(\.name)).count == structure.fields.count, "\(path): \(model.name) has a field twice")
    }
    for operation in core.operations {
      let described = Set(operation.parameters.filter { $0.location == .path }.map(\.name))
      #expect(described.isSuperset(of: operation.path.parameterNames), "\(path): \(operation.name) lacks a path parameter")
    }
  }

  private static let folder = ProcessInfo.processInfo.environment["SPECFORGE_SPECS"].map {
    URL(fileURLWithPath: $0).standardizedFileURL
  }

  /// The documents of 3.0 and 3.1 that the index calls valid.
  private static let validDocuments: [String] = {
    guard let folder, let index = try? String(contentsOf: folder.appending(path: "INDEX.tsv"), encoding: .utf8) else {
      print("note: SPECFORGE_SPECS names no folder of documents; the test that lowers them is skipped")
      return []
    }
    return index.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 10, cells[4].hasPrefix("3."), cells[9] == "VALID" else { return nil }
      return String(cells[0])
    }
  }()

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  private struct Loader: SourceLoader {
    func load(_ reference: String, from referrer: String) -> Result<LoadedSource, SourceLoadFailure> {
      guard let root = folder else { return .failure(.missing) }
      let file = root.appending(path: referrer).deletingLastPathComponent().appending(path: reference).standardizedFileURL
      guard file.path.hasPrefix(root.path + "/") else { return .failure(.outsideRoot) }
      guard let data = try? Data(contentsOf: file) else { return .failure(.missing) }
      return .success(LoadedSource(path: String(file.path.dropFirst(root.path.count + 1)), bytes: [UInt8](data)))
    }
  }
}

/// What all documents gave together.
private struct Totals {
  private var documents = 0
  private var operations = 0
  private var models = 0
  private var envelopes = 0
  private var openAliases = 0
  private var findings: [String: Int] = [:]
  private var slowest: (time: Duration, path: String) = (.zero, "")
  private var time = Duration.zero

  mutating func add(_ core: CoreModel, _ diagnostics: Diagnostics, _ time: Duration, _ path: String) {
    documents += 1
    operations += core.operations.count
    models += core.models.count
    envelopes += core.envelopes.count
    for finding in diagnostics.sorted { findings[finding.code.rawValue, default: 0] += 1 }
    self.time += time
    if time > slowest.time { slowest = (time, path) }
  }

  func report() {
    print("lowered \(documents) documents: \(operations) operations, \(models) models, \(envelopes) envelopes in \(time)")
    print("slowest: \(slowest.path), \(slowest.time)")
    for (code, count) in findings.sorted(by: { $0.key < $1.key }) { print("  \(code): \(count)") }
  }
}
