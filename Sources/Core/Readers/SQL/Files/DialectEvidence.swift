internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

/// Tells the dialect of migrations by words that only one of the two knows.
struct DialectEvidence {
  private var first: [SQLDialect: SourceRange] = [:]
  private var counts: [SQLDialect: Int] = [:]

  /// Returns the dialect with the most evidence, and reports where it had to be assumed or where both have some.
  static func dialect(
    of halves: [(source: SourceID, range: Range<Int>)], sources: SourceMap, into diagnostics: inout Diagnostics
  ) -> SQLDialect {
    var evidence = DialectEvidence()
    for half in halves {
      var ignored = Diagnostics()
      let list = Lexer.tokens(
        of: sources[half.source].bytes, in: half.range, source: half.source, dialect: .postgres, into: &ignored)
      evidence.look(at: list.tokens, source: half.source)
    }
    return evidence.decide(first: halves.first.map { SourceRange(source: $0.source, start: 0, end: 0) }, into: &diagnostics)
  }

  private func decide(first place: SourceRange?, into diagnostics: inout Diagnostics) -> SQLDialect {
    let sqlite = counts[.sqlite, default: 0]
    let postgres = counts[.postgres, default: 0]
    if sqlite == 0, postgres == 0 {
      diagnostics.report(
        .sqlDialectAssumed, "nothing tells the dialect of the migrations; SQLite is assumed", at: place,
        hint: "State it in the configuration if they are for PostgreSQL.")
      return .sqlite
    }
    let winner: SQLDialect = postgres > sqlite ? .postgres : .sqlite
    let other: SQLDialect = winner == .postgres ? .sqlite : .postgres
    if let range = first[other] {
      diagnostics.report(
        .sqlDialectMixed, "this is of \(other.rawValue), but the migrations are read as \(winner.rawValue)", at: range,
        hint: "Write all migrations in one dialect; they are translated to the other one.",
        related: first[winner].map { [.init("this is of \(winner.rawValue)", at: $0)] } ?? [])
    }
    return winner
  }

  private mutating func look(at tokens: [Token], source: SourceID) {
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1] : token
      let previous = index > 0 ? tokens[index - 1] : nil
      guard let dialect = Self.dialect(of: token, previous: previous, next: next) else { continue }
      counts[dialect, default: 0] += 1
      if first[dialect] == nil { first[dialect] = SourceRange(source: source, start: token.start, end: token.end) }
    }
  }

  private static func dialect(of token: Token, previous: Token?, next: Token) -> SQLDialect? {
    if token.kind == .symbol { return token.text == "::" ? .postgres : token.text == "`" ? .sqlite : nil }
    guard token.kind == .word else { return nil }
    if sqliteWords.contains(token.keyword) { return .sqlite }
    if postgresWords.contains(token.keyword) { return .postgres }
    // A type stands behind a name; where these words stand elsewhere, they may be names themselves.
    if let type = types[token.keyword], previous?.kind == .word || previous?.kind == .quotedName { return type }
    switch (token.keyword, next.keyword) {
    case ("WITHOUT", "ROWID"), ("OR", "IGNORE"), ("INSERT", "OR"), ("COLLATE", "NOCASE"): return .sqlite
    case ("PRIMARY", "KEY"): return previous?.keyword == "INTEGER" ? .sqlite : nil
    case ("COMMENT", "ON"), ("CREATE", "TYPE"), ("CREATE", "SCHEMA"), ("CREATE", "SEQUENCE"), ("CREATE", "FUNCTION"),
      ("CREATE", "EXTENSION"), ("AS", "IDENTITY"), ("ALTER", "TYPE"), ("ALTER", "COLUMN"), ("ADD", "CONSTRAINT"),
      ("DROP", "CONSTRAINT"), ("TABLE", "ONLY"),
      ("DOUBLE", "PRECISION"):
      return .postgres
    case ("NOW", _): return next.text == "(" ? .postgres : nil
    default: return nil
    }
  }

  private static let sqliteWords: Set<String> = [
    "AUTOINCREMENT", "PRAGMA", "STRFTIME", "RANDOMBLOB", "UNIXEPOCH", "JULIANDAY", "GLOB", "SQLITE_SEQUENCE",
  ]
  private static let postgresWords: Set<String> = [
    "GEN_RANDOM_UUID", "UUID_GENERATE_V4", "NEXTVAL", "SEARCH_PATH", "PLPGSQL", "ILIKE", "CONCURRENTLY",
  ]
  private static let types: [String: SQLDialect] = [
    "DATETIME": .sqlite, "SERIAL": .postgres, "BIGSERIAL": .postgres, "SMALLSERIAL": .postgres, "TIMESTAMPTZ": .postgres,
    "JSONB": .postgres, "BYTEA": .postgres, "CITEXT": .postgres, "INET": .postgres, "TSVECTOR": .postgres,
  ]
}
