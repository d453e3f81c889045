internal import SpecIR

extension Lexer {
  mutating func lineComment() {
    let start = position
    while let byte = peek(), byte != 0x0A, byte != 0x0D { position += 1 }
    keepComment(from: start, body: text(start + 2, position))
  }

  /// Block comments nest in PostgreSQL and do not in SQLite.
  mutating func blockComment() {
    let start = position
    position += 2
    var depth = 1
    while depth > 0 {
      guard let byte = peek() else {
        // SQLite takes the end of the file for the end of the comment.
        if dialect == .postgres {
          report("comment is not closed", from: start, hint: "Close it with `*/`; comments nest in PostgreSQL.")
        }
        return keepComment(from: start, body: text(start + 2, position))
      }
      if byte == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        position += 2
      } else if dialect == .postgres, byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        position += 2
      } else {
        position += 1
      }
    }
    keepComment(from: start, body: text(start + 2, position - 2))
  }

  private mutating func keepComment(from start: Int, body: String) {
    let lines = body.split(whereSeparator: \.isNewline).map { line in
      var rest = line.drop { $0 == " " || $0 == "\t" }
      while rest.last == " " || rest.last == "\t" { rest.removeLast() }
      return String(rest)
    }
    list.comments.append(Comment(lines: lines.filter { !$0.isEmpty }, start: start, end: position))
  }
}
