/// Rows name tables and columns that exist, each once, and the ids of queries and mappings lie in range.
struct RowVerifier {
  let core: CoreModel
  let database: Database

  func faults() -> [BehaviourFault] {
    var faults: [BehaviourFault] = []
    var names: Set<String> = []
    for row in core.rows {
      func fault(_ message: String) { faults.append(BehaviourFault("row \(row.name)", message)) }
      if !names.insert(row.name).inserted { fault("two rows have this name") }
      guard database.tables.indices.contains(row.table.index) else {
        fault("its table does not exist")
        continue
      }
      if Set(row.columns).count != row.columns.count { fault("a column stands in it twice") }
      for column in row.columns {
        guard database[row.table].columns.indices.contains(column.index) else {
          fault("column \(column.index) does not exist")
          continue
        }
        if database[row.table][column].type.valueType == nil { fault("column \(column.index) has a type that no query can read") }
      }
    }
    var queries: Set<String> = []
    for query in core.queries {
      if !queries.insert(query.name).inserted {
        faults.append(BehaviourFault("query \(query.name)", "two queries have this name"))
      }
      if !database.tables.indices.contains(query.table.index) {
        faults.append(BehaviourFault("query \(query.name)", "its table does not exist"))
      }
    }
    for (index, mapping) in core.mappings.enumerated()
    where !core.rows.indices.contains(mapping.row.index) || !core.models.indices.contains(mapping.model.index) {
      faults.append(BehaviourFault("mapping \(index)", "its row or its model does not exist"))
    }
    return faults
  }
}
