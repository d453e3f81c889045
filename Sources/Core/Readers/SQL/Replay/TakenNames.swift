internal import SpecIR

/// Names of a schema that a chosen name must differ from, kept so that a long history does not collect them for each table anew.
struct TakenNames {
  private(set) var names: Set<String>
  /// The same without case, as SQLite compares them.
  private var folded: Set<String>

  init(_ names: Set<String>) {
    self.names = names
    folded = Set(names.map { $0.lowercased() })
  }

  mutating func insert(_ added: [String]) {
    names.formUnion(added)
    folded.formUnion(added.map { $0.lowercased() })
  }

  /// Whether some name is the same but for its case.
  func mayContain(_ name: String) -> Bool { folded.contains(name.lowercased()) }
}

extension Replay {
  mutating func naming(in schema: String?) -> ConstraintNaming { ConstraintNaming(taken: taken(in: schema).names) }

  /// The names that are taken in a schema.
  mutating func taken(in schema: String?) -> TakenNames {
    if let known = takenNames[schema] { return known }
    let found = TakenNames(catalog.namesInUse(in: schema))
    takenNames[schema] = found
    return found
  }

  /// Adds the names that a change makes; after a change that frees some, all are collected again when next asked for.
  mutating func noteNames(of change: SchemaChange) {
    switch change {
    case .createTable(let table):
      let names = table.constraints.compactMap(\.name) + table.indexes.map(\.name.text)
      takenNames[table.schema]?.insert([table.name] + names)
    case .alterTable(let table, let alteration):
      if let name = alteration.constraintName { takenNames[table.schema]?.insert([name]) }
      if alteration.freesNames { takenNames = [:] }
    case .dropTable, .renameTable, .rebuildTable, .dropIndex, .renameIndex: takenNames = [:]
    case .createIndex(let table, let index): takenNames[table.schema]?.insert([index.name.text])
    case .createUniqueIndex(let table, let key): takenNames[table.schema]?.insert([key.name.text])
    case .createSchema, .createEnum, .addEnumValue, .renameEnumValue, .renameEnum, .dropEnum, .commentOnTable, .commentOnEnum,
      .insertRows, .updateRows, .deleteRows, .copyRows, .opaque:
      break
    }
  }
}
