internal import SpecIR
internal import SpecSource

/// `CREATE TABLE` and the columns of it.
extension Parser {
  mutating func createTable() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("TABLE")
    let ifNotExists = ifNotExists()
    var table = CreateTableSyntax(name: try qualifiedName(), ifNotExists: ifNotExists)
    if isAt("AS") || isAt("OF") || isAt("PARTITION") {
      skipStatement()
      return .unsupported(
        "only a table that lists its columns is followed",
        hint: "Write `CREATE TABLE name (column type, …)`; partitions and `AS SELECT` are not read.")
    }
    try expectSymbol("(")
    repeat {
      if isAtSymbol(")"), table.columns.isEmpty { break }
      try tableElement(into: &table)
    } while takeSymbol(",")
    try expectSymbol(")")
    if let refused = try tableOptions(of: &table) { return refused }
    return .createTable(table)
  }

  private mutating func tableElement(into table: inout CreateTableSyntax) throws(SyntaxError) {
    if isAt("LIKE") {
      advance()
      var like = LikeSyntax(table: try qualifiedName())
      while isAt("INCLUDING") || isAt("EXCLUDING") {
        like.includesMore = like.includesMore || isAt("INCLUDING")
        advance()
        _ = try anyName()
      }
      table.likes.append(like)
    } else if startsTableConstraint {
      table.constraints.append(try tableConstraint())
    } else {
      guard table.columns.count < Self.maximumColumns else {
        throw SyntaxError(
          message: "table has more than \(Self.maximumColumns) columns", range: range(of: current),
          hint: "No database takes as many.")
      }
      table.columns.append(try column())
    }
  }

  /// SQLite's own limit; PostgreSQL's is 1600.
  private static let maximumColumns = 2000

  private var startsTableConstraint: Bool {
    switch current.keyword {
    case "CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN": true
    case "EXCLUDE": isAtSymbol("(", ahead: 1) || isAt("USING", ahead: 1)
    default: false
    }
  }

  /// Reads what follows the closing parenthesis; gives a refusal where the table is not a plain one.
  private mutating func tableOptions(of table: inout CreateTableSyntax) throws(SyntaxError) -> StatementSyntax.Kind? {
    while !isAtStatementEnd {
      if take("WITHOUT", "ROWID") {
        table.isWithoutRowID = true
      } else if take("STRICT") || takeSymbol(",") {
        continue
      } else if isAt("INHERITS") || isAt("PARTITION") {
        let what = current.keyword
        skipStatement()
        return .unsupported(
          "`\(what)` is not followed",
          hint: "Generate from a plain table; inheritance and partitions are the database's own affair.")
      } else if take("WITH") {
        try expectSymbol("(")
        try skipBalanced()
      } else if take("TABLESPACE") {
        _ = try name()
      } else {
        throw unexpected("`;`")
      }
    }
    return nil
  }

  mutating func column() throws(SyntaxError) -> ColumnSyntax {
    let remark = commentAbove(current)
    var column = ColumnSyntax(name: try name(), remark: remark)
    if !isAtColumnEnd, !startsColumnConstraint { column.type = try type() }
    while !isAtColumnEnd { try columnConstraint(into: &column) }
    return column
  }

  private var isAtColumnEnd: Bool { isAtStatementEnd || isAtSymbol(",") || isAtSymbol(")") }

  private var startsColumnConstraint: Bool {
    ["CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"]
      .contains(current.keyword)
  }

  private mutating func columnConstraint(into column: inout ColumnSyntax) throws(SyntaxError) {
    let first = index
    let name = take("CONSTRAINT") ? try self.name() : nil
    guard let kind = try columnConstraintKind() else { return }
    column.constraints.append(ConstraintSyntax(name: name, kind: kind, range: range(from: first)))
  }

  /// Reads one constraint; nothing where the words only say when the one before is checked.
  private mutating func columnConstraintKind() throws(SyntaxError) -> ConstraintSyntax.Kind? {
    switch current.keyword {
    case "NOT" where isAt("DEFERRABLE", ahead: 1):
      index += 2
      return nil
    case "INITIALLY":
      index += 2
      return nil
    case "NOT":
      advance()
      try expect("NULL")
      try conflictClause()
      return .notNull
    case "NULL":
      advance()
      return .null
    case "DEFAULT":
      advance()
      return .defaultValue(try defaultExpression())
    case "PRIMARY": return try columnPrimaryKey()
    case "UNIQUE":
      advance()
      let nullsAreEqual = take("NULLS", "NOT", "DISTINCT")
      try conflictClause()
      return .unique([], nullsAreEqual: nullsAreEqual)
    case "CHECK": return try check()
    case "REFERENCES": return .reference(try references(from: []))
    case "COLLATE":
      advance()
      return .collate(try qualifiedName().name)
    case "GENERATED", "AS": return try generated()
    default: throw unexpected("a column constraint, `,` or `)`")
    }
  }

  /// A default is an operand in SQLite and an expression without `AND`, `OR`, `NOT` or comparison in PostgreSQL (`b_expr`).
  mutating func defaultExpression() throws(SyntaxError) -> ExpressionSyntax {
    try expression(above: dialect == .sqlite ? .power : .range)
  }

  private mutating func columnPrimaryKey() throws(SyntaxError) -> ConstraintSyntax.Kind {
    try expect("PRIMARY")
    try expect("KEY")
    let isDescending = take("DESC")
    if !isDescending { _ = take("ASC") }
    try conflictClause()
    let isAutoincrement = take("AUTOINCREMENT")
    return .primaryKey([], isAutoincrement: isAutoincrement, isDescending: isDescending)
  }

  private mutating func generated() throws(SyntaxError) -> ConstraintSyntax.Kind {
    var isAlways = true
    if take("GENERATED") {
      if take("BY") {
        try expect("DEFAULT")
        isAlways = false
      } else {
        try expect("ALWAYS")
      }
    }
    try expect("AS")
    if take("IDENTITY") {
      if takeSymbol("(") { try skipBalanced() }
      return .identity(isAlways: isAlways)
    }
    try expectSymbol("(")
    let expression = try expression()
    try expectSymbol(")")
    let isStored = take("STORED")
    if !isStored { _ = take("VIRTUAL") }
    return .generated(expression, isStored: isStored)
  }
}
