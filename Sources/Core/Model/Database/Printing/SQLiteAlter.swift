/// `ALTER TABLE` of SQLite, which knows four forms; everything else is a rebuild.
extension MigrationPrinter {
  mutating func alterSQLite(_ name: QualifiedName, _ changes: [TableChange]) throws(Untranslatable) {
    guard let table = catalog.table(name) else { return }
    if let native = try nativeStatements(table, changes) {
      for statement in native { emit(statement) }
    } else {
      var after = table
      for change in changes { after.apply(change) }
      try rebuildInSQLite(name, after: after, copy: Self.copy(from: table, to: after, changes))
    }
    for case .commentOnColumn(let column, let text) in changes { keepComment(text, on: "\(name).\(column)") }
    var after = table
    for change in changes { after.apply(change) }
    let added = Table(
      name: name.name, columns: after.columns.filter { column in !table.columns.contains { $0.name == column.name } })
    noteDecimals(of: added)
  }

  /// Returns the statements where SQLite has one for each change, else nothing.
  private func nativeStatements(_ table: Table, _ changes: [TableChange]) throws(Untranslatable) -> [String]? {
    var statements: [String] = []
    var current = table
    var index = 0
    while index < changes.count {
      let start = "ALTER TABLE \(spelling.table(table.qualifiedName))"
      let next = index + 1 < changes.count ? changes[index + 1] : nil
      switch changes[index] {
      case .addColumn(let column):
        let reference = Self.inlineReference(next, of: column)
        guard Self.canAdd(column) else { return nil }
        var after = current
        after.apply(changes[index])
        let printer = TablePrinter(.sqlite, table: after, catalog: catalog)
        statements.append("\(start) ADD COLUMN \(try printer.column(column, keys: InlineKeys(reference: reference)))")
        if reference != nil {
          current.apply(changes[index])
          index += 1
        }
      case .renameColumn(let old, let new):
        statements.append("\(start) RENAME COLUMN \(spelling.name(old)) TO \(spelling.name(new))")
      case .dropColumn(let name):
        guard !Self.isUsed(name, in: current) else { return nil }
        statements.append("\(start) DROP COLUMN \(spelling.name(name))")
      case .commentOnColumn: break
      // Numbering begins when the column becomes the primary key.
      case .setIdentity(let name, _) where current.primaryKey?.columns != [name]: break
      case .setType, .setDefault, .setNullable, .setIdentity, .dropGenerated, .addPrimaryKey, .addUnique, .addForeignKey,
        .addCheck, .dropConstraint, .renameConstraint:
        return nil
      }
      current.apply(changes[index])
      index += 1
    }
    return statements
  }

  /// A key of the new column alone can stand behind it, as long as existing rows get NULL.
  private static func inlineReference(_ next: TableChange?, of column: Column) -> ForeignKey? {
    guard case .addForeignKey(let key) = next, key.columns == [column.name], !key.name.isGiven, column.defaultValue == nil else {
      return nil
    }
    return key
  }

  /// Source: "ALTER TABLE ADD COLUMN": the value of existing rows must be a constant.
  private static func canAdd(_ column: Column) -> Bool {
    guard column.identity == nil, column.generated?.isStored != true else { return false }
    switch column.defaultValue {
    case nil: return column.isNullable
    case .literal(.null): return column.isNullable
    case .literal: return true
    case .currentTimestamp, .currentDate, .currentTime, .randomUUID, .expression: return false
    }
  }

  /// Source: "ALTER TABLE DROP COLUMN".
  private static func isUsed(_ column: String, in table: Table) -> Bool {
    table.primaryKey?.columns.contains(column) == true || table.uniques.contains { $0.uses(column) }
      || table.indexes.contains { $0.uses(column) } || table.foreignKeys.contains { $0.columns.contains(column) }
      || table.checks.contains { $0.expression.columns.contains(column) }
      || table.columns.contains { $0.generated?.expression.columns.contains(column) == true }
  }

  /// Returns which column of the new table is filled from what of the old one.
  private static func copy(from before: Table, to after: Table, _ changes: [TableChange]) -> [ColumnValue] {
    var values: [(column: String, value: SQLExpression)] = before.columns.map { ($0.name, .column($0.name)) }
    for change in changes {
      switch change {
      case .dropColumn(let name): values.removeAll { $0.column == name }
      case .renameColumn(let old, let new): values = values.map { $0.column == old ? (new, $0.value) : $0 }
      case .setType(let name, let type, let using):
        // A conversion sees the columns as they are called now.
        let seen = Dictionary(values.map { ($0.column, $0.value) }, uniquingKeysWith: { $1 })
        let converted = using?.replacing { part in
          if case .column(let column) = part { seen[column] } else { nil }
        }
        values = values.map { $0.column == name ? (name, converted ?? conversion($0.value, to: type, before)) : $0 }
      case .addColumn, .setDefault, .setNullable, .setIdentity, .dropGenerated, .addPrimaryKey, .addUnique, .addForeignKey,
        .addCheck, .dropConstraint, .renameConstraint, .commentOnColumn:
        break
      }
    }
    return values.filter { item in after.columns.contains { $0.name == item.column && $0.generated == nil } }
      .map { ColumnValue($0.column, $0.value) }
  }

  /// PostgreSQL converts by assignment; SQLite's affinity does the same for all but text made of numbers.
  private static func conversion(_ value: SQLExpression, to type: ColumnType, _ table: Table) -> SQLExpression {
    switch type {
    case .text, .int16, .int32, .int64, .float, .double: .cast(value, type)
    case .boolean, .decimal, .paddedText, .bytes, .uuid, .date, .time, .timestamp, .interval, .json, .enumeration, .array, .other:
      value
    }
  }
}
