internal import SpecIR

/// Recognises SQLite's way to alter a table: create the new form under another name, copy, drop the old one, rename.
///
/// Source: "ALTER TABLE", §7 "Making Other Kinds Of Table Schema Changes". Taken as one change, it can be carried over to a
/// database in which other tables' foreign keys would hinder the drop.
enum TableRebuilds {
  static func recognised(in changes: [LocatedChange]) -> [LocatedChange] {
    var result = changes
    let renamed = Set(changes.compactMap { if case .renameTable(let name, _) = $0.change { name } else { nil } })
    var index = 0
    while index < result.count {
      // Only a table that gets another name later is worth the look at all that follows.
      if case .createTable(let new) = result[index].change, renamed.contains(new.qualifiedName),
        let rebuild = rebuild(of: new, madeAt: index, in: result)
      {
        // The rebuild stands where the new table got its name.
        result[rebuild.rename] = LocatedChange(
          .rebuildTable(rebuild.change), comment: result[index].comment, place: result[index].place)
        for dropped in rebuild.consumed.sorted(by: >) { result.remove(at: dropped) }
      } else {
        index += 1
      }
    }
    return result
  }

  private static func rebuild(
    of new: Table, madeAt create: Int, in changes: [LocatedChange]
  ) -> (change: TableRebuild, rename: Int, consumed: [Int])? {
    var copies: [(index: Int, copy: RowCopy)] = []
    var drop: Int?
    for index in changes.indices.dropFirst(create + 1) {
      switch changes[index].change {
      case .copyRows(let copy) where copy.target == new.qualifiedName && copy.condition == nil: copies.append((index, copy))
      case .dropTable(let name) where copies.last?.copy.source == name: drop = index
      case .renameTable(new.qualifiedName, let old):
        guard let drop, copies.count == 1, copies[0].copy.source == old else { return nil }
        var after = new
        after.qualifiedName = old
        for key in after.foreignKeys.indices where after.foreignKeys[key].references == new.qualifiedName {
          after.foreignKeys[key].references = old
        }
        after.renameChosenConstraints(from: new.name, to: old.name)
        let change = TableRebuild(name: old, after: after, copy: copies[0].copy.values)
        return (change, index, [create, copies[0].index, drop])
      case .dropTable(new.qualifiedName): return nil
      case .createSchema, .createEnum, .addEnumValue, .renameEnumValue, .renameEnum, .dropEnum, .createTable, .dropTable,
        .renameTable, .alterTable, .rebuildTable, .createIndex, .createUniqueIndex, .dropIndex, .renameIndex, .commentOnTable,
        .commentOnEnum, .insertRows, .updateRows, .deleteRows, .copyRows, .opaque:
        // A change of the new table before it has its name would be lost.
        if changes[index].change.table == new.qualifiedName { return nil }
      }
    }
    return nil
  }
}

extension SchemaChange {
  /// The table that the change is about, by its name before the change.
  var table: QualifiedName? {
    switch self {
    case .createTable(let table): table.qualifiedName
    case .dropTable(let name), .renameTable(let name, _), .alterTable(let name, _), .createIndex(let name, _),
      .createUniqueIndex(let name, _), .dropIndex(let name, _), .renameIndex(let name, _, _), .commentOnTable(let name, _),
      .updateRows(let name, _, _), .deleteRows(let name, _):
      name
    case .rebuildTable(let rebuild): rebuild.name
    case .insertRows(let rows): rows.table
    case .copyRows(let copy): copy.target
    case .createSchema, .createEnum, .addEnumValue, .renameEnumValue, .renameEnum, .dropEnum, .commentOnEnum, .opaque: nil
    }
  }
}

extension Table {
  /// Gives names that were chosen under another name of the table the form that they have under this one.
  mutating func renameChosenConstraints(from old: String, to new: String) {
    func renamed(_ name: ConstraintName) -> ConstraintName {
      guard !name.isGiven, name.text.hasPrefix(old + "_") else { return name }
      return .chosen(new + name.text.dropFirst(old.count))
    }
    if let key = primaryKey { primaryKey?.name = renamed(key.name) }
    for index in uniques.indices { uniques[index].name = renamed(uniques[index].name) }
    for index in foreignKeys.indices { foreignKeys[index].name = renamed(foreignKeys[index].name) }
    for index in checks.indices { checks[index].name = renamed(checks[index].name) }
  }
}
