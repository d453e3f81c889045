internal import SpecIR
internal import SpecSource

/// `INSERT`, `UPDATE`, `DELETE`.
extension Parser {
  mutating func insert() throws(SyntaxError) -> StatementSyntax.Kind {
    var ignoresConflicts = false
    var replaces = false
    if take("REPLACE") {
      replaces = true
    } else {
      try expect("INSERT")
      if take("OR") {
        ignoresConflicts = isAt("IGNORE")
        replaces = !ignoresConflicts && !isAt("ABORT")
        advance()
      }
    }
    try expect("INTO")
    var insert = InsertSyntax(table: try qualifiedName(), ignoresConflicts: ignoresConflicts, source: .other)
    if take("AS") { _ = try name() }
    if isAtSymbol("(") { insert.columns = try nameList() }
    if take("OVERRIDING") { index += 2 }
    insert.source = try insertSource()
    try conflictResolution(of: &insert)
    if replaces { insert.source = .other }
    return .insert(insert)
  }

  private mutating func insertSource() throws(SyntaxError) -> InsertSyntax.Source {
    if take("VALUES") {
      let rows = try list { (parser) throws(SyntaxError) in
        try parser.expectSymbol("(")
        let values = try parser.list { (parser) throws(SyntaxError) in try parser.expression() }
        try parser.expectSymbol(")")
        return values
      }
      return .rows(rows)
    }
    if take("DEFAULT", "VALUES") { return .rows([[]]) }
    guard isAt("SELECT") else {
      skipStatement()
      return .other
    }
    return try selectSource()
  }

  /// Reads `SELECT expression, … FROM table [WHERE …]`; a query of any other form is skipped.
  private mutating func selectSource() throws(SyntaxError) -> InsertSyntax.Source {
    try expect("SELECT")
    let values = try list { (parser) throws(SyntaxError) in
      if parser.takeSymbol("*") { return ExpressionSyntax(kind: .star, range: parser.range(from: parser.index - 1)) }
      let value = try parser.expression()
      if parser.take("AS") { _ = try parser.anyName() }
      return value
    }
    guard take("FROM"), !isAtSymbol("(") else {
      skipStatement()
      return .other
    }
    let table = try qualifiedName()
    let condition = take("WHERE") ? try expression() : nil
    if take("ORDER", "BY") { _ = try list { (parser) throws(SyntaxError) in try parser.orderTerm() } }
    guard isAtStatementEnd || isAt(sequence: ["ON", "CONFLICT"]) else {
      skipStatement()
      return .other
    }
    return .select(values, from: table, where: condition)
  }

  private mutating func orderTerm() throws(SyntaxError) {
    _ = try expression()
    _ = take("ASC") || take("DESC")
  }

  private mutating func conflictResolution(of insert: inout InsertSyntax) throws(SyntaxError) {
    if take("ON", "CONFLICT") {
      if takeSymbol("(") {
        try skipBalanced()
      } else if take("ON", "CONSTRAINT") {
        _ = try name()
      }
      if take("WHERE") { _ = try expression() }
      if take("DO", "NOTHING") {
        insert.ignoresConflicts = true
      } else {
        insert.source = .other
        skipStatement()
      }
    }
    if take("RETURNING") { skipStatement() }
  }

  mutating func update() throws(SyntaxError) -> StatementSyntax.Kind {
    let first = index
    try expect("UPDATE")
    _ = take("ONLY")
    let table = try qualifiedName()
    guard take("SET"), current.kind != .symbol else {
      index = first
      return skipped("`UPDATE` of this form", isDispensable: false)
    }
    let assignments = try list { (parser) throws(SyntaxError) in
      let column = try parser.name()
      try parser.expectSymbol("=")
      return AssignmentSyntax(column: column, value: try parser.expression())
    }
    let condition = take("WHERE") ? try expression() : nil
    guard isAtStatementEnd else { return skipped("`UPDATE` of this form", isDispensable: false) }
    return .update(table, assignments, where: condition)
  }

  mutating func delete() throws(SyntaxError) -> StatementSyntax.Kind {
    try expect("DELETE")
    try expect("FROM")
    _ = take("ONLY")
    let table = try qualifiedName()
    let condition = take("WHERE") ? try expression() : nil
    guard isAtStatementEnd else { return skipped("`DELETE` of this form", isDispensable: false) }
    return .delete(table, where: condition)
  }
}
