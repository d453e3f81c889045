import SpecDiagnostics
import SpecDocuments
import SpecSource
import SpecWriting
import Testing

@Suite("JSON")
struct JSONReaderTests {
  @Test(
    "values",
    arguments: [
      ("null", nil), ("true", true), ("false", false), ("0", 0), ("-7", -7), ("\"\"", ""), ("[]", []), ("{}", [:]),
      (#""a\"\\\/\b\f\n\r\t\u0041é""#, "a\"\\/\u{8}\u{C}\n\r\tAé"), (#""\uD83D\uDE00 \u00e9""#, "😀 é"),
      (#" { "a" : [ 1 , "x" , { } ] } "#, ["a": [1, "x", [:]]]), ("\u{FEFF}[1]", [1]), ("[\r\n1\r\n]", [1]),
    ] as [(String, JSONValue)])
  func values(text: String, value: JSONValue) throws {
    #expect(try sound(text, as: "a.json").json() == value)
  }

  @Test(
    "numbers keep their digits", arguments: ["1.0", "-0", "1e400", "0.10", "12345678901234567890", "1E+2"])
  func numbers(text: String) throws {
    let node = try sound(text, as: "a.json")
    #expect(node.number?.literal == text)
    #expect(node.text == text)
  }

  @Test("slips whose meaning is plain are reported, and the document is there")
  func slips() {
    slip("[11️⃣, ]", [1])
    slip("{\"a\": 11️⃣,}", ["a": 1])
    slip("[1 1️⃣2]", [1, 2])
    slip("{\"a\" 1️⃣1}", ["a": 1])
    slip("{\"a\" 1️⃣= 1}", ["a": 1])
    slip("{1️⃣a: 1}", ["a": 1])
    slip("{1️⃣'a': 1}", ["a": 1])
    slip("[1️⃣'a']", ["a"])
    slip("1️⃣// why\n[]", [])
    slip("[1️⃣/* why */]", [])
    slip("[]\n1️⃣# why", [])
    slip("[1️⃣True]", ["True"])
    slip("[1️⃣NaN]", ["NaN"])
    slip("[1️⃣007]", ["007"])
    slip("[1️⃣+1]", ["+1"])
    slip("[1️⃣.5]", [".5"])
    slip("[1️⃣1.]", ["1."])
    slip("[1️⃣1e]", ["1e"])
    slip("[\"a1️⃣\tb\"]", ["a\tb"])
    slip(#"["a1️⃣\qb"]"#, ["aqb"])
    slip(#"["1️⃣\u12"]"#, ["\u{FFFD}"])
    slip(#"["1️⃣\uD83D"]"#, ["\u{FFFD}"])
    slip(#"["1️⃣\uDE00x"]"#, ["\u{FFFD}x"])
    slip(#"["1️⃣\uD83D\u0041"]"#, ["\u{FFFD}A"])
    slip("[] 1️⃣[]", [])
  }

  private func slip(_ text: String, _ value: JSONValue, sourceLocation: SourceLocation = #_sourceLocation) {
    let result = check(text, as: "a.json", ["1️⃣": .jsonSyntax], sourceLocation: sourceLocation)
    #expect(result.document?.root.json() == value, sourceLocation: sourceLocation)
  }

  @Test(
    "broken structure gives no document",
    arguments: [
      "[1️⃣", "{\"a\": [11️⃣", "[11️⃣}", "{1️⃣]", "{\"a\"1️⃣}", "{\"a\"1️⃣", "{\"a\":1️⃣", "{1️⃣", "[1️⃣\"abc",
      "[1️⃣\"abc\n\"]", "{\"a\": 1️⃣,}",
      "[1️⃣,]", "1️⃣]", "{1️⃣:1}", "[1️⃣'a]",
      "[\"a\", 1️⃣@]",
    ])
  func broken(text: String) {
    let result = check(text, as: "a.json", ["1️⃣": .jsonSyntax])
    #expect(result.document == nil)
  }

  @Test("several errors in one run, up to a bound")
  func several() {
    check(
      "{\"a\": 1️⃣True, 2️⃣b: \"3️⃣\\q\"4️⃣,}", as: "a.json",
      ["1️⃣": .jsonSyntax, "2️⃣": .jsonSyntax, "3️⃣": .jsonSyntax, "4️⃣": .jsonSyntax])
    let many = read("[" + String(repeating: "x, ", count: 1000) + "1]", as: "a.json")
    #expect(many.diagnostics.count == 20)
    #expect(many.document == nil)
  }

  @Test("the opening bracket is told with the end that does not fit")
  func opening() {
    check("[1, 2️⃣{\"a\": 11️⃣]", as: "a.json", ["1️⃣": .jsonSyntax], related: "2️⃣")
  }
}
