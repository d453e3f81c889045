import Testing

@testable import PythonFastAPIAdapter

/// Text of an input on its way into code.
struct PythonTextTests {
  private func check(_ statement: PythonStatement, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(PythonFile([statement]).printed().text == expected, sourceLocation: sourceLocation)
  }

  private func check(_ expression: PythonExpr, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
    check(.expression(expression), expected + "\n", sourceLocation: sourceLocation)
  }

  @Test func `strings hold anything`() {
    check(.string("plain"), "\"plain\"")
    check(.string("it's"), "\"it's\"")
    check(.string("say \"x\""), "'say \"x\"'")
    check(.string("'\""), "\"'\\\"\"")
    check(.string("a\n\r\t\\\0\u{1B}"), #""a\n\r\t\\\x00\x1b""#)
    check(.string("\u{202E}\u{1F600}é"), #""\u202e\U0001f600é""#)
    check(.bytes([0, 65, 34, 200]), #"b'\x00A"\xc8'"#)
  }

  @Test func `patterns are raw where they can be`() {
    check(.pattern(#"^\d+$"#), #"r"^\d+$""#)
    check(.pattern(#"^"\d+$"#), #"r'^"\d+$'"#)
    check(.pattern(#"'"\d"#), #""'\"\\d""#)
    check(.pattern("\\d\n"), #""\\d\n""#)
    check(.pattern("\\"), #""\\""#)
    check(.pattern("[a-z]"), "\"[a-z]\"")
  }

  @Test func `f-strings stay within Python 3.11`() {
    check(.format([.text("a {b} "), .value("x.y", spec: ".3f")]), "f\"a {{b}} {x.y:.3f}\"")
    check(.format([.value(PythonExpr("x").index(.string("k"))), .text("\"")]), "f'{x[\"k\"]}\"'")
    check(.format([.value(PythonExpr("x").index(.string("k")))]), "f\"{x['k']}\"")
    check(.format([.text("{"), .value(PythonExpr("x").index(.string("'")))]), "\"{{{}\".format(x[\"'\"])")
  }

  @Test func `numbers`() {
    check(.integer(9_999), "9999")
    check(.integer(-12_345), "-12_345")
    check(PythonExpr.integer(digits: "-0012345678901234567890") ?? .none, "-12_345_678_901_234_567_890")
    check(.float(1.5), "1.5")
    check(.float(1e100), "1e100")
    check(.float(-.infinity), "float(\"-inf\")")
    check(PythonExpr.integer(1).call("to_bytes"), "(1).to_bytes()")
    check(PythonExpr.integer(-1).binary(.power, .integer(2)), "(-1) ** 2")
  }

  @Test func `comments cannot leave their line, and order nothing`() {
    check(.comment("one\r\ntwo\u{2028}import os"), "# one\n# two\n# import os\n")
    check(.comment("type: ignore"), "# type : ignore\n")
    check(.comment("noqa"), "# > noqa\n")
    check(.comment("# fmt: off"), "# # fmt : off\n")
    check(.comment("encoding: utf-7"), "# encoding : utf-7\n")
    check(.comment("The value: 1"), "# The value: 1\n")
    check(.comment("\0\u{202E}"), "")
  }

  @Test func `docstrings cannot end early`() {
    func text(_ documentation: String) -> String { PythonFile(documentation: documentation, []).printed().text }
    #expect(text("A \"\"\" b \\ c") == "\"\"\"A \"\"\\\" b \\\\ c\"\"\"\n")
    #expect(text("\"quoted\"") == "\"\"\" \"quoted\" \"\"\"\n")
    #expect(text("One.\n\n    two\n      three") == "\"\"\"One.\n\ntwo\n  three\n\"\"\"\n")
    #expect(text(" \n ") == "")
  }

  @Test func `names avoid words and built-ins`() {
    #expect(PythonNames.value("class") == "class_")
    #expect(PythonNames.value("id") == "id_")
    #expect(PythonNames.value("match") == "match_")
    #expect(PythonNames.attribute("id") == "id")
    #expect(PythonNames.attribute("from") == "from_")
    #expect(PythonNames.type("exception") == "ExceptionModel")
    #expect(PythonNames.value("2fa") == "value_2fa")
  }
}
