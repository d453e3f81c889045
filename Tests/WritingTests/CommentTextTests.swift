import Testing

@testable import SpecWriting

struct CommentTextTests {
  @Test(arguments: [
    ("one\r\ntwo\rthree\u{2028}four", ["one", "two", "three", "four"]),
    ("a\tb\u{0}c", ["a b c"]),
    ("\n\n  \nx  \n\n", ["x"]),
    ("safe\u{202E}txt\u{200B}", ["safetxt"]),
    ("", []),
  ])
  func `lines end where a comment must`(_ text: String, _ lines: [String]) { #expect(CommentText.lines(of: text) == lines) }

  @Test(arguments: [
    ("one two three", ["one two", "three"]),
    ("- one two three", ["- one two", "  three"]),
    ("> one two three", ["> one two", "> three"]),
    (">one two three", ["> one two", "> three"]),
    ("1. one two six", ["1. one two", "   six"]),
    ("one\ntwo\n\nthree", ["one two", "", "three"]),
    ("see https://x.io/a.", ["see", "<https://x.io/a>."]),
    ("[a] <b>", ["\\[a\\] \\<b>"]),
    ("`[a] <b>` c", ["`[a] <b>`", "c"]),
    ("    code", ["code"]),
    ("```\n  x\n```", ["```text", "  x", "```"]),
    ("```rust\nx", ["```text", "x", "```"]),
    ("one two - 3", ["one two -", "3"]),
    ("`open", ["\\`open"]),
  ])
  func `markdown says what was written and runs nothing`(_ text: String, _ lines: [String]) {
    #expect(MarkdownText.wrapped(text, width: 10) == lines)
  }

  @Test func `measures count scalars`() {
    #expect("é\nabc".firstLineColumns == 1)
    #expect("é\nabc".lastLineColumns == 3)
    #expect("a\nbb\nc".widestFurtherLine == 2)
    #expect("a\n".lineCount == 1)
    #expect("  x y \n  ) ".trimmedLastLineColumns == 1)
  }

  @Test func `lists are joined in four ways`() {
    let list = ItemList(["aa", "bb", "cc"], indent: 2, width: 7, endsWithNewline: true)
    #expect(list.joined(.horizontal) == "aa, bb, cc")
    #expect(list.joined(.vertical) == "aa,\n  bb,\n  cc,")
    #expect(list.joined(.mixed) == "aa, bb,\n  cc,")
    #expect(ItemList(["a", "b", "c"], trailing: .never, indent: 0, width: 9).joined(.pivot(1)) == "a,\nb,\nc")
  }
}
