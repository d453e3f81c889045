import SpecDiagnostics
import SpecPipeline
import SpecSource
import Testing

@Suite("Findings for people")
struct DiagnosticTextTests {
  private func write(_ text: String, _ start: Int, _ end: Int, hint: String? = nil, isColored: Bool = false) -> String {
    var sources = SourceMap()
    let id = sources.add(path: "api.yaml", bytes: Array(text.utf8))
    let diagnostic = Diagnostic(.sourceEncoding, "odd", at: SourceRange(source: id, start: start, end: end), hint: hint)
    return DiagnosticText(sources: sources, style: TextStyle(isColored: isColored)).write(diagnostic)
  }

  @Test("the line is shown with carets below the place")
  func caret() {
    #expect(
      write("a: b\nkey: väl\n", 10, 14, hint: "Write ASCII.") == """
        api.yaml:2:6: error[source-encoding]: odd
          2 | key: väl
            |      ^^^
          hint: Write ASCII.

        """)
  }

  @Test("a place at the end of a line, or over several lines, still has a caret")
  func edges() {
    #expect(write("ab\ncd", 2, 2).contains("    |   ^\n"))
    #expect(write("ab\ncd", 1, 5).contains("    |  ^\n"))
    #expect(write("", 0, 0).contains("    | ^\n"))
  }

  @Test(
    "carets stand below the place, whatever is before it",
    arguments: [
      ("\tkey: 1", "key", 1, 3), ("日本: key", "key", 6, 3), ("ｆｕｌｌ: key", "key", 10, 3), ("e\u{301}t: key", "key", 4, 3),
      ("한국어 key", "key", 7, 3), ("🙂🙂 key", "key", 5, 3), ("a\u{200B}b key", "key", 4, 3), ("x: 日本語", "日本語", 3, 6),
      ("x: e\u{301}", "e\u{301}", 3, 1), ("𠮷 key", "key", 3, 3),
    ])
  func width(line: String, marked: String, before: Int, count: Int) throws {
    let start = try #require(line.utf8.firstRange(of: marked.utf8)?.lowerBound)
    let offset = line.utf8.distance(from: line.utf8.startIndex, to: start)
    let shown = write(line, offset, offset + marked.utf8.count).split(separator: "\n")[2]
    #expect(shown == "    | \(String(repeating: " ", count: before))\(String(repeating: "^", count: count))")
  }

  @Test("a very long line is shown around the place")
  func longLine() {
    let text = String(repeating: "x", count: 5000) + "!" + String(repeating: "y", count: 5000)
    let lines = write(text, 5000, 5001).split(separator: "\n").map(Array.init)
    #expect(lines[1].count < 140)
    #expect(lines[1].firstIndex(of: "!") == lines[2].firstIndex(of: "^"))
  }

  @Test("text of an input cannot drive the terminal")
  func controls() {
    let text = write("a: \u{1B}[2J\u{202E}", 0, 1, isColored: false)
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test("colour only where it is asked for")
  func color() {
    #expect(write("a", 0, 1, isColored: true).contains("\u{1B}[31m"))
  }
}
