internal import SpecIR
internal import SpecSource

/// `ALTER …`
extension Parser {
  mutating func alter() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("ALTER")
    switch current.keyword {
    case "TABLE": return try alterTable()
    case "TYPE": return try alterType()
    case "INDEX": return try alterIndex()
    case "SEQUENCE", "EXTENSION", "DATABASE", "SYSTEM":
      skipStatement()
      return .harmless
    case "ROLE", "USER", "DEFAULT", "GROUP", "PUBLICATION", "SUBSCRIPTION":
      return skipped("`ALTER \(current.keyword)`", isDispensable: true)
    case "FUNCTION", "PROCEDURE", "TRIGGER", "VIEW", "MATERIALIZED", "POLICY", "SCHEMA":
      return skipped("`ALTER \(current.keyword)`", isDispensable: false)
    default:
      let what = current.text
      skipStatement()
      return .unsupported("`ALTER \(what)` is not followed", hint: "Tables, enum types and indexes can be altered.")
    }
  }

  private mutating func alterTable() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("TABLE")
    let ifExists = ifExists()
    _ = take("ONLY")
    let table = try qualifiedName()
    _ = takeSymbol("*")
    let alterations = try list { (parser) throws(SyntaxError) in try parser.alteration() }
    return .alterTable(table, ifExists: ifExists, alterations)
  }

  private mutating func alteration() throws(SyntaxError) -> AlterationSyntax {
    let first = index
    let kind = try alterationKind()
    return AlterationSyntax(kind: kind, range: range(from: first))
  }

  private mutating func alterationKind() throws(SyntaxError) -> AlterationSyntax.Kind {
    switch current.keyword {
    case "ADD": return try addition()
    case "DROP": return try removal()
    case "RENAME": return try renaming()
    case "ALTER": return try columnAlteration()
    case "SET" where isAt("SCHEMA", ahead: 1):
      index += 2
      return .setSchema(try name())
    case "ENABLE" where isAt(sequence: ["ENABLE", "ROW", "LEVEL", "SECURITY"]), "FORCE":
      skipAlteration()
      return .skipped(SkippedStatement(what: "row level security", isDispensable: false))
    case "OWNER", "SET", "RESET", "CLUSTER", "VALIDATE", "REPLICA", "ENABLE", "DISABLE", "NO":
      skipAlteration()
      return .harmless
    default: throw unexpected("`ADD`, `DROP`, `ALTER` or `RENAME`")
    }
  }

  private mutating func skipAlteration() {
    var open = 0
    while !isAtStatementEnd, open > 0 || !isAtSymbol(",") {
      if isAtSymbol("(") { open += 1 }
      if isAtSymbol(")") { open -= 1 }
      advance()
    }
  }

  private mutating func addition() throws(SyntaxError) -> AlterationSyntax.Kind {
    try expect("ADD")
    switch current.keyword {
    case "CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN": return .addConstraint(try tableConstraint())
    default: break
    }
    _ = take("COLUMN")
    let ifNotExists = ifNotExists()
    return .addColumn(try column(), ifNotExists: ifNotExists)
  }

  private mutating func removal() throws(SyntaxError) -> AlterationSyntax.Kind {
    try expect("DROP")
    let isConstraint = take("CONSTRAINT")
    if !isConstraint { _ = take("COLUMN") }
    let ifExists = ifExists()
    let name = try name()
    let cascade = take("CASCADE")
    if !cascade { _ = take("RESTRICT") }
    return isConstraint
      ? .dropConstraint(name, ifExists: ifExists, cascade: cascade) : .dropColumn(name, ifExists: ifExists, cascade: cascade)
  }

  private mutating func renaming() throws(SyntaxError) -> AlterationSyntax.Kind {
    try expect("RENAME")
    if take("TO") { return .renameTable(try name()) }
    let isConstraint = take("CONSTRAINT")
    if !isConstraint { _ = take("COLUMN") }
    let old = try name()
    try expect("TO")
    let new = try name()
    return isConstraint ? .renameConstraint(old, to: new) : .renameColumn(old, to: new)
  }

  private mutating func columnAlteration() throws(SyntaxError) -> AlterationSyntax.Kind {
    try expect("ALTER")
    if take("CONSTRAINT") {
      skipAlteration()
      return .harmless
    }
    _ = take("COLUMN")
    let column = try name()
    if take("TYPE") || take("SET", "DATA", "TYPE") {
      let type = try type()
      if take("COLLATE") { _ = try qualifiedName() }
      return .setType(column, type, using: take("USING") ? try expression() : nil)
    }
    if take("SET", "DEFAULT") { return .setDefault(column, try expression()) }
    if take("DROP", "DEFAULT") { return .setDefault(column, nil) }
    if take("SET", "NOT", "NULL") { return .setNullable(column, false) }
    if take("DROP", "NOT", "NULL") { return .setNullable(column, true) }
    if take("DROP", "IDENTITY") {
      _ = ifExists()
      return .dropIdentity(column)
    }
    if take("DROP", "EXPRESSION") { return .dropExpression(column, ifExists: ifExists()) }
    if take("ADD", "GENERATED") || take("SET", "GENERATED") {
      let isAlways = take("ALWAYS")
      if !isAlways, !take("BY", "DEFAULT") { throw unexpected("`ALWAYS` or `BY DEFAULT`") }
      if take("AS", "IDENTITY"), takeSymbol("(") { try skipBalanced() }
      return .addIdentity(column, isAlways: isAlways)
    }
    guard isAt("SET") || isAt("RESET") || isAt("RESTART") else {
      throw unexpected("`TYPE`, `SET` or `DROP`")
    }
    skipAlteration()
    return .harmless
  }

  private mutating func alterType() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("TYPE")
    let type = try qualifiedName()
    if take("ADD", "VALUE") {
      let ifNotExists = ifNotExists()
      let value = try stringLiteral()
      var position = EnumPosition.last
      if take("BEFORE") { position = .before(try stringLiteral()) }
      if take("AFTER") { position = .after(try stringLiteral()) }
      return .addEnumValue(type, value, ifNotExists: ifNotExists, position: position)
    }
    if take("RENAME", "VALUE") {
      let old = try stringLiteral()
      try expect("TO")
      return .renameEnumValue(type, from: old, to: try stringLiteral())
    }
    if take("RENAME", "TO") { return .renameType(type, to: try name()) }
    if isAt("OWNER") {
      skipStatement()
      return .harmless
    }
    skipStatement()
    return .unsupported("this change of a type is not followed", hint: "Labels can be added and renamed, types renamed.")
  }

  private mutating func alterIndex() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("INDEX")
    let ifExists = ifExists()
    let name = try qualifiedName()
    guard take("RENAME", "TO") else {
      skipStatement()
      return .harmless
    }
    return .renameIndex(name, to: try self.name(), ifExists: ifExists)
  }
}
