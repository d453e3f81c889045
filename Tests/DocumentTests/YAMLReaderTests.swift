import SpecDiagnostics
import SpecDocuments
import SpecSource
import SpecWriting
import Testing

@Suite("YAML")
struct YAMLReaderTests {
  @Test(
    "structure",
    arguments: [
      ("a: 1", ["a": 1]), ("- a\n- b: [c, {d: e}]\n", ["a", ["b": ["c", ["d": "e"]]]]), ("a:\nb:\n", ["a": nil, "b": nil]),
      ("? a\n: b\n", ["a": "b"]), ("\"a\\u00e9\\x41\\n\"", "aéA\n"), ("'it''s'", "it's"),
      ("a: |\n  x\n   y\n\nb: >\n  x\n  y\n", ["a": "x\n y\n", "b": "x y\n"]),
      ("a: x\n  y\n", ["a": "x y"]), ("\u{FEFF}a: 1\n", ["a": 1]), ("a: x\r\nb: |\r\n  y\r\n  z\r\n", ["a": "x", "b": "y\nz\n"]),
      ("a: x\rb: y\r", ["a": "x", "b": "y"]),
      ("%YAML 1.2\n---\na: 1\n...\n", ["a": 1]), ("--- text\n", "text"), ("---\n", nil), ("{a: 1, b}", ["a": 1, "b": nil]),
      ("# only\na: 1 # x", ["a": 1]),
      ("%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 1\n", ["a": "1"]), ("a: .inf", ["a": ".inf"]),
    ] as [(String, JSONValue)])
  func structure(text: String, value: JSONValue) throws {
    #expect(try sound(text, as: "a.yaml").json() == value)
  }

  @Test("what YAML alone can say wrong")
  func wrong() {
    check("a:\n1️⃣\tb: 1\n", as: "a.yaml", ["1️⃣": .yamlSyntax])
    check("é: ü\na: b1️⃣: c\n", as: "a.yaml", ["1️⃣": .yamlSyntax])
    check("a: 1️⃣@b\n", as: "a.yaml", ["1️⃣": .yamlSyntax])
    check("\u{FEFF}é: 1️⃣%b\n", as: "a.yaml", ["1️⃣": .yamlSyntax])
    check("a: 2️⃣\"x\n1️⃣", as: "a.yaml", ["1️⃣": .yamlSyntax], related: "2️⃣")
    check("a: 2️⃣[x,\nb: 1\n1️⃣", as: "a.yaml", ["1️⃣": .yamlSyntax], related: "2️⃣")
    check("é: x1️⃣\u{7}\n", as: "a.yaml", ["1️⃣": .yamlSyntax])
    check("a: \"1️⃣\\q\"", as: "a.yaml", ["1️⃣": .yamlSyntax])
    check("1️⃣", as: "a.yaml", ["1️⃣": .documentEmpty])
    check("1️⃣# nothing\n", as: "a.yaml", ["1️⃣": .documentEmpty])
    check("é: 1\n1️⃣---\nb: 1\n", as: "a.yaml", ["1️⃣": .documentMultiple])
    check("a: 1️⃣!vault x\nb: 2️⃣!e {}\n", as: "a.yaml", ["1️⃣": .tagUnknown, "2️⃣": .tagUnknown])
    check("a: 1️⃣!!int x\nb: 2️⃣!!map []\n", as: "a.yaml", ["1️⃣": .tagMismatch, "2️⃣": .tagMismatch])
    check("a: 1️⃣!!str {}\n", as: "a.yaml", ["1️⃣": .tagMismatch])
  }

  @Test(
    "a hint says how to mend it",
    arguments: [
      ("a:\n\tb: 1\n", "YAML is indented by spaces; a tab cannot stand there."),
      ("a: b: c", "Quote a value that contains “: ”, or indent the line as its neighbours are."),
      ("a: `b", "Quote a value that begins with this character."), ("a: 'b", "A closing quote is missing."),
      ("a: *.json", "Quote a value that begins with “*” or “&”."),
      ("a: \"\\d\"", "Write the backslash twice, or use single quotes."),
    ])
  func hints(text: String, hint: String) {
    #expect(read(text, as: "a.yaml").diagnostics.map(\.hint) == [hint])
  }

  @Test("a directive for each line is refused before libyaml compares each with all")
  func directives() {
    let many = (0..<200_000).map { "%TAG !a\($0)! x:\n" }.joined()
    #expect(read(many + "---\na: 1\n", as: "a.yaml").diagnostics.map(\.code) == [.yamlSyntax])
  }
}
