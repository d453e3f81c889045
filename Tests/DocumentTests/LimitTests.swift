import SpecDiagnostics
import SpecDocuments
import SpecSource
import Testing

/// Inputs made to use up time or memory. Each is read well below a second; the bound is loose for busy machines.
@Suite("Limits", .timeLimit(.minutes(1)))
struct LimitTests {
  @Test(
    "nesting stops at its limit",
    arguments: [
      ("[", "a.yaml"), ("[", "a.json"), ("{a: ", "a.yaml"), ("{\"a\":", "a.json"), ("{\"a\":[", "a.json"), ("- ", "a.yaml"),
      ("? ", "a.yaml"), ("[{a: ", "a.yaml"),
      ("[\n", "a.yaml"), ("{? ", "a.yaml"), ("- ? ", "a.yaml"), ("!!seq [", "a.yaml"), ("&a [", "a.yaml"),
    ])
  func nesting(unit: String, path: String) throws {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let result = read(text, as: path)
    #expect(result.document == nil)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    // Some forms libyaml refuses by itself before the limit is reached.
    #expect(diagnostic.code == .documentDepth || diagnostic.code == .yamlSyntax)
    if unit == "[" || unit == "- " || unit == "{a: " { #expect(diagnostic.code == .documentDepth) }
    if unit == "[" { #expect(diagnostic.range?.start == UInt32(DocumentLimits.depth)) }
  }

  @Test("one level below the limit is read", arguments: ["a.yaml", "a.json"])
  func deepest(path: String) throws {
    var node = try sound(
      String(repeating: "[", count: DocumentLimits.depth) + String(repeating: "]", count: DocumentLimits.depth), as: path)
    for _ in 1..<DocumentLimits.depth { node = try #require(node.items.first) }
    #expect(node.items.isEmpty)
    _ = node.document.root.json()
  }

  @Test("a mapping nested line by line")
  func blockNesting() {
    let text = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(read(text, as: "a.yaml").diagnostics.map(\.code) == [.documentDepth])
  }

  /// `a0: &a0 [x, …]`, `a1: &a1 [*a0, …]`, …: ten times as much with each line.
  private func bomb(lines: Int, item: (Int) -> String) -> String {
    (0..<lines).map { line in "a\(line): &a\(line) [\(Array(repeating: item(line), count: 10).joined(separator: ", "))]\n" }
      .joined()
  }

  @Test("expansion bombs are refused at the alias that is one too many, and once")
  func bombs() throws {
    let laughs = read(bomb(lines: 9) { $0 == 0 ? "lol" : "*a\($0 - 1)" }, as: "a.yaml")
    #expect(laughs.diagnostics.map(\.code) == [.aliasBudget])
    let place = try #require(laughs.diagnostics.first?.range)
    #expect(laughs.sources.start(of: place).line == 7)
    // The document is still there, and small.
    #expect(try #require(laughs.document).root["a3"]?.items.count == 10)

    let aliases = Array(repeating: "*a", count: 10_000).joined(separator: ",")
    let keys = (0..<10_000).map { "k\($0): 1" }.joined(separator: ", ")
    let uses = String(repeating: "  - {<<: *a}\n", count: 10_000)
    for text in [
      "a: &a \"\(String(repeating: "x", count: 100_000))\"\nb: [\(aliases)]\n", "a: &a {\(keys)}\nb:\n\(uses)",
      "a: &a {\(keys)}\nb: {<<: [\(aliases)]}\n",
    ] {
      #expect(read(text, as: "a.yaml").diagnostics.map(\.code) == [.aliasBudget])
    }
  }

  @Test("a chain of aliases is as deep as what it expands to")
  func chain() {
    let text = "a0: &a0 [x]\n" + (1..<1000).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    let result = read(text, as: "a.yaml")
    #expect(result.diagnostics.map(\.code) == [.aliasBudget])
    #expect(result.diagnostics.first?.range.map { result.sources.start(of: $0).line } == DocumentLimits.depth)
    _ = result.document?.root.json()
  }

  @Test("ordinary repetition is within the budget")
  func ordinary() throws {
    let text = "base: &base {a: 1, b: [x, y], c: text}\nuses:\n" + String(repeating: "  - {<<: *base, d: *base}\n", count: 5000)
    #expect(try sound(text, as: "a.yaml")["uses"]?.items.count == 5000)
  }

  @Test("keys are searched quickly whatever they are", arguments: ["a.yaml", "a.json"])
  func manyKeys(path: String) throws {
    let text = "{" + (0..<100_000).map { "\"k\($0)\": 1" }.joined(separator: ",") + "}"
    let root = try sound(text, as: path)
    for index in stride(from: 0, to: 100_000, by: 7) { #expect(root["k\(index)"] != nil) }
  }

  @Test("huge scalars", arguments: ["a.yaml", "a.json"])
  func hugeScalars(path: String) throws {
    let plain = String(repeating: "x", count: 3_000_000)
    let escaped = String(repeating: "\\u00e9", count: 300_000)
    let digits = String(repeating: "9", count: 1_000_000)
    let root = try sound("[\"\(plain)\", \"\(escaped)\", \(digits)]", as: path)
    #expect(root.items.map { $0.text?.utf8.count } == [3_000_000, 600_000, 1_000_000])
    #expect(root.items[2].kind == .integer)
    #expect(root.items[2].int == nil)
  }

  @Test("a mistake that is repeated without end is listed so often as a person reads")
  func repeated() {
    for (text, code) in [
      ("a: 1\n", DiagnosticCode.keyDuplicate), ("- *a\n", .aliasUnknown), ("- !x a\n", .tagUnknown), ("? \n", .keyNull),
    ] {
      let diagnostics = read(String(repeating: text, count: 100_000), as: "a.yaml").diagnostics
      #expect(diagnostics.count { $0.code == code } == 50)
      #expect(diagnostics.last?.message.hasSuffix("; further findings of this kind are not listed") == true)
    }
    let tag = read("!\(String(repeating: "x", count: 100_000)) a", as: "a.yaml").diagnostics
    #expect(
      tag.map(\.message) == [
        "the tag “!\(String(repeating: "x", count: 59))…” has no meaning here; the value is read as if it had none"
      ])
  }
}
