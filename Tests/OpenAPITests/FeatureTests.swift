import Foundation
import OpenAPIReader
import SpecDiagnostics
import Testing

@Suite("What is read and not generated")
struct FeatureTests {
  @Test("each use of a feature is a note where it is written")
  func notes() {
    check(schema: "{1️⃣not: {}}", ["1️⃣": "feature-unsupported: not: nothing is generated"])
    check(schema: "{1️⃣if: {}, then: {}}", ["1️⃣": "feature-unsupported: if, then, else"])
    check(schema: "{1️⃣unevaluatedProperties: false}", ["1️⃣": "feature-unsupported: like `additionalProperties`"])
    check(schema: "{1️⃣xml: {name: a}}", ["1️⃣": "feature-unsupported: xml"])
    check(rest: "1️⃣webhooks: {a: {}}", ["1️⃣": "feature-unsupported: webhooks"])
    check(
      rest:
        "paths: {/a: {get: {1️⃣callbacks: {c: {'{$request.body#/url}': {}}}, responses: {200: {description: d, 2️⃣links: {l: {}}}}}}}",
      ["1️⃣": "feature-unsupported: callbacks", "2️⃣": "feature-unsupported: links"])
    check(
      rest: "paths: {/a: {parameters: [{name: 1️⃣Accept, in: header, schema: {}}]}}", ["1️⃣": "feature-unsupported: said elsewhere"])
  }

  @Test("a feature that is used a thousand times is told twenty times, and counted")
  func bounded() {
    let schemas = (0..<1000).map { "S\($0): {not: {}}" }.joined(separator: ", ")
    let reading = Reading("openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {schemas: {\(schemas)}}")
    let notes = reading.diagnostics.sorted.filter { $0.code == .featureUnsupported }
    #expect(notes.count == 21)
    #expect(notes.last?.message == "not: 980 more places are not listed")
  }

  @Test("a mistake that is made a thousand times is told a hundred times, and counted")
  func boundedFindings() {
    let schemas = (0..<1000).map { "S\($0): {requried: []}" }.joined(separator: ", ")
    let reading = Reading("openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {schemas: {\(schemas)}}")
    #expect(reading.diagnostics.sorted.count == 101)
    #expect(reading.diagnostics.sorted.last?.message == "900 more findings of this sort are not listed")
  }

  @Test("the page about features names each of them with what follows", arguments: UnsupportedFeature.allCases)
  func page(feature: UnsupportedFeature) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../docs/unsupported.md")
    let text = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    #expect(text.contains(feature.consequence))
  }
}
