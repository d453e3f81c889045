import SpecAdapters
import SpecNaming
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
    #expect(text("A \"\"\" b \\ c") == "r\"\"\"A ''' b \\ c\"\"\"\n")
    #expect(text("A \\") == "r\"\"\"A \\ \"\"\"\n")
    #expect(text("\"quoted\"") == "\"\"\" \"quoted\" \"\"\"\n")
    #expect(text("One.\n\n    two\n      three") == "\"\"\"One.\n\ntwo\n  three\n\"\"\"\n")
    #expect(text(" \n ") == "")
    // Only the first line shares its room with quotes.
    let wide = String(repeating: "x", count: 90) + " " + String(repeating: "y", count: 9)
    #expect(text("One.\n\n\(wide)") == "\"\"\"One.\n\n\(wide)\n\"\"\"\n")
    #expect(text(wide) == "\"\"\"\(wide.replacing(" ", with: "\n"))\n\"\"\"\n")
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

  @Test func `names have room on a line`() {
    let long = String(repeating: "word ", count: 300)
    #expect(PythonNames.value(long).count == 69)
    #expect(PythonNames.type(long).count < 72)
    #expect(PythonNames.variant(long).count == 69)
    var types = PythonNames.rules.types.scope
    // A class has no underscore.
    #expect([types.claim("P24"), types.claim("P24"), types.claim("Pet"), types.claim("Pet")] == ["P24", "P24No2", "Pet", "Pet2"])
    #expect(PythonNames.value("l") == "l_")
    #expect(PythonNames.type("I") == "IModel")
  }

  @Test func `docstrings begin with a sentence`() {
    func check(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
      #expect(Docstring.text(text, summary: "A thing.") == expected, sourceLocation: sourceLocation)
    }
    check("", "A thing.")
    check("list  pets", "List pets.")
    check("Done!", "Done!")
    check("done!", "Done!")
    check("getPets", "`getPets`.")
    check("getPets: all", "getPets: all.")
    check("getPet's name", "`getPet`'s name.")
    check("id2 is it", "id2 is it.")
    check("customer’s", "Customer's.")
    check("\"x\" is one", "A thing.\n\n\"x\" is one")
    check("/tmp/x", "A thing.\n\n/tmp/x")
    check("One\ntwo", "A thing.\n\nOne\ntwo")
    check("One.\n\n\n\ntwo", "One.\n\ntwo")
    check("One.\n\nReturns:", "One.\n\n**Returns:**")
    check(String(repeating: "word ", count: 20), "A thing.\n\n" + String(repeating: "word ", count: 20).dropLast())
    #expect(Docstring.line("名前" + String(repeating: "名", count: 43)) == nil)
  }
}
