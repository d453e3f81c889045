import Testing

@testable import SpecWriting

struct DocumentTests {
  private func call(_ name: String, _ arguments: [Document], limit: Int = .max) -> Document {
    .concat(.text(name), .list(arguments, open: "(", close: ")", indent: 2, limit: limit))
  }

  private func check(
    _ document: Document, _ width: Int, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(document.printed(width: width) == expected, sourceLocation: sourceLocation)
  }

  @Test func `a group stands on one line or breaks at all its lines`() {
    let document = call("f", ["first", "second"])
    check(document, 16, "f(first, second)")
    check(document, 15, "f(\n  first,\n  second,\n)")
  }

  @Test func `text behind a group counts`() {
    check(.concat(call("f", ["first", "second"]), ";"), 16, "f(\n  first,\n  second,\n);")
    check(.concat(call("f", ["first", "second"]), .hardLine, "a very long line"), 16, "f(first, second)\na very long line")
  }

  @Test func `a limit breaks a group that would fit`() {
    check(call("f", ["first", "second"], limit: 14), 80, "f(\n  first,\n  second,\n)")
    check(call("f", ["first", "second"], limit: 15), 80, "f(first, second)")
  }

  @Test func `inner groups break after outer ones`() {
    let document = call("outer", [call("one", ["a", "b"]), call("two", ["c", "d"])])
    check(document, 20, "outer(\n  one(a, b),\n  two(c, d),\n)")
    check(document, 10, "outer(\n  one(\n    a,\n    b,\n  ),\n  two(\n    c,\n    d,\n  ),\n)")
  }

  @Test func `a forced line breaks every group around it`() {
    check(.group(.concat("a", .line, .group(.concat("b", .hardLine, "c")))), 80, "a\nb\nc")
    check(.group(.concat("a", .line, "b"), breaks: true), 80, "a\nb")
  }

  @Test func `the last argument may hang over`() {
    let body = Document.concat("x => {", .nest(2, .concat(.hardLine, "go();")), .hardLine, "}")
    let all = call("on", ["event", body])
    let document = Document.choice([all, .concat("on(", "event, ", .group(body), ")"), all])
    check(document, 40, "on(event, x => {\n  go();\n})")
    check(document, 12, "on(\n  event,\n  x => {\n    go();\n  },\n)")
  }

  @Test func `fill puts as many on a line as fit`() {
    let words = ["aa", "bb", "cc", "dd", "ee"].map { Document.text($0) }
    check(.fill(Array(words.flatMap { [$0, .line] }.dropLast())), 8, "aa bb cc\ndd ee")
  }

  @Test func `empty lines carry no spaces`() {
    check(.nest(4, .concat("a", .blankLine, "b")), 80, "a\n\n    b")
    check(.concat("a ", .hardLine, "b"), 80, "a\nb")
  }

  @Test func `verbatim text keeps its lines`() {
    check(.nest(4, .concat("x = ", .verbatim("`one\ntwo`"), ";")), 80, "x = `one\ntwo`;")
    check(.text("one\ntwo"), 80, "one two")
  }

  @Test func `parts may depend on how a named group stands`() {
    let group = Document.GroupID(1)
    let inner = Document.concat(.softLine, "value")
    let document = Document.group(
      .concat("x = ", .only(.broken(), "("), .nest(2, ifBroken: group, inner), .softLine, .only(.broken(), ")")), id: group)
    check(.concat(document, .only(.broken(group), "!"), .only(.flat(group), "?")), 10, "x = value?")
    check(.concat(document, .only(.broken(group), "!"), .only(.flat(group), "?")), 9, "x = (\n  value\n)!")
  }

  @Test func `a group may be one only if another is broken`() {
    let group = Document.GroupID(1)
    func document(_ text: Document) -> Document {
      .group(.concat(text, .line, .group(.concat("b", .line, "c"), if: .broken(group))), id: group)
    }
    check(document("a"), 5, "a b c")
    check(document("a"), 4, "a\nb c")
    check(document("a"), 2, "a\nb\nc")
  }

  @Test func `a second layout must fit as a whole`() {
    let document = Document.wrapped("content", broken: .concat("(", .nest(2, .concat(.hardLine, "content")), .hardLine, ")"))
    check(.concat("x = ", document), 11, "x = content")
    check(.concat("x = ", document), 9, "x = (\n  content\n)")
    check(.concat("x = ", document), 8, "x = content")
  }

  @Test func `a part that may expand does not break what is around it`() {
    let group = Document.GroupID(1)
    let inner = call("function", ["first", "second"])
    let document = Document.group(
      .concat("(", .nest(2, ifBroken: group, .concat(.softLine, .fittingExpanded(if: .flat(group), inner))), .softLine, ")"),
      id: group)
    check(document, 12, "(function(\n  first,\n  second,\n))")
    check(document, 9, "(\n  function(\n    first,\n    second,\n  )\n)")
  }

  @Test func `a choice may ask that all lines fit`() {
    let short = Document.group(.concat("a", .line, "long text"), breaks: true)
    let layouts: [Document] = ["something long", short, "last"]
    check(.choice(layouts), 5, "a\nlong text")
    check(.choice(layouts, allLines: true), 5, "last")
    check(.choice(layouts, allLines: true), 9, "a\nlong text")
  }

  @Test func `a suffix waits for the end of the line`() {
    let document = Document.group(.concat("a", .suffix("  # note"), .line, "b", .hardLine, "c"))
    check(document, 80, "a  # note\nb\nc")
    check(.group(.concat("a", .suffix("  # note"), .line, "b")), 3, "a b  # note")
    check(.group(.concat("a", .suffix("  # note", takesRoom: true), .line, "b")), 3, "a  # note\nb")
  }

  @Test func `depth needs no stack`() {
    var document: Document = "x"
    for _ in 0..<2_000 { document = .group(.nest(0, .concat("(", document, ")"))) }
    #expect(document.printed(width: 80).count == 4_001)
  }

  @Test func `many groups are printed in time`() {
    let item = call("f", ["first", "second", "third"])
    let document = Document.joined(Array(repeating: item, count: 20_000), separator: .hardLine)
    #expect(document.printed(width: 10).utf8.count == 20_000 * 33 - 1)
  }
}
