import SpecDocuments
import SpecWriting
import Testing

@Suite("YAML core schema")
struct CoreSchemaTests {
  @Test(
    "plain scalars that are null, booleans and numbers",
    arguments: [
      ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null), ("", .null),
      ("true", .bool), ("True", .bool), ("TRUE", .bool), ("false", .bool), ("False", .bool), ("FALSE", .bool),
      ("0", .integer), ("-0", .integer), ("+12", .integer), ("007", .integer), ("0o17", .integer), ("0x1F", .integer),
      ("3.10", .float), (".5", .float), ("1.", .float), ("-1.5e3", .float), ("1e3", .float), ("+1E-3", .float), (".inf", .float),
      ("-.Inf", .float), ("+.INF", .float), (".nan", .float), (".NaN", .float), (".NAN", .float),
    ] as [(String, NodeKind)])
  func typed(text: String, kind: NodeKind) throws {
    let value = try #require(try sound("key: \(text)\n", as: "a.yaml")["key"])
    #expect(value.kind == kind)
    #expect(value.text == text)
    #expect(value.string == nil)
  }

  @Test(
    "everything else is a string",
    arguments: [
      "no", "yes", "on", "off", "y", "n", "Yes", "nULL", "tRUE", "nul", "truest", "2001-12-14", "2001-12-14T21:59:43Z", "1:30",
      "1_000",
      "0b11", "0o18", "0o", "0x", "0xG", "-0x1F", "1.2.3", "1e", "e3", ".", "-", "+", "--1", "1-2", "inf", "nan", "-.nan",
      ".infinity",
      "1e5x", "٣", "~~", "=",
    ])
  func text(text: String) throws {
    // A lone `-` is an entry of a block sequence; within brackets libyaml reads it as text, with spaces around.
    let root = try sound(text == "-" ? "key: '-'" : "key: \(text)\n", as: "a.yaml")
    #expect(root["key"]?.string == text)
    #expect(root["key"]?.kind == .string)
  }

  @Test(
    "numbers in JSON's spelling",
    arguments: [
      ("+12", "12"), ("007", "7"), ("-0", "-0"), ("00", "0"), ("0o17", "15"), ("0x1F", "31"), ("3.10", "3.10"), (".5", "0.5"),
      ("-.5", "-0.5"),
      ("1.", "1.0"), ("1.e3", "1.0e3"), ("01.5", "1.5"), ("1e3", "1e3"), ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"),
      ("123456789012345678901234567890", "123456789012345678901234567890"), (".inf", nil), ("-.inf", nil), (".nan", nil),
      ("0x10000000000000000", nil),
    ] as [(String, String?)])
  func literal(text: String, literal: String?) throws {
    #expect(try sound("key: \(text)", as: "a.yaml")["key"]?.number?.literal == literal)
  }

  @Test(
    "integers by value",
    arguments: [("3", 3), ("3.0", 3), ("1e2", 100), ("0x10", 16), ("3.5", nil), ("'3'", nil)] as [(String, Int?)])
  func integer(text: String, value: Int?) throws {
    #expect(try sound("key: \(text)", as: "a.yaml")["key"]?.int == value)
  }

  @Test(
    "tags",
    arguments: [
      ("!!str 12", .string, "12"), ("! 12", .string, "12"), ("!!int '12'", .integer, "12"), ("!!float 1", .float, "1"),
      ("!!bool 'true'", .bool, "true"), ("!!null ''", .null, ""), ("!!binary aGk=", .string, "aGk="),
      ("!!timestamp 2001-12-14", .string, "2001-12-14"), ("!<tag:yaml.org,2002:str> true", .string, "true"),
      ("&a !!str 1", .string, "1"),
    ] as [(String, NodeKind, String)])
  func tagged(text: String, kind: NodeKind, content: String) throws {
    let value = try sound("key: \(text)", as: "a.yaml")["key"]
    #expect(value?.kind == kind)
    #expect(value?.text == content)
  }

  @Test("quoted and block scalars are strings")
  func quoted() throws {
    let root = try sound("a: '1'\nb: \"true\"\nc: |\n  null\nd: >-\n  1\n", as: "a.yaml")
    #expect(root.entries.map { $0.value.string } == ["1", "true", "null\n", "1"])
  }

  /// The expressions of YAML 1.2.2 §10.3.2, word for word.
  private static func kindBySpecification(_ text: String) -> NodeKind {
    if text.wholeMatch(of: /null|Null|NULL|~/) != nil || text.isEmpty { return .null }
    if text.wholeMatch(of: /true|True|TRUE|false|False|FALSE/) != nil { return .bool }
    if text.wholeMatch(of: /[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+/) != nil { return .integer }
    if text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil { return .float }
    if text.wholeMatch(of: /[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN/) != nil { return .float }
    return .string
  }

  @Test("what the specification's expressions say, for all texts of up to four of their characters")
  func specification() throws {
    let alphabet = Array("08.e+x")
    var texts = [""]
    var level = [""]
    for _ in 0..<4 {
      level = level.flatMap { text in alphabet.map { text + String($0) } }
      texts += level
    }
    for word in ["null", "true", "false", ".inf", ".nan"] {
      for variant in [
        word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst(), ".Inf", ".NaN", String(word.dropLast()),
        word + "x",
      ] {
        texts += [variant, "-" + variant, "+" + variant]
      }
    }
    let root = try sound("[" + texts.dropFirst().joined(separator: ", ") + "]", as: "a.yaml")
    #expect(root.items.count == texts.count - 1)
    for (item, text) in zip(root.items, texts.dropFirst()) where item.kind != Self.kindBySpecification(text) {
      Issue.record("\(text) is read as \(item.kind)")
    }
  }
}
