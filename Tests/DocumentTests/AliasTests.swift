import SpecDiagnostics
import SpecDocuments
import SpecSource
import SpecWriting
import Testing

@Suite("Anchors, aliases and merge keys")
struct AliasTests {
  @Test("an alias is the node of its anchor")
  func shared() throws {
    let root = try sound("a: &x {b: 1}\nc: *x\nd: &y text\ne: [*y, *x]\n", as: "a.yaml")
    #expect(root["c"] == root["a"])
    #expect(root.json() == ["a": ["b": 1], "c": ["b": 1], "d": "text", "e": ["text", ["b": 1]]])
  }

  @Test("an anchor set anew counts from there on")
  func renewed() throws {
    #expect(try sound("[&a 1, *a, &a 2, *a]", as: "a.yaml").json() == [1, 1, 2, 2])
    #expect(try sound("[&a [&a 1], *a]", as: "a.yaml").json() == [[1], 1])
    #expect(try sound("&k a: *k", as: "a.yaml").json() == ["a": "a"])
  }

  @Test(
    "merge keys: own keys win, then earlier mappings; entries stand where the merge stands",
    arguments: [
      ("<<: *x\nd: 1", ["a": 1, "b": 2, "d": 1]), ("d: 1\n<<: *x", ["d": 1, "a": 1, "b": 2]), ("<<: *x\nb: 9", ["a": 1, "b": 9]),
      ("b: 9\n<<: *x", ["b": 9, "a": 1]), ("<<: [*x, *y]", ["a": 1, "b": 2, "c": 4]), ("<<: [*y, *x]", ["b": 3, "c": 4, "a": 1]),
      ("<<: *x\n<<: *y", ["a": 1, "b": 2, "c": 4]), ("<<: {z: 1}", ["z": 1]), ("<<: []", [:]), ("'<<': 1", ["<<": 1]),
      ("!!merge <<: *y", ["b": 3, "c": 4]),
      ("<<: &m {<<: *x, n: 1}\no: 2", ["a": 1, "b": 2, "n": 1, "o": 2]),
    ] as [(String, JSONValue)])
  func merge(text: String, value: JSONValue) throws {
    let root = try sound("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nm:\n  \(text.replacing("\n", with: "\n  "))\n", as: "a.yaml")
    #expect(root["m"]?.json() == value)
  }

  @Test("merged keys are compared byte by byte")
  func mergedBytes() throws {
    let root = try sound("{<<: {\"\u{E9}\": 1}, \"e\u{301}\": 2}", as: "a.yaml")
    #expect(root.entries.map { $0.value.int } == [1, 2])
  }

  @Test("a large merged mapping is searched as any other")
  func largeMerge() throws {
    let base = (0..<100).map { "k\($0): \($0)" }.joined(separator: ", ")
    let root = try sound("a: &a {\(base)}\nb: {<<: *a, k7: own, own: 1}\n", as: "a.yaml")
    #expect(root["b"]?.entries.count == 101)
    #expect(root["b"]?["k99"]?.int == 99)
    #expect(root["b"]?["k7"]?.text == "own")
    #expect(root["a"]?["k7"]?.int == 7)
  }

  @Test("aliases and merges that mean nothing")
  func wrong() {
    check("a: 1️⃣*x\n", as: "a.yaml", ["1️⃣": .aliasUnknown])
    check("é: 2️⃣&x\n  - 1️⃣*x\n", as: "a.yaml", ["1️⃣": .aliasRecursive])
    check("a: &x {<<: 1️⃣*x}\n", as: "a.yaml", ["1️⃣": .aliasRecursive])
    check("<<: 1️⃣text\n", as: "a.yaml", ["1️⃣": .mergeKind])
    check("<<: [{a: 1}, 1️⃣[]]\n", as: "a.yaml", ["1️⃣": .mergeKind])
    check("<<: 1️⃣*x\n", as: "a.yaml", ["1️⃣": .aliasUnknown])
    check("<<: {a: 1}\n2️⃣b: 1\n1️⃣b: 2\n", as: "a.yaml", ["1️⃣": .keyDuplicate], related: "2️⃣")
  }
}
