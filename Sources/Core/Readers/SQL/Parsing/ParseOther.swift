internal import SpecIR
internal import SpecSource

/// `DROP`, `COMMENT ON`, `SET` and statements over rows.
extension Parser {
  mutating func drop() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("DROP")
    let what = current.keyword
    switch what {
    case "TABLE", "INDEX", "TYPE": advance()
    case "EXTENSION":
      skipStatement()
      return .harmless
    case "TRIGGER", "FUNCTION", "PROCEDURE", "VIEW", "MATERIALIZED", "POLICY", "RULE", "AGGREGATE":
      return skipped("`DROP \(what)`", isDispensable: true)
    case "SEQUENCE", "ROLE", "USER", "OWNED", "PUBLICATION", "SUBSCRIPTION", "STATISTICS":
      return skipped("`DROP \(what)`", isDispensable: true)
    default:
      skipStatement()
      return .unsupported("`DROP \(what)` is not followed", hint: "Tables, indexes and enum types can be dropped.")
    }
    if take("CONCURRENTLY") { standsAlone = true }
    let ifExists = ifExists()
    let names = try list { (parser) throws(SyntaxError) in try parser.qualifiedName() }
    let cascade = take("CASCADE")
    if !cascade { _ = take("RESTRICT") }
    switch what {
    case "TABLE": return .dropTables(names, ifExists: ifExists, cascade: cascade)
    case "INDEX": return .dropIndexes(names, ifExists: ifExists)
    default: return .dropTypes(names, ifExists: ifExists, cascade: cascade)
    }
  }

  mutating func comment() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("COMMENT")
    try expect("ON")
    let target = try commentTarget()
    while !isAt("IS") {
      guard !isAtStatementEnd else { throw unexpected("`IS`") }
      advance()
    }
    advance()
    if take("NULL") { return .comment(target, nil) }
    return .comment(target, try stringLiteral().text)
  }

  private mutating func commentTarget() throws(SyntaxError) -> CommentTarget {
    if take("TABLE") { return .table(try qualifiedName()) }
    if take("TYPE") { return .type(try qualifiedName()) }
    guard take("COLUMN") else { return .other }
    var names = [try name()]
    while takeSymbol(".") { names.append(try anyName()) }
    return .column(names)
  }

  mutating func set() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("SET")
    _ = take("LOCAL") || take("SESSION")
    guard take("SEARCH_PATH"), takeSymbol("=") || take("TO") else {
      skipStatement()
      return .harmless
    }
    let names = try list { (parser) throws(SyntaxError) in
      if parser.current.kind == .string {
        let text = try parser.stringLiteral()
        return NameSyntax(text: text.text, isQuoted: true, range: text.range)
      }
      return try parser.anyName()
    }
    return .setSearchPath(names)
  }

  /// A `SELECT` of a migration is run for what its functions do; those that only move settings or sequences change nothing here.
  mutating func select() -> StatementSyntax.Kind {
    let known: Set<String> = ["setval", "set_config", "pg_advisory_lock", "pg_advisory_unlock"]
    let calls = (1...3).map { token(ahead: $0).text.lowercased() }
    skipStatement()
    if calls.contains(where: known.contains) { return .harmless }
    return .skipped(SkippedStatement(what: "query", isDispensable: false))
  }
}
