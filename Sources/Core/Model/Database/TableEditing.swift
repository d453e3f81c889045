extension Table {
  /// Applies one change of `ALTER TABLE`; what names nothing changes nothing.
  public mutating func apply(_ change: TableChange) {
    switch change {
    case .addColumn(let column): columns.append(column)
    case .dropColumn(let name): dropColumn(name)
    case .renameColumn(let name, let new): renameColumn(name, to: new)
    case .setType(let name, let type, _): edit(name) { $0.type = type }
    case .setDefault(let name, let value):
      edit(name) {
        $0.defaultValue = value
        if value == nil, $0.identity == .serial { $0.identity = nil }
      }
    case .setNullable(let name, let isNullable): edit(name) { $0.isNullable = isNullable }
    case .setIdentity(let name, let identity): edit(name) { $0.identity = identity }
    case .dropGenerated(let name): edit(name) { $0.generated = nil }
    case .addPrimaryKey(let key):
      primaryKey = key
      for name in key.columns { edit(name) { $0.isNullable = false } }
    case .addUnique(let key): uniques.append(key)
    case .addForeignKey(let key): foreignKeys.append(key)
    case .addCheck(let check): checks.append(check)
    case .dropConstraint(let name): dropConstraint(name)
    case .renameConstraint(let name, let new): renameConstraint(name, to: new)
    case .commentOnColumn(let name, let comment): edit(name) { $0.comment = comment }
    }
  }

  private mutating func edit(_ name: String, _ change: (inout Column) -> Void) {
    guard let id = column(named: name) else { return }
    change(&columns[id.index])
  }

  /// Keys, checks and indexes that use the column go with it (PostgreSQL, `ALTER TABLE … DROP COLUMN`).
  private mutating func dropColumn(_ name: String) {
    columns.removeAll { $0.name == name }
    if primaryKey?.columns.contains(name) == true { primaryKey = nil }
    uniques.removeAll { $0.uses(name) }
    foreignKeys.removeAll { $0.columns.contains(name) }
    checks.removeAll { $0.expression.columns.contains(name) }
    indexes.removeAll { $0.uses(name) }
  }

  private mutating func renameColumn(_ name: String, to new: String) {
    edit(name) { $0.name = new }
    for index in columns.indices {
      guard let generated = columns[index].generated else { continue }
      columns[index].generated?.expression = generated.expression.renaming(name, to: new)
    }
    primaryKey?.columns.rename(name, to: new)
    for index in uniques.indices {
      uniques[index].parts = uniques[index].parts.map { $0.renaming(name, to: new) }
      uniques[index].predicate = uniques[index].predicate?.renaming(name, to: new)
    }
    for index in indexes.indices {
      indexes[index].parts = indexes[index].parts.map { $0.renaming(name, to: new) }
      indexes[index].predicate = indexes[index].predicate?.renaming(name, to: new)
      indexes[index].including.rename(name, to: new)
    }
    for index in foreignKeys.indices { foreignKeys[index].columns.rename(name, to: new) }
    for index in checks.indices { checks[index].expression = checks[index].expression.renaming(name, to: new) }
  }

  private mutating func dropConstraint(_ name: String) {
    if primaryKey?.name.text == name { primaryKey = nil }
    uniques.removeAll { $0.name.text == name }
    foreignKeys.removeAll { $0.name.text == name }
    checks.removeAll { $0.name.text == name }
  }

  /// Renames a constraint or an index.
  mutating func renameConstraint(_ name: String, to new: String) {
    let given = ConstraintName.given(new)
    if primaryKey?.name.text == name { primaryKey?.name = given }
    for index in uniques.indices where uniques[index].name.text == name { uniques[index].name = given }
    for index in foreignKeys.indices where foreignKeys[index].name.text == name { foreignKeys[index].name = given }
    for index in checks.indices where checks[index].name.text == name { checks[index].name = given }
    for index in indexes.indices where indexes[index].name.text == name { indexes[index].name = given }
  }

  mutating func renameEnum(_ name: QualifiedName, to new: QualifiedName) {
    for index in columns.indices { columns[index].type = columns[index].type.renamingEnum(name, to: new) }
  }
}

extension ColumnType {
  func renamingEnum(_ name: QualifiedName, to new: QualifiedName) -> ColumnType {
    switch self {
    case .enumeration(name): .enumeration(new)
    case .array(let element): .array(element.renamingEnum(name, to: new))
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .text, .paddedText, .bytes, .uuid, .date, .time,
      .timestamp, .interval, .json, .enumeration, .other:
      self
    }
  }
}

extension IndexPart {
  func renaming(_ column: String, to new: String) -> IndexPart {
    var part = self
    switch value {
    case .column(let name): part.value = .column(name == column ? new : name)
    case .expression(let expression): part.value = .expression(expression.renaming(column, to: new))
    }
    return part
  }

  /// The columns that the part reads.
  public var columns: [String] {
    switch value {
    case .column(let name): [name]
    case .expression(let expression): expression.columns
    }
  }
}

extension UniqueKey {
  func uses(_ column: String) -> Bool {
    parts.contains { $0.columns.contains(column) } || predicate?.columns.contains(column) == true
  }
}

extension TableIndex {
  func uses(_ column: String) -> Bool {
    parts.contains { $0.columns.contains(column) } || predicate?.columns.contains(column) == true
      || including.contains(column)
  }
}
