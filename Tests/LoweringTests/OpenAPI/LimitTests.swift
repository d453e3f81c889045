import SpecDiagnostics
import SpecIR
import SpecWriting
import Testing

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

  private func document(_ schemas: String) -> String {
    "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + schemas
  }
}
