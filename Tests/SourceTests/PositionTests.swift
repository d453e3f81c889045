import SpecSource
import Testing

@Suite("Positions")
struct PositionTests {
  @Test(
    "lines end at LF, CR or CRLF; columns count Unicode scalars",
    arguments: [
      ("ab\ncd", 3, 2, 1), ("ab\r\ncd", 5, 2, 2), ("ab\rcd", 3, 2, 1), ("é😀x", 6, 1, 3), ("a\n", 2, 2, 1), ("", 9, 1, 1),
    ] as [(String, Int, Int, Int)])
  func position(text: String, offset: Int, line: Int, column: Int) {
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    let position = file.position(at: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test("a line is shown without its end")
  func lineText() {
    let file = SourceFile(path: "a.yaml", bytes: Array("one\r\ntwo\n".utf8))
    #expect(file.text(ofLine: 1) == "one")
    #expect(file.text(ofLine: 2) == "two")
    #expect(file.text(ofLine: 9) == "")
  }
}
