/// SQLite's way to alter a table.
///
/// Source: "ALTER TABLE", §7 "Making Other Kinds Of Table Schema Changes".
extension MigrationPrinter {
  mutating func rebuildInSQLite(_ name: QualifiedName, after: Table, copy: [ColumnValue]) throws(Untranslatable) {
    guard let before = catalog.table(name) else { return }
    // Dropping a table deletes its rows first, and with them, by their foreign keys, those of other tables.
    if isReferred(name) { needsForeignKeysOff = true }
    let temporary = QualifiedName(schema: name.schema, name.name + "__new")
    let printer = TablePrinter(.sqlite, table: after, catalog: catalog)
    emit(try printer.createTable(named: temporary))
    try copyRows(from: before, to: temporary, after, copy)
    emit("DROP TABLE \(spelling.table(name))")
    emit("ALTER TABLE \(spelling.table(temporary)) RENAME TO \(spelling.table(name))")
    for key in after.uniques where key.isIndex { emit(try printer.createUniqueIndex(key)) }
    for index in after.indexes where index.method == nil { emit(try printer.createIndex(index)) }
  }

  private mutating func copyRows(
    from before: Table, to temporary: QualifiedName, _ after: Table, _ copy: [ColumnValue]
  ) throws(Untranslatable) {
    keepNumbering(of: before, in: temporary, after)
    var values: [String] = []
    let expressions = ExpressionPrinter(.sqlite, table: before)
    for item in copy { values.append(try expressions.text(item.value)) }
    emit(
      "INSERT INTO \(spelling.table(temporary)) (\(spelling.names(copy.map(\.column))))\n"
        + "SELECT \(values.joined(separator: ", ")) FROM \(spelling.table(before.qualifiedName))")
  }

  /// The last number is kept although its row may be gone: AUTOINCREMENT never gives one twice.
  private mutating func keepNumbering(of before: Table, in temporary: QualifiedName, _ after: Table) {
    guard before.columns.contains(where: { $0.identity != nil }), after.columns.contains(where: { $0.identity != nil }) else {
      return
    }
    let old = spelling.string(spelling.physicalName(of: before.qualifiedName))
    emit(
      "INSERT INTO sqlite_sequence (name, seq)\nSELECT \(spelling.string(spelling.physicalName(of: temporary))), seq "
        + "FROM sqlite_sequence WHERE name = \(old)")
  }
}
