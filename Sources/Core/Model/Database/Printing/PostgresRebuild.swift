/// A rebuild of SQLite as changes in place, so that foreign keys of other tables and numbering stay as they are.
extension MigrationPrinter {
  mutating func rebuildInPostgres(_ rebuild: TableRebuild) throws(Untranslatable) {
    guard var before = catalog.table(rebuild.name) else { return }
    let kept = catalog
    defer { catalog = kept }
    for change in indexDrops(of: before) { try step(change) }
    let renames = renames(rebuild, before)
    for rename in renames { try step(.alterTable(rebuild.name, .renameColumn(rename.old, to: rename.new))) }
    before = catalog.table(rebuild.name) ?? before
    for change in constraintDrops(before, rebuild.after) { try step(.alterTable(rebuild.name, change)) }
    for change in columnChanges(before, rebuild, renames) { try step(change) }
    for change in constraintAdditions(before, rebuild.after) { try step(.alterTable(rebuild.name, change)) }
  }

  private mutating func step(_ change: SchemaChange) throws(Untranslatable) {
    try postgres(change)
    catalog.apply(change)
  }

  /// Indexes go with the old table; those that are wanted are created again behind the rebuild.
  private func indexDrops(of table: Table) -> [SchemaChange] {
    let names = table.indexes.map(\.name.text) + table.uniques.filter(\.isIndex).map(\.name.text)
    return names.map { .dropIndex(table.qualifiedName, name: $0) }
  }

  /// Columns that are copied under another name, where the old name is gone.
  private func renames(_ rebuild: TableRebuild, _ before: Table) -> [(old: String, new: String)] {
    rebuild.copy.compactMap { item in
      guard case .column(let old) = item.value, old != item.column, rebuild.after.column(named: old) == nil,
        before.column(named: item.column) == nil
      else { return nil }
      return (old, item.column)
    }
  }

  private func columnChanges(
    _ before: Table, _ rebuild: TableRebuild, _ renames: [(old: String, new: String)]
  ) -> [SchemaChange] {
    let name = rebuild.name
    var changes: [SchemaChange] = []
    var values: [String: SQLExpression] = [:]
    for item in rebuild.copy {
      values[item.column] = renames.reduce(item.value) { $0.renaming($1.old, to: $1.new) }
    }
    for column in rebuild.after.columns {
      guard let id = before.column(named: column.name) else {
        changes += addition(of: column, value: values[column.name], to: name)
        continue
      }
      changes += difference(from: before[id], to: column, value: values[column.name], in: name)
    }
    for column in before.columns where rebuild.after.column(named: column.name) == nil {
      changes.append(.alterTable(name, .dropColumn(column.name)))
    }
    return changes
  }

  /// A column that is computed from others is filled before it must not be NULL.
  private func addition(of column: Column, value: SQLExpression?, to table: QualifiedName) -> [SchemaChange] {
    guard let value else { return [.alterTable(table, .addColumn(column))] }
    var draft = column
    draft.isNullable = true
    var changes: [SchemaChange] = [
      .alterTable(table, .addColumn(draft)), .updateRows(table, set: [ColumnValue(column.name, value)], where: nil),
    ]
    if !column.isNullable { changes.append(.alterTable(table, .setNullable(column.name, false))) }
    return changes
  }

  private func difference(
    from old: Column, to new: Column, value: SQLExpression?, in table: QualifiedName
  ) -> [SchemaChange] {
    var changes: [TableChange] = []
    let using = value == .column(new.name) ? nil : value
    if old.type != new.type {
      if old.defaultValue != nil { changes.append(.setDefault(new.name, nil)) }
      changes.append(.setType(new.name, new.type, using: using))
      if let value = new.defaultValue { changes.append(.setDefault(new.name, value)) }
    } else if old.defaultValue != new.defaultValue {
      changes.append(.setDefault(new.name, new.defaultValue))
    }
    var update: [SchemaChange] = []
    if old.type == new.type, let using { update = [.updateRows(table, set: [ColumnValue(new.name, using)], where: nil)] }
    if old.identity == nil, let identity = new.identity { changes.append(.setIdentity(new.name, identity)) }
    if old.identity != nil, new.identity == nil { changes.append(.setIdentity(new.name, nil)) }
    if old.isNullable != new.isNullable { changes.append(.setNullable(new.name, new.isNullable)) }
    return update + changes.map { .alterTable(table, $0) }
  }

  // MARK: Constraints

  private func constraintDrops(_ before: Table, _ after: Table) -> [TableChange] {
    var names: [String] = []
    for key in before.foreignKeys where !after.foreignKeys.contains(where: { $0.isSameRule(as: key) }) {
      names.append(key.name.text)
    }
    for check in before.checks where !after.checks.contains(where: { $0.expression == check.expression }) {
      names.append(check.name.text)
    }
    for key in before.uniques where !key.isIndex && !after.uniques.contains(where: { $0.parts == key.parts && !$0.isIndex }) {
      names.append(key.name.text)
    }
    if let key = before.primaryKey, key.columns != after.primaryKey?.columns { names.append(key.name.text) }
    return names.map { .dropConstraint($0) }
  }

  private func constraintAdditions(_ before: Table, _ after: Table) -> [TableChange] {
    var changes: [TableChange] = []
    if let key = after.primaryKey, key.columns != before.primaryKey?.columns { changes.append(.addPrimaryKey(key)) }
    for key in after.uniques where !before.uniques.contains(where: { $0.parts == key.parts && !$0.isIndex }) {
      changes.append(.addUnique(key))
    }
    for check in after.checks where !before.checks.contains(where: { $0.expression == check.expression }) {
      changes.append(.addCheck(check))
    }
    for key in after.foreignKeys where !before.foreignKeys.contains(where: { $0.isSameRule(as: key) }) {
      changes.append(.addForeignKey(key))
    }
    return changes
  }
}

extension ForeignKey {
  /// Whether two keys say the same, whatever they are called.
  func isSameRule(as other: ForeignKey) -> Bool {
    var renamed = other
    renamed.name = name
    return self == renamed
  }
}
