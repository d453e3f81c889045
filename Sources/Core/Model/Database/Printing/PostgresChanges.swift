/// Changes as PostgreSQL makes them.
extension MigrationPrinter {
  mutating func postgres(_ change: SchemaChange) throws(Untranslatable) {
    switch change {
    case .createSchema(let name): emit("CREATE SCHEMA \(spelling.name(name))")
    case .createEnum(let type):
      emit("CREATE TYPE \(spelling.table(type.name)) AS ENUM (\(type.values.map(spelling.string).joined(separator: ", ")))")
    case .addEnumValue(let name, let value, let index):
      let values = catalog.enumeration(name)?.values ?? []
      let position = index < values.count ? " BEFORE \(spelling.string(values[index]))" : ""
      emit("ALTER TYPE \(spelling.table(name)) ADD VALUE \(spelling.string(value))\(position)")
    case .renameEnumValue(let name, let old, let new):
      emit("ALTER TYPE \(spelling.table(name)) RENAME VALUE \(spelling.string(old)) TO \(spelling.string(new))")
    case .renameEnum(let name, let new): emit("ALTER TYPE \(spelling.table(name)) RENAME TO \(spelling.name(new.name))")
    case .dropEnum(let name): emit("DROP TYPE \(spelling.table(name))")
    case .commentOnEnum(let name, let text): emit("COMMENT ON TYPE \(spelling.table(name)) IS \(comment(text))")
    case .createTable(let table): try createPostgresTable(table)
    // SQLite lets a table go that others refer to; their keys go with it.
    case .dropTable(let name): emit("DROP TABLE \(spelling.table(name)) CASCADE")
    case .renameTable(let name, let new): emit("ALTER TABLE \(spelling.table(name)) RENAME TO \(spelling.name(new.name))")
    case .alterTable(let name, let change): try alterPostgres(name, change)
    case .rebuildTable(let rebuild): try rebuildInPostgres(rebuild)
    case .createIndex, .createUniqueIndex, .dropIndex, .renameIndex: try postgresIndex(change)
    case .commentOnTable(let name, let text): emit("COMMENT ON TABLE \(spelling.table(name)) IS \(comment(text))")
    case .insertRows, .updateRows, .deleteRows, .copyRows: try rows(change)
    case .opaque(let what): throw opaque(what)
    }
  }

  func opaque(_ what: String) -> Untranslatable {
    Untranslatable("\(what) cannot be translated to the other dialect", hint: "Write the rule in a way that both databases have.")
  }

  private func comment(_ text: String?) -> String { text.map(spelling.string) ?? "NULL" }

  private mutating func createPostgresTable(_ table: Table) throws(Untranslatable) {
    if table.columns.contains(where: { $0.collation == .caseInsensitive }) { emit("CREATE EXTENSION IF NOT EXISTS citext") }
    let late = table.foreignKeys.filter { $0.references != table.qualifiedName && catalog.table($0.references) == nil }
    let printer = TablePrinter(.postgres, table: table, catalog: catalog)
    emit(try printer.createTable(named: table.qualifiedName, leavingOut: Set(late.map(\.name.text))))
    waiting += late.map { (table.qualifiedName, $0) }
    for item in waiting where item.key.references == table.qualifiedName {
      emit("ALTER TABLE \(spelling.table(item.table)) ADD \(printer.constraint(item.key))")
    }
    waiting.removeAll { $0.key.references == table.qualifiedName }
  }

  private mutating func postgresIndex(_ change: SchemaChange) throws(Untranslatable) {
    switch change {
    case .createIndex(let name, let index):
      if let table = catalog.table(name) { emit(try TablePrinter(.postgres, table: table, catalog: catalog).createIndex(index)) }
    case .createUniqueIndex(let name, let key):
      if let table = catalog.table(name) {
        emit(try TablePrinter(.postgres, table: table, catalog: catalog).createUniqueIndex(key))
      }
    case .dropIndex(let table, let index): emit("DROP INDEX \(spelling.table(QualifiedName(schema: table.schema, index)))")
    case .renameIndex(let table, let old, let new):
      emit("ALTER INDEX \(spelling.table(QualifiedName(schema: table.schema, old))) RENAME TO \(spelling.name(new))")
    case .createSchema, .createEnum, .addEnumValue, .renameEnumValue, .renameEnum, .dropEnum, .createTable, .dropTable,
      .renameTable, .alterTable, .rebuildTable, .commentOnTable, .commentOnEnum, .insertRows, .updateRows, .deleteRows,
      .copyRows, .opaque:
      break
    }
  }

  mutating func alterPostgres(_ name: QualifiedName, _ change: TableChange) throws(Untranslatable) {
    guard var table = catalog.table(name) else { return }
    if case .addColumn(let column) = change { table.columns.append(column) }
    let printer = TablePrinter(.postgres, table: table, catalog: catalog)
    func column(_ name: String) -> String { "ALTER COLUMN \(spelling.name(name))" }
    let action: String
    switch change {
    case .addColumn(let column): action = "ADD COLUMN \(try printer.column(column, keys: InlineKeys()))"
    case .dropColumn(let name): action = "DROP COLUMN \(spelling.name(name))"
    case .renameColumn(let old, let new): action = "RENAME COLUMN \(spelling.name(old)) TO \(spelling.name(new))"
    case .setType(let name, let type, let using):
      guard let storage = type.storage(in: .postgres) else {
        throw Untranslatable("the new type of column `\(name)` has no form in PostgreSQL", hint: "Use a type that both have.")
      }
      let value =
        using == nil ? "\(spelling.name(name))::\(storage.declaration)" : try printer.expressions.text(using ?? .column(name))
      action = "\(column(name)) TYPE \(storage.declaration) USING \(value)"
    case .setDefault(let name, nil): action = "\(column(name)) DROP DEFAULT"
    case .setDefault(let name, let value?):
      guard let id = table.column(named: name) else { return }
      action = "\(column(name)) SET DEFAULT \(try printer.defaultValue(value, of: table[id]))"
    case .setNullable(let name, let isNullable): action = "\(column(name)) \(isNullable ? "DROP" : "SET") NOT NULL"
    case .setIdentity(let name, let identity):
      let words = identity == .always ? "ALWAYS" : "BY DEFAULT"
      action = identity == nil ? "\(column(name)) DROP IDENTITY" : "\(column(name)) ADD GENERATED \(words) AS IDENTITY"
    case .dropGenerated(let name): action = "\(column(name)) DROP EXPRESSION"
    case .addPrimaryKey(let key): action = "ADD \(printer.constraint(key))"
    case .addUnique(let key): action = "ADD \(try printer.constraint(key))"
    case .addForeignKey(let key): action = "ADD \(printer.constraint(key))"
    case .addCheck(let check): action = "ADD \(try printer.constraint(check))"
    case .dropConstraint(let constraint): action = "DROP CONSTRAINT \(spelling.name(constraint))"
    case .renameConstraint(let old, let new):
      action = "RENAME CONSTRAINT \(spelling.name(old)) TO \(spelling.name(new))"
    case .commentOnColumn(let column, let text):
      return emit("COMMENT ON COLUMN \(spelling.table(name)).\(spelling.name(column)) IS \(comment(text))")
    }
    emit("ALTER TABLE \(spelling.table(name)) \(action)")
  }
}
