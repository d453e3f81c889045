/// Statements over rows, which both dialects write alike.
extension MigrationPrinter {
  mutating func rows(_ change: SchemaChange) throws(Untranslatable) {
    switch change {
    case .insertRows(let rows): try insert(rows)
    case .updateRows(let name, let values, let condition):
      guard let table = catalog.table(name) else { return }
      var assignments: [String] = []
      for item in values {
        assignments.append("\(spelling.name(item.column)) = \(try value(item.value, for: item.column, in: table))")
      }
      emit("UPDATE \(spelling.table(name)) SET \(assignments.joined(separator: ", "))" + (try filter(condition, table)))
    case .deleteRows(let name, let condition):
      guard let table = catalog.table(name) else { return }
      emit("DELETE FROM \(spelling.table(name))" + (try filter(condition, table)))
    case .copyRows(let copy):
      guard let source = catalog.table(copy.source) else { return }
      let printer = ExpressionPrinter(target, table: source)
      var values: [String] = []
      for item in copy.values { values.append(try printer.text(item.value)) }
      emit(
        "INSERT INTO \(spelling.table(copy.target)) (\(spelling.names(copy.values.map(\.column))))\n"
          + "SELECT \(values.joined(separator: ", ")) FROM \(spelling.table(copy.source))" + (try filter(copy.condition, source)))
      advanceNumbering(of: copy.target, columns: copy.values.map(\.column))
    case .createSchema, .createEnum, .addEnumValue, .renameEnumValue, .renameEnum, .dropEnum, .createTable, .dropTable,
      .renameTable, .alterTable, .rebuildTable, .createIndex, .createUniqueIndex, .dropIndex, .renameIndex, .commentOnTable,
      .commentOnEnum, .opaque:
      break
    }
  }

  private func filter(_ condition: SQLExpression?, _ table: Table) throws(Untranslatable) -> String {
    guard let condition else { return "" }
    return " WHERE \(try ExpressionPrinter(target, table: table).text(condition))"
  }

  private func value(_ expression: SQLExpression, for column: String, in table: Table) throws(Untranslatable) -> String {
    guard case .literal(let literal) = expression, let id = table.column(named: column) else {
      return try ExpressionPrinter(target, table: table).text(expression)
    }
    return try Constants.text(literal, as: table[id].type, in: target)
  }

  private mutating func insert(_ rows: SeedRows) throws(Untranslatable) {
    guard let table = catalog.table(rows.table) else { return }
    let conflict = rows.ignoresConflicts ? "\nON CONFLICT DO NOTHING" : ""
    let isWhole = rows.rows.allSatisfy { $0.count == rows.columns.count && $0.allSatisfy { $0 != nil } } && !rows.columns.isEmpty
    if isWhole {
      var lines: [String] = []
      for row in rows.rows { lines.append(try line(row, rows.columns, table)) }
      emit(
        "INSERT INTO \(spelling.table(rows.table)) (\(spelling.names(rows.columns))) VALUES\n"
          + lines.map { "    (\($0))" }.joined(separator: ",\n") + conflict)
    } else {
      // SQLite has no DEFAULT among values: a column that takes its default is left out, row by row.
      for row in rows.rows { try insertPart(of: row, rows, table, conflict) }
    }
    advanceNumbering(of: rows.table, columns: rows.columns)
  }

  private mutating func insertPart(
    of row: [SQLExpression?], _ rows: SeedRows, _ table: Table, _ conflict: String
  ) throws(Untranslatable) {
    let given = zip(rows.columns, row).filter { $0.1 != nil }
    guard !given.isEmpty else { return emit("INSERT INTO \(spelling.table(rows.table)) DEFAULT VALUES") }
    let names = given.map(\.0)
    emit(
      "INSERT INTO \(spelling.table(rows.table)) (\(spelling.names(names))) VALUES (\(try line(given.map(\.1), names, table)))"
        + conflict)
  }

  private func line(_ row: [SQLExpression?], _ columns: [String], _ table: Table) throws(Untranslatable) -> String {
    var values: [String] = []
    for (item, column) in zip(row, columns) { values.append(try value(item ?? .literal(.null), for: column, in: table)) }
    return values.joined(separator: ", ")
  }

  /// PostgreSQL's numbering does not notice numbers that are given; SQLite's does.
  private mutating func advanceNumbering(of name: QualifiedName, columns: [String]) {
    guard target == .postgres, let table = catalog.table(name) else { return }
    for column in table.columns where column.identity != nil && columns.contains(column.name) {
      let sequence = "pg_get_serial_sequence(\(spelling.string(spelling.table(name))), \(spelling.string(column.name)))"
      emit("SELECT setval(\(sequence), max(\(spelling.name(column.name)))) FROM \(spelling.table(name))")
    }
  }
}
