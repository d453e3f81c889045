internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

extension Replay {
  mutating func insert(_ syntax: InsertSyntax) {
    guard let table = findTable(syntax.table) else { return }
    let columns: [String]
    if syntax.columns.isEmpty {
      columns = table.columns.filter { $0.generated == nil }.map(\.name)
    } else {
      guard let found = findColumns(syntax.columns, in: table) else { return }
      columns = found
    }
    switch syntax.source {
    case .rows(let rows): seed(rows, columns, table, syntax)
    case .select(let values, let source, let condition): copy(values, columns, from: source, condition, to: table, syntax)
    case .other: keepAsWritten("`INSERT` of this form")
    }
  }

  private mutating func keepAsWritten(_ what: String) {
    guard let statement else { return }
    skip(SkippedStatement(what: what, isDispensable: false), at: statement.range)
  }

  private mutating func seed(_ rows: [[ExpressionSyntax]], _ columns: [String], _ table: Table, _ syntax: InsertSyntax) {
    var values: [[SQLExpression?]] = []
    for row in rows {
      // PostgreSQL takes fewer values than columns where no column is named.
      let mayBeShort = dialect == .postgres && syntax.columns.isEmpty
      guard row.count == columns.count || mayBeShort && row.count < columns.count else {
        diagnostics.report(
          .sqlRowMismatch, "\(row.count) values for \(columns.count) columns", at: row.first?.range ?? syntax.table.range,
          hint: "Give one value for each of \(columns.map { "`\($0)`" }.joined(separator: ", ")).")
        return
      }
      values.append(zip(row, columns).map { constant($0, for: table.columns[table.column(named: $1)?.index ?? 0]) })
    }
    let count = values.map(\.count).max() ?? 0
    emit(
      .insertRows(
        SeedRows(
          table: table.qualifiedName, columns: Array(columns.prefix(count)), rows: values,
          ignoresConflicts: syntax.ignoresConflicts)))
  }

  private mutating func constant(_ syntax: ExpressionSyntax, for column: Column) -> SQLExpression? {
    if case .defaultValue = syntax.kind { return nil }
    let meaning = expression(syntax, in: Table(name: column.name), text: sources.text(syntax.range))
    if case .literal(let literal) = meaning { return .literal(Self.literal(literal, as: column.type, in: dialect)) }
    return meaning
  }

  private mutating func copy(
    _ values: [ExpressionSyntax], _ columns: [String], from source: QualifiedNameSyntax, _ condition: ExpressionSyntax?,
    to table: Table, _ syntax: InsertSyntax
  ) {
    guard let origin = findTable(source) else { return }
    var expressions: [SQLExpression] = []
    for value in values {
      if case .star = value.kind {
        expressions += origin.columns.filter { $0.generated == nil }.map { .column($0.name) }
      } else {
        expressions.append(expression(value, in: origin, text: sources.text(value.range)))
      }
    }
    guard expressions.count == columns.count else {
      diagnostics.report(
        .sqlRowMismatch, "\(expressions.count) values for \(columns.count) columns", at: syntax.table.range,
        hint: "Name the columns and select one value for each.")
      return
    }
    let assigned = zip(columns, expressions).map { ColumnValue($0, $1) }
    let filter = condition.map { expression($0, in: origin, text: sources.text($0.range)) }
    guard !syntax.ignoresConflicts else { return keepAsWritten("`INSERT … SELECT` that ignores conflicts") }
    emit(.copyRows(RowCopy(source: origin.qualifiedName, target: table.qualifiedName, values: assigned, condition: filter)))
  }

  mutating func update(_ name: QualifiedNameSyntax, _ assignments: [AssignmentSyntax], _ condition: ExpressionSyntax?) {
    guard let table = findTable(name) else { return }
    var values: [ColumnValue] = []
    for assignment in assignments {
      guard let column = findColumn(assignment.column, in: table) else { continue }
      var value = expression(assignment.value, in: table, text: sources.text(assignment.value.range))
      if case .literal(let literal) = value { value = .literal(Self.literal(literal, as: column.type, in: dialect)) }
      values.append(ColumnValue(column.name, value))
    }
    let filter = condition.map { expression($0, in: table, text: sources.text($0.range)) }
    emit(.updateRows(table.qualifiedName, set: values, where: filter))
  }

  mutating func delete(_ name: QualifiedNameSyntax, _ condition: ExpressionSyntax?) {
    guard let table = findTable(name) else { return }
    let filter = condition.map { expression($0, in: table, text: sources.text($0.range)) }
    emit(.deleteRows(table.qualifiedName, where: filter))
  }
}
