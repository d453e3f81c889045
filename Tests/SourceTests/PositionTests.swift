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

  @Test("columns are right anywhere in a long line", arguments: [0, 1, 1023, 1024, 1025, 2047, 2048, 5000, 9_998, 9_999])
  func longLine(scalar: Int) {
    // A scalar of each length, so that some of them lie across any distance in bytes.
    let text = String((0..<10_000).map { ["a", "é", "€", "😀"][$0 % 4] as Character })
    let file = SourceFile(path: "a.json", bytes: Array("{\n\(text)\n}".utf8))
    let offset = 2 + text.prefix(scalar).utf8.count
    #expect(file.position(at: offset).line == 2)
    #expect(file.position(at: offset).column == scalar + 1)
  }

  @Test("a line is shown without its end")
  func lineText() {
    let file = SourceFile(path: "a.yaml", bytes: Array("one\r\ntwo\n".utf8))
    #expect(file.text(ofLine: 1) == "one")
    #expect(file.text(ofLine: 2) == "two")
    #expect(file.text(ofLine: 9) == "")
  }
}
