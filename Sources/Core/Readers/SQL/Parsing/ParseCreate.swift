internal import SpecIR
internal import SpecSource

/// `CREATE …` other than tables.
extension Parser {
  mutating func create() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("CREATE")
    if take("OR") { try expect("REPLACE") }
    let isTemporary = take("TEMPORARY") || take("TEMP") || take("LOCAL", "TEMPORARY")
    _ = take("UNLOGGED")
    switch current.keyword {
    case "TABLE" where isTemporary: return skipped("temporary table", isDispensable: false)
    case "TABLE": return try createTable()
    case "UNIQUE", "INDEX": return try createIndex()
    case "TYPE": return try createType()
    case "SCHEMA": return try createSchema()
    case "SEQUENCE": return try createSequence()
    case "EXTENSION":
      skipStatement()
      return .harmless
    case "TRIGGER", "CONSTRAINT", "EVENT":
      skipBody()
      return .skipped(SkippedStatement(what: "trigger", isDispensable: false))
    case "FUNCTION", "PROCEDURE":
      let what = current.keyword.lowercased()
      skipBody()
      return .skipped(SkippedStatement(what: what, isDispensable: false))
    case "VIEW", "MATERIALIZED", "RECURSIVE": return skipped("view", isDispensable: false)
    case "POLICY": return skipped("row security policy", isDispensable: false)
    case "ROLE", "USER", "GROUP", "PUBLICATION", "SUBSCRIPTION", "STATISTICS":
      return skipped(current.keyword.lowercased(), isDispensable: true)
    case "DOMAIN", "AGGREGATE", "OPERATOR", "CAST", "COLLATION", "RULE", "FOREIGN", "SERVER", "VIRTUAL", "TABLESPACE", "DATABASE",
      "LANGUAGE":
      let what = current.keyword.lowercased()
      skipStatement()
      return .unsupported(
        "`CREATE \(what.uppercased())` is not followed",
        hint: "Tables that need it cannot be generated; use a plain type or table.")
    default: throw unexpected("`TABLE`, `INDEX`, `TYPE` or another thing to create")
    }
  }

  mutating func ifNotExists() -> Bool { take("IF", "NOT", "EXISTS") }
  mutating func ifExists() -> Bool { take("IF", "EXISTS") }

  private mutating func createIndex() throws(SyntaxError) -> StatementSyntax.Kind {
    let isUnique = take("UNIQUE")
    try expect("INDEX")
    if take("CONCURRENTLY") { standsAlone = true }
    let ifNotExists = ifNotExists()
    let indexName = isAt("ON") ? nil : try qualifiedName()
    try expect("ON")
    _ = take("ONLY")
    let table = try qualifiedName()
    var syntax = CreateIndexSyntax(name: indexName, table: table, ifNotExists: ifNotExists, isUnique: isUnique)
    if take("USING") { syntax.method = try anyName().text.lowercased() }
    syntax.parts = try indexParts()
    while !isAtStatementEnd {
      if take("INCLUDE") {
        syntax.including = try nameList()
      } else if take("NULLS", "NOT", "DISTINCT") {
        syntax.nullsAreEqual = true
      } else if take("NULLS", "DISTINCT") {
        continue
      } else if take("WITH") {
        try expectSymbol("(")
        try skipBalanced()
      } else if take("TABLESPACE") {
        _ = try name()
      } else if take("WHERE") {
        syntax.predicate = try expression()
      } else {
        throw unexpected("`WHERE` or `;`")
      }
    }
    return .createIndex(syntax)
  }

  /// Reads `(part, …)` of an index or of a key.
  mutating func indexParts() throws(SyntaxError) -> [IndexPartSyntax] {
    try expectSymbol("(")
    let parts = try list { (parser) throws(SyntaxError) in try parser.indexPart() }
    try expectSymbol(")")
    return parts
  }

  private mutating func indexPart() throws(SyntaxError) -> IndexPartSyntax {
    var part = IndexPartSyntax(expression: try expression())
    // `COLLATE` binds to the expression; here it belongs to the part.
    if case .collate(let operand, let collation) = part.expression.kind {
      part.expression = operand
      part.collation = collation
    }
    if current.kind == .word, !["ASC", "DESC", "NULLS"].contains(current.keyword) {
      part.operatorClass = try qualifiedName().name.text
      if takeSymbol("(") { try skipBalanced() }
    }
    if take("DESC") { part.isDescending = true } else { _ = take("ASC") }
    if take("NULLS", "FIRST") { part.nullsFirst = true }
    if take("NULLS", "LAST") { part.nullsFirst = false }
    return part
  }

  private mutating func createType() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("TYPE")
    let name = try qualifiedName()
    guard take("AS", "ENUM") else {
      skipStatement()
      return .unsupported("only enum types are followed", hint: "Use a table or JSON in place of a composite or range type.")
    }
    try expectSymbol("(")
    let values = isAtSymbol(")") ? [] : try list { (parser) throws(SyntaxError) in try parser.stringLiteral() }
    try expectSymbol(")")
    return .createEnum(name, values)
  }

  private mutating func createSchema() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("SCHEMA")
    let ifNotExists = ifNotExists()
    let schema = try name()
    if take("AUTHORIZATION") { _ = try anyName() }
    return .createSchema(schema, ifNotExists: ifNotExists)
  }

  private mutating func createSequence() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("SEQUENCE")
    _ = ifNotExists()
    let name = try qualifiedName()
    skipStatement()
    return .createSequence(name)
  }
}
