internal import SpecIR

/// Names of a schema that a chosen name must differ from, kept so that a long history does not collect them for each table anew.
extension Replay {
  mutating func naming(in schema: String?) -> ConstraintNaming {
    let names = takenNames[schema] ?? catalog.namesInUse(in: schema)
    takenNames[schema] = names
    return ConstraintNaming(taken: names)
  }

  /// Adds the names that a change makes; after a change that frees some, all are collected again when next asked for.
  mutating func noteNames(of change: SchemaChange) {
    switch change {
    case .createTable(let table):
      let names = table.constraints.compactMap(\.name) + table.indexes.map(\.name.text)
      takenNames[table.schema]?.formUnion([table.name] + names)
    case .alterTable(let table, let alteration):
      guard let name = alteration.constraintName else { fallthrough }
      takenNames[table.schema]?.insert(name)
    case .dropTable, .renameTable, .rebuildTable, .dropIndex, .renameIndex: takenNames = [:]
    case .createIndex(let table, let index): takenNames[table.schema]?.insert(index.name.text)
    case .createUniqueIndex(let table, let key): takenNames[table.schema]?.insert(key.name.text)
    case .createSchema, .createEnum, .addEnumValue, .renameEnumValue, .renameEnum, .dropEnum, .commentOnTable, .commentOnEnum,
      .insertRows, .updateRows, .deleteRows, .copyRows, .opaque:
      break
    }
  }
}
