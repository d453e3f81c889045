internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

/// Takes SQL text apart into tokens, by the lexical rules of one dialect.
///
/// Rules: PostgreSQL 15 manual §4.1, and SQLite's "SQL As Understood By SQLite" with its `tokenize.c`.
struct Lexer {
  let bytes: [UInt8]
  let source: SourceID
  let dialect: SQLDialect
  let limit: Int
  var position: Int
  var list = TokenList()
  var diagnostics = Diagnostics()

  /// Takes the bytes of `range` apart; findings go to `diagnostics`.
  static func tokens(
    of bytes: [UInt8], in range: Range<Int>, source: SourceID, dialect: SQLDialect, into diagnostics: inout Diagnostics
  ) -> TokenList {
    var lexer = Lexer(bytes: bytes, source: source, dialect: dialect, limit: range.upperBound, position: range.lowerBound)
    lexer.run()
    diagnostics.append(contentsOf: lexer.diagnostics)
    return lexer.list
  }

  private init(bytes: [UInt8], source: SourceID, dialect: SQLDialect, limit: Int, position: Int) {
    self.bytes = bytes
    self.source = source
    self.dialect = dialect
    self.limit = min(limit, bytes.count)
    self.position = position
  }

  func peek(_ ahead: Int = 0) -> UInt8? {
    let index = position + ahead
    return index < limit ? bytes[index] : nil
  }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  mutating func emit(_ kind: Token.Kind, from start: Int, text: String) {
    let keyword = kind == .word ? text.uppercased() : ""
    list.tokens.append(Token(kind: kind, text: text, keyword: keyword, start: start, end: position))
  }

  mutating func report(_ message: String, from start: Int, hint: String) {
    diagnostics.report(
      .sqlSyntax, message, at: SourceRange(source: source, start: start, end: min(start + 1, limit)), hint: hint)
  }

  private mutating func run() {
    if position == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while let byte = peek() { scan(byte) }
    emit(.end, from: position, text: "")
  }

  private mutating func scan(_ byte: UInt8) {
    let start = position
    switch byte {
    case UInt8(ascii: " "), 0x09, 0x0A, 0x0B, 0x0C, 0x0D: position += 1
    case UInt8(ascii: "-") where peek(1) == byte: lineComment()
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): blockComment()
    case UInt8(ascii: "'"): string(from: start, escapes: .none)
    case UInt8(ascii: "\""): quotedName(closing: byte)
    case UInt8(ascii: "`") where dialect == .sqlite: quotedName(closing: byte)
    case UInt8(ascii: "[") where dialect == .sqlite: quotedName(closing: UInt8(ascii: "]"))
    case UInt8(ascii: "$") where dialect == .postgres: dollar()
    case UInt8(ascii: "?") where dialect == .sqlite: parameter()
    case _ where byte.isDigit: number()
    case UInt8(ascii: ".") where peek(1)?.isDigit == true: number()
    case _ where byte.startsWord: wordOrPrefixedString(byte)
    case UInt8(ascii: "@") where dialect == .sqlite: parameter()
    case UInt8(ascii: ":"): colon()
    default: symbol(byte)
    }
  }

  private mutating func number() {
    let start = position
    if peek() == UInt8(ascii: "0"), let mark = peek(1), mark | 0x20 == UInt8(ascii: "x"), peek(2)?.isHexDigit == true {
      position += 2
      while peek()?.isHexDigit == true { position += 1 }
      return emit(.number, from: start, text: text(start, position))
    }
    while peek()?.isDigit == true { position += 1 }
    if peek() == UInt8(ascii: "."), peek(1) != UInt8(ascii: ".") {
      position += 1
      while peek()?.isDigit == true { position += 1 }
    }
    if let mark = peek(), mark | 0x20 == UInt8(ascii: "e") {
      let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if peek(signed ? 2 : 1)?.isDigit == true {
        position += signed ? 2 : 1
        while peek()?.isDigit == true { position += 1 }
      }
    }
    emit(.number, from: start, text: text(start, position))
  }

  private mutating func wordOrPrefixedString(_ byte: UInt8) {
    let start = position
    let quoteNext = peek(1) == UInt8(ascii: "'")
    switch (byte | 0x20, dialect) {
    case (UInt8(ascii: "e"), .postgres) where quoteNext:
      position += 1
      return string(from: start, escapes: .backslash)
    case (UInt8(ascii: "n"), .postgres) where quoteNext:
      position += 1
      return string(from: start, escapes: .none)
    case (UInt8(ascii: "x"), _) where quoteNext:
      position += 1
      return blob(from: start)
    case (UInt8(ascii: "u"), .postgres) where peek(1) == UInt8(ascii: "&") && peek(2) == UInt8(ascii: "'"):
      position += 2
      return string(from: start, escapes: .unicode)
    default: break
    }
    while peek()?.continuesWord == true { position += 1 }
    emit(.word, from: start, text: text(start, position))
  }

  mutating func parameter() {
    let start = position
    position += 1
    while peek()?.continuesWord == true { position += 1 }
    emit(.parameter, from: start, text: text(start, position))
  }

  private mutating func colon() {
    let start = position
    if peek(1) == UInt8(ascii: ":") || peek(1) == UInt8(ascii: "=") {
      position += 2
      return emit(.symbol, from: start, text: text(start, position))
    }
    if peek(1)?.startsWord == true { return parameter() }
    position += 1
    emit(.symbol, from: start, text: text(start, position))
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
  /// Letters, `_` and every byte of a character beyond ASCII.
  var startsWord: Bool { (0x61...0x7A).contains(self | 0x20) || self == 0x5F || self >= 0x80 }
  var continuesWord: Bool { startsWord || isDigit || self == UInt8(ascii: "$") }
}
