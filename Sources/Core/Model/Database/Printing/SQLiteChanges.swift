/// Changes as SQLite makes them.
extension MigrationPrinter {
  mutating func printForSQLite(_ change: LocatedChange, alterations: [TableChange]) throws(Untranslatable) {
    switch change.change {
    // A schema is part of the names of its tables, and an enum type of the checks of its columns.
    case .createSchema, .createEnum, .renameEnum, .dropEnum, .commentOnEnum: break
    case .addEnumValue(let name, _, _): try rebuildTables(using: name, change.change) { _ in nil }
    case .renameEnumValue(let name, let old, let new):
      try rebuildTables(using: name, change.change) { column in
        let renamed = SQLExpression.Branch(
          when: .binary(.equal, .column(column), .literal(.string(old))), then: .literal(.string(new)))
        return .conditional([renamed], otherwise: .column(column))
      }
    case .createTable(let table):
      emit(try TablePrinter(.sqlite, table: table, catalog: catalog).createTable(named: table.qualifiedName))
      noteDecimals(of: table)
    case .dropTable(let name):
      if isReferred(name) { needsForeignKeysOff = true }
      emit("DROP TABLE \(spelling.table(name))")
    case .renameTable(let name, let new): emit("ALTER TABLE \(spelling.table(name)) RENAME TO \(spelling.table(new))")
    case .alterTable(let name, _): try alterSQLite(name, alterations)
    case .rebuildTable(let rebuild): try rebuildInSQLite(rebuild.name, after: rebuild.after, copy: rebuild.copy)
    case .createIndex(let name, let index): try createSQLiteIndex(name, index)
    case .createUniqueIndex(let name, let key):
      if let table = catalog.table(name) {
        emit(try TablePrinter(.sqlite, table: table, catalog: catalog).createUniqueIndex(key))
      }
    case .dropIndex(let table, let name): emit("DROP INDEX \(sqliteIndex(name, of: table))")
    case .renameIndex(let table, let old, let new): try renameSQLiteIndex(table, old, new)
    case .commentOnTable(let name, let text): keepComment(text, on: name.description)
    case .insertRows, .updateRows, .deleteRows, .copyRows: try rows(change.change)
    case .opaque(let what): throw opaque(what)
    }
  }

  /// SQLite has no `COMMENT ON`; what it says stays readable in the migration.
  mutating func keepComment(_ text: String?, on what: String) {
    guard let text else { return }
    statements.append(spelling.comment(["\(what): \(text)"]))
  }

  mutating func noteDecimals(of table: Table) {
    for column in table.columns {
      guard case .decimal(let precision, _) = column.type, precision ?? .max > 15 else { continue }
      warn(
        "SQLite keeps 15 digits of column `\(column.name)` exactly",
        hint: "State a precision of 15 digits or fewer where that is enough, such as `numeric(12, 2)`.")
    }
  }

  private func sqliteIndex(_ name: String, of table: QualifiedName) -> String {
    spelling.table(QualifiedName(schema: table.schema, name))
  }

  private mutating func createSQLiteIndex(_ name: QualifiedName, _ index: TableIndex) throws(Untranslatable) {
    guard let table = catalog.table(name) else { return }
    if let method = index.method {
      return warn("SQLite has no `\(method)` index; the index is left out", hint: "Queries work without it, and may be slower.")
    }
    emit(try TablePrinter(.sqlite, table: table, catalog: catalog).createIndex(index))
  }

  private mutating func renameSQLiteIndex(_ name: QualifiedName, _ old: String, _ new: String) throws(Untranslatable) {
    guard let table = catalog.table(name) else { return }
    let printer = TablePrinter(.sqlite, table: table, catalog: catalog)
    emit("DROP INDEX \(sqliteIndex(old, of: name))")
    if var index = table.indexes.first(where: { $0.name.text == old }) {
      index.name = .given(new)
      emit(try printer.createIndex(index))
    } else if var key = table.uniques.first(where: { $0.name.text == old }) {
      key.name = .given(new)
      emit(try printer.createUniqueIndex(key))
    }
  }

  /// Rebuilds every table with a column of an enum type after the type has changed.
  private mutating func rebuildTables(
    using type: QualifiedName, _ change: SchemaChange, value: (String) -> SQLExpression?
  ) throws(Untranslatable) {
    let tables = catalog.tables
    let kept = catalog
    defer { catalog = kept }
    catalog.apply(change)
    for table in tables where table.columns.contains(where: { $0.type == .enumeration(type) }) {
      let copy = table.columns.filter { $0.generated == nil }.map { column in
        let changed = column.type == .enumeration(type) ? value(column.name) : nil
        return ColumnValue(column.name, changed ?? .column(column.name))
      }
      try rebuildInSQLite(table.qualifiedName, after: table, copy: copy)
    }
  }

  /// Whether a foreign key points at the table.
  func isReferred(_ name: QualifiedName) -> Bool {
    catalog.tables.contains { $0.foreignKeys.contains { $0.references == name } }
  }
}
