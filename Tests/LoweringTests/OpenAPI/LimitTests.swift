import OpenAPIReader
import SpecDiagnostics
import SpecIR
import SpecSource
import SpecWriting
import Testing

@testable import SpecLowering

@Suite("No document makes lowering run away")
struct LoweringLimitTests {
  @Test func choicesWithinChoicesAreNotMultiplied() throws {
    let levels = (0..<24).map { level in
      let next = ["A\(level + 1)", "B\(level + 1)"].map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
      return ["A\(level)", "B\(level)"].map { name in
        "    \(name): {type: object, properties: {\(name.lowercased()): {type: string}}, oneOf: [\(next)]}"
      }.joined(separator: "\n")
    }
    let last = ["A24", "B24"].map { "    \($0): {type: object, properties: {x\($0): {type: string}}}" }
    let lowered = try Lowered(document((levels + last).joined(separator: "\n")))
    #expect(lowered.core.models.count < 2000)
    #expect(lowered.diagnostics.sorted.contains { $0.code == .schemaDepth })
  }

  @Test func aLongChainOfAllOfIsCut() throws {
    let chain = (0..<1000).map { index in
      "    S\(index): {allOf: [{$ref: '#/components/schemas/S\(index + 1)'}], properties: {p\(index): {type: string}}}"
    }
    let lowered = try Lowered(document(chain.joined(separator: "\n") + "\n    S1000: {type: object}"))
    #expect(lowered.core.models.count == 1001)
    #expect(lowered.diagnostics.sorted.contains { $0.code == .schemaDepth })
  }

  @Test func layersOfAllOfAreMergedOncePerPart() throws {
    // Each layer is made of the whole layer below: 400 schemas, 7,600 parts, and far more ways from the top to the bottom.
    let schemas = (0..<20).flatMap { layer in
      (0..<20).map { index in
        let parts = (0..<20).map { "{$ref: '#/components/schemas/S\(layer - 1)_\($0)'}" }
        let allOf = layer == 0 ? "" : "allOf: [\(parts.joined(separator: ", "))], "
        return "    S\(layer)_\(index): {\(allOf)properties: {p\(layer)_\(index): {type: string}}}"
      }
    }
    let lowerer = try lowerer(of: document(schemas.joined(separator: "\n")))
    // One merge for each part, and one for each schema by itself; without what is taken over, 80,000 and more.
    #expect(lowerer.partsMerged <= 7600 + 2 * 400)
    guard case .structure(let top) = lowerer.core.models.last?.kind else { throw Unreadable() }
    #expect(top.fields.count == 19 * 20 + 1)
    #expect(lowerer.diagnostics.isEmpty)
  }

  @Test func aCycleThroughManySchemasIsCutWhereItCostsTooMuch() throws {
    let schemas = (0..<200).map { index in
      let parts = (1...30).map { "{$ref: '#/components/schemas/S\((index + $0) % 200)'}" }
      return "    S\(index): {allOf: [\(parts.joined(separator: ", "))]}"
    }
    let lowerer = try lowerer(of: document(schemas.joined(separator: "\n")), mostParts: 20_000)
    #expect(lowerer.partsMerged <= 2_000 + 3 * 200)
    #expect(lowerer.diagnostics.sorted.contains { $0.code == .schemaDepth && $0.message.contains("too many ways") })
  }

  @Test func whatIsMadeOfEachOtherIsTheSameFromEitherSide() throws {
    let lowered = try Lowered(
      document(
        """
            A: {allOf: [{$ref: '#/components/schemas/B'}], type: object, properties: {a: {type: string}}}
            B: {allOf: [{$ref: '#/components/schemas/A'}], type: object, properties: {b: {type: string}}}
            C: {allOf: [{$ref: '#/components/schemas/A'}], properties: {c: {type: string}}}
        """))
    let fields = lowered.core.models.map { model -> [String] in
      guard case .structure(let structure) = model.kind else { return [] }
      return structure.fields.map(\.name)
    }
    #expect(fields == [["b", "a"], ["a", "b"], ["b", "a", "c"]])
  }

  @Test func aListOfItselfEnds() throws {
    let lowered = try Lowered(
      document(
        "    T: {type: object, properties: {x: {type: array, items: {$ref: '#/components/schemas/T/properties/x'}}}}"))
    #expect(lowered.findings == ["6:schema-depth"])
  }

  @Test func aDefaultIsNotTriedForever() throws {
    let names = (0..<8).map { "U\($0)" }
    let unions = names.map { name in
      let others = names.filter { $0 != name }.map { "{$ref: '#/components/schemas/\($0)'}" }.joined(separator: ", ")
      return "    \(name): {oneOf: [\(others), {type: object, required: [\(name)], properties: {\(name): {type: string}}}]}"
    }
    let user = "    H: {type: object, properties: {u: {default: 5, allOf: [{$ref: '#/components/schemas/U0'}]}}}"
    let lowered = try Lowered(document((unions + [user]).joined(separator: "\n")))
    #expect(lowered.diagnostics.sorted.map(\.code).contains(.defaultDropped))
  }

  @Test func manyNamesAlikeAreNumbered() throws {
    // The same letters with other marks between them: different names of the contract, and one name in code.
    let paths = (0..<500).map { "  /p\($0): {get: {operationId: 'same\(String(repeating: "-", count: $0))name', responses: {}}}" }
    let lowered = try Lowered("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + paths.joined(separator: "\n"))
    #expect(Set(lowered.core.operations.map(\.name)).count == 500)
  }

  private struct Unreadable: Error {}

  /// The lowerer itself after its run, with what it counted.
  private func lowerer(of text: String, mostParts: Int = 1_000_000) throws -> OpenAPILowerer {
    var sources = SourceMap()
    let file = sources.add(path: "api.yaml", bytes: Array(text.utf8))
    var diagnostics = Diagnostics()
    guard let document = OpenAPIReader.read(file, sources: &sources, loader: NoSources(), into: &diagnostics) else {
      throw Unreadable()
    }
    var lowerer = OpenAPILowerer(document, diagnostics: diagnostics, mostParts: mostParts)
    lowerer.run()
    return lowerer
  }

  private func document(_ schemas: String) -> String {
    "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + schemas
  }
}
