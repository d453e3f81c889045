import SpecIR
import SpecNaming

/// The tables by what they are called, so that an operation is weighed against the few that it may mean and not against all.
struct TableNames {
  private var bySpelling: [String: [TableID]] = [:]
  private var byThing: [String: [TableID]] = [:]
  private var byFullName: [String: TableID] = [:]

  init(_ database: Database) {
    for id in database.tableIDs {
      let name = Words(database[id].name)
      bySpelling[name.compact, default: []].append(id)
      byThing[name.singular.compact, default: []].append(id)
      let full = database[id].qualifiedName.description
      if byFullName[full] == nil { byFullName[full] = id }
    }
  }

  /// The tables that name the same thing as the words do, each in the singular or the plural; see ``Words/namesSameThing(as:)``.
  func tables(named thing: Words) -> Set<TableID> {
    guard !thing.isEmpty else { return [] }
    return Set(bySpelling[thing.compact] ?? []).union(byThing[thing.singular.compact] ?? [])
  }

  /// The tables that the name of a schema may describe; see ``SchemaName``.
  func tables(describedBy schema: String) -> Set<TableID> {
    SchemaName.things(of: schema).reduce(into: []) { $0.formUnion(tables(named: $1)) }
  }

  /// The first table of that name, with its schema where it is not the default one.
  func table(fullName: String) -> TableID? { byFullName[fullName] }
}
