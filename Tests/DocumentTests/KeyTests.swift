import SpecDiagnostics
import SpecDocuments
import SpecSource
import SpecWriting
import Testing

@Suite("Keys")
struct KeyTests {
  @Test("a key given twice is told with both places, and the first one counts")
  func duplicates() {
    let yaml = check("2️⃣a: 1\nb: 2\n1️⃣a: 3\n", as: "a.yaml", ["1️⃣": .keyDuplicate], related: "2️⃣")
    #expect(yaml.document?.root.json() == ["a": 1, "b": 2])
    check(#"{2️⃣"a": 1, 1️⃣"\u0061": 2}"#, as: "a.json", ["1️⃣": .keyDuplicate], related: "2️⃣")
    check("é: {2️⃣200: x, 1️⃣'200': y}", as: "a.yaml", ["1️⃣": .keyDuplicate], related: "2️⃣")
    check("a: {b: 1}\nb: {a: 1}", as: "a.yaml", [:])
  }

  @Test("keys that are no text")
  func kinds() {
    let result = check(
      "1️⃣{2️⃣{ name }}: x\n3️⃣[a]: y\nb: z\n", as: "a.yaml", ["1️⃣": .keyKind, "2️⃣": .keyKind, "3️⃣": .keyKind])
    #expect(result.document?.root.json() == ["b": "z"])
    check("1️⃣null: x\n2️⃣~: y\n", as: "a.yaml", ["1️⃣": .keyNull, "2️⃣": .keyNull])
    check("?1️⃣\n: x\n", as: "a.yaml", ["1️⃣": .keyNull])
    check("'null': x\n", as: "a.yaml", [:])
  }

  @Test("a mapping of any size finds its keys, and no others", arguments: [0, 1, 7, 8, 9, 15, 16, 17, 100, 5000])
  func lookUp(count: Int) throws {
    let entries = (0..<count).map { "key\($0): \($0)" }.joined(separator: ", ")
    let root = try sound("root: {\(entries)}", as: "a.yaml")["root"]
    for index in 0..<count {
      #expect(root?["key\(index)"]?.int == index)
      #expect(root?.entry("key\(index)")?.key.text == "key\(index)")
    }
    for missing in ["", "key", "key\(count)", "KEY0", "key-1"] { #expect(root?[missing] == nil) }
    #expect(root?.entries.count == count)
  }

  @Test("duplicates in a mapping large enough for a table", arguments: [9, 40, 2000])
  func largeDuplicates(count: Int) throws {
    // Each key twice: what is kept is in the order of the first ones, also where few enough remain to need no table.
    let yaml = (0..<count).map { "k\($0 / 2): \($0)\n" }.joined()
    let result = read(yaml, as: "a.yaml")
    #expect(result.diagnostics.count == min(count / 2, 50))
    let root = try #require(result.document).root
    #expect(root.entries.map { $0.value.int } == stride(from: 0, to: count, by: 2).map { $0 })
    #expect(root["k0"]?.int == 0)
    #expect(root["k\((count - 1) / 2)"]?.int == (count - 1) / 2 * 2)
    #expect(root["k\(count)"] == nil)
  }
}
