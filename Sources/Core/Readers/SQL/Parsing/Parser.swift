internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

/// Why a statement could not be read; caught where statements are read, never seen outside the parser.
struct SyntaxError: Error {
  var message: String
  var range: SourceRange
  var hint: String
}

/// Reads statements by recursive descent over the tokens of one file.
///
/// A statement that cannot be read is reported and skipped up to its semicolon; the next one is read as if nothing had happened.
struct Parser {
  let bytes: [UInt8]
  let source: SourceID
  let dialect: SQLDialect
  let tokens: [Token]
  let comments: [Comment]
  var index = 0
  var depth = 0
  /// Whether a statement was read that rules its own transaction or works outside of one only.
  var standsAlone = false
  var diagnostics = Diagnostics()

  /// Expressions nested deeper than this are refused, so that no input exhausts the stack.
  static let maximumDepth = 100
  static let maximumHeight = 300

  init(bytes: [UInt8], source: SourceID, dialect: SQLDialect, list: TokenList) {
    self.bytes = bytes
    self.source = source
    self.dialect = dialect
    tokens = list.tokens
    comments = list.comments
  }

  // MARK: Looking

  var current: Token { tokens[index] }
  var isAtEnd: Bool { current.kind == .end }

  func token(ahead: Int) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  func isAt(_ keyword: String, ahead: Int = 0) -> Bool { token(ahead: ahead).keyword == keyword }

  /// Whether the next tokens are these keywords, in this order.
  func isAt(sequence keywords: [String]) -> Bool {
    keywords.indices.allSatisfy { isAt(keywords[$0], ahead: $0) }
  }

  func isAtSymbol(_ symbol: String, ahead: Int = 0) -> Bool {
    let token = token(ahead: ahead)
    return token.kind == .symbol && token.text == symbol
  }

  var isAtStatementEnd: Bool { isAtEnd || isAtSymbol(";") }

  // MARK: Taking

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if !isAtEnd { index += 1 }
    return token
  }

  /// Takes these keywords if all of them come next.
  mutating func take(_ keywords: String...) -> Bool {
    guard isAt(sequence: keywords) else { return false }
    index += keywords.count
    return true
  }

  mutating func takeSymbol(_ symbol: String) -> Bool {
    guard isAtSymbol(symbol) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ keyword: String) throws(SyntaxError) {
    guard take(keyword) else { throw unexpected("`\(keyword)`") }
  }

  mutating func expectSymbol(_ symbol: String) throws(SyntaxError) {
    guard takeSymbol(symbol) else { throw unexpected("`\(symbol)`") }
  }

  mutating func name() throws(SyntaxError) -> NameSyntax {
    let token = current
    switch token.kind {
    case .quotedName: break
    case .word where !ReservedWords.contains(token.keyword, in: dialect): break
    // SQLite takes a string where a name must stand.
    case .string where dialect == .sqlite: break
    default: throw unexpected("a name")
    }
    advance()
    return NameSyntax(text: token.text, isQuoted: token.kind != .word, range: range(of: token))
  }

  /// Any word, reserved or not: for places where only a name can stand.
  mutating func anyName() throws(SyntaxError) -> NameSyntax {
    guard current.kind == .word else { return try name() }
    let token = advance()
    return NameSyntax(text: token.text, isQuoted: false, range: range(of: token))
  }

  mutating func qualifiedName() throws(SyntaxError) -> QualifiedNameSyntax {
    let first = try name()
    guard takeSymbol(".") else { return QualifiedNameSyntax(schema: nil, name: first) }
    let second = try anyName()
    // `database.schema.table`: the database is this one.
    guard takeSymbol(".") else { return QualifiedNameSyntax(schema: first, name: second) }
    return QualifiedNameSyntax(schema: second, name: try anyName())
  }

  mutating func stringLiteral() throws(SyntaxError) -> StringSyntax {
    guard current.kind == .string else { throw unexpected("a text in quotes") }
    let token = advance()
    return StringSyntax(text: token.text, range: range(of: token))
  }

  /// Reads items with commas between them.
  mutating func list<Item>(
    _ item: (inout Parser) throws(SyntaxError) -> Item
  ) throws(SyntaxError) -> [Item] {
    var items = [try item(&self)]
    while takeSymbol(",") { items.append(try item(&self)) }
    return items
  }

  mutating func nameList() throws(SyntaxError) -> [NameSyntax] {
    try expectSymbol("(")
    let names = try list { (parser) throws(SyntaxError) in try parser.name() }
    try expectSymbol(")")
    return names
  }

  // MARK: Places

  func range(of token: Token) -> SourceRange { SourceRange(source: source, start: token.start, end: token.end) }

  /// Returns the range from a token's index to the token before the current one.
  func range(from first: Int) -> SourceRange {
    let last = max(first, index - 1)
    return SourceRange(source: source, start: tokens[first].start, end: tokens[last].end)
  }

  /// Returns the text between two offsets, as written.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  func unexpected(_ wanted: String) -> SyntaxError {
    let found = isAtEnd ? "the end of the file" : "`\(text(current.start, min(current.end, current.start + 40)))`"
    return SyntaxError(
      message: "expected \(wanted), found \(found)", range: range(of: current),
      hint: "Compare the statement with the manual of \(dialect == .postgres ? "PostgreSQL" : "SQLite").")
  }
}
