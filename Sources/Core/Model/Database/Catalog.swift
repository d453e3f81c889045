/// The tables and enum types at one point of a history.
///
/// Applying a change never fails: readers report what does not fit before they apply it, and what names nothing changes nothing.
public struct Catalog: Hashable, Sendable {
  public private(set) var tables: [Table] = []
  public private(set) var enums: [DatabaseEnum] = []
  public private(set) var schemas: [String] = []
  /// Where the tables of each name are, in lower case, so that a long history does not search all of them at each statement.
  private var positions: [QualifiedName: [Int]] = [:]

  public init() {}

  public func table(_ name: QualifiedName) -> Table? { position(of: name).map { tables[$0] } }

  /// The tables of that name, whether in upper or lower case, in order; the schema is compared as it is.
  public func tables(likeNamed name: QualifiedName) -> [Table] { (positions[Self.key(name)] ?? []).map { tables[$0] } }

  private func position(of name: QualifiedName) -> Int? {
    positions[Self.key(name)]?.first { tables[$0].qualifiedName == name }
  }

  private static func key(_ name: QualifiedName) -> QualifiedName {
    QualifiedName(schema: name.schema, name.name.lowercased())
  }

  /// Finds the tables' positions anew, after one was taken out of the middle or changed its name.
  private mutating func findPositions() {
    positions = Dictionary(grouping: tables.indices) { Self.key(tables[$0].qualifiedName) }
  }
  public func enumeration(_ name: QualifiedName) -> DatabaseEnum? { enums.first { $0.name == name } }

  /// Names of relations and constraints of a schema: what a chosen name must differ from.
  public func namesInUse(in schema: String?) -> Set<String> {
    var names: Set<String> = []
    for table in tables where table.schema == schema {
      names.insert(table.name)
      names.formUnion(table.constraints.compactMap(\.name))
      names.formUnion(table.indexes.map(\.name.text))
    }
    return names
  }

  public mutating func apply(_ change: SchemaChange) {
    switch change {
    case .createSchema(let name): schemas.append(name)
    case .createTable(let table):
      positions[Self.key(table.qualifiedName), default: []].append(tables.count)
      tables.append(table)
    case .dropTable(let name): drop(name)
    case .renameTable(let name, let new): rename(name, to: new)
    case .alterTable(let name, let change): alter(name, change)
    case .rebuildTable(let rebuild): edit(rebuild.name) { $0 = rebuild.after }
    case .createIndex(let name, let index): edit(name) { $0.indexes.append(index) }
    case .createUniqueIndex(let name, let key): edit(name) { $0.uniques.append(key) }
    case .dropIndex(let name, let index):
      edit(name) { table in
        table.indexes.removeAll { $0.name.text == index }
        table.uniques.removeAll { $0.name.text == index }
      }
    case .renameIndex(let name, let old, let new): edit(name) { $0.renameConstraint(old, to: new) }
    case .commentOnTable(let name, let comment): edit(name) { $0.comment = comment }
    case .createEnum, .addEnumValue, .renameEnumValue, .renameEnum, .dropEnum, .commentOnEnum: applyToEnums(change)
    case .insertRows, .updateRows, .deleteRows, .copyRows, .opaque: break
    }
  }

  private mutating func applyToEnums(_ change: SchemaChange) {
    switch change {
    case .createEnum(let new): enums.append(new)
    case .addEnumValue(let name, let value, let index):
      editEnum(name) { $0.values.insert(value, at: min(max(index, 0), $0.values.count)) }
    case .renameEnumValue(let name, let old, let new): editEnum(name) { $0.values = $0.values.map { $0 == old ? new : $0 } }
    case .renameEnum(let name, let new):
      editEnum(name) { $0.name = new }
      for index in tables.indices { tables[index].renameEnum(name, to: new) }
    case .dropEnum(let name): enums.removeAll { $0.name == name }
    case .commentOnEnum(let name, let comment): editEnum(name) { $0.comment = comment }
    case .createSchema, .createTable, .dropTable, .renameTable, .alterTable, .rebuildTable, .createIndex, .createUniqueIndex,
      .dropIndex, .renameIndex, .commentOnTable, .insertRows, .updateRows, .deleteRows, .copyRows, .opaque:
      break
    }
  }

  private mutating func edit(_ name: QualifiedName, _ change: (inout Table) -> Void) {
    guard let index = position(of: name) else { return }
    change(&tables[index])
    if tables[index].qualifiedName != name { findPositions() }
  }

  private mutating func editEnum(_ name: QualifiedName, _ change: (inout DatabaseEnum) -> Void) {
    guard let index = enums.firstIndex(where: { $0.name == name }) else { return }
    change(&enums[index])
  }

  private mutating func drop(_ name: QualifiedName) {
    tables.removeAll { $0.qualifiedName == name }
    findPositions()
  }

  private mutating func rename(_ name: QualifiedName, to new: QualifiedName) {
    edit(name) { $0.qualifiedName = new }
    for index in tables.indices {
      for key in tables[index].foreignKeys.indices where tables[index].foreignKeys[key].references == name {
        tables[index].foreignKeys[key].references = new
      }
    }
  }

  private mutating func alter(_ name: QualifiedName, _ change: TableChange) {
    edit(name) { $0.apply(change) }
    guard case .renameColumn(let old, let new) = change else { return }
    for index in tables.indices {
      for key in tables[index].foreignKeys.indices where tables[index].foreignKeys[key].references == name {
        tables[index].foreignKeys[key].referencedColumns.rename(old, to: new)
      }
    }
  }
}

extension [String] {
  mutating func rename(_ old: String, to new: String) { self = map { $0 == old ? new : $0 } }
}

extension Catalog {
  /// Puts a table in the place of the one with its name.
  public mutating func replace(_ table: Table) { edit(table.qualifiedName) { $0 = table } }
}
