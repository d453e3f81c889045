/// Which constraints a query can violate: those of its own table, and the references of tables that its deletion reaches.
struct ViolationRule {
  let query: Query
  let database: Database

  func allows(_ constraint: ConstraintReference) -> Bool {
    switch constraint {
    case .primaryKey(let table): writes(table) && database[table].primaryKey != nil
    case .unique(let table, let index): writes(table) && database[table].uniques.indices.contains(index)
    case .foreignKey(let table, let index): writes(table) && database[table].foreignKeys.indices.contains(index)
    case .check(let table, let index): writes(table) && database[table].checks.indices.contains(index)
    case .notNull(let table, let column): writes(table) && database[table].columns.indices.contains(column.index)
    case .referenced(let table, let index): removes && refers(table, index)
    }
  }

  private func writes(_ table: TableID) -> Bool {
    switch query.kind {
    case .insert, .update: table == query.table
    case .select, .count, .exists, .delete: false
    }
  }

  /// Whether a row, or its key, can go.
  private var removes: Bool {
    switch query.kind {
    case .delete, .update: true
    case .select, .count, .exists, .insert: false
    }
  }

  private func refers(_ table: TableID, _ index: Int) -> Bool {
    guard database.tables.indices.contains(table.index), database[table].foreignKeys.indices.contains(index) else { return false }
    guard let target = database.target(of: database[table].foreignKeys[index]) else { return false }
    return reached.contains(target)
  }

  /// The query's table, and all whose rows a deletion takes along.
  private var reached: Set<TableID> {
    var reached: Set<TableID> = [query.table]
    var open = [query.table]
    while let target = open.popLast() {
      for (table, key) in database.references(to: target) where key.onDelete == .cascade {
        if reached.insert(table).inserted { open.append(table) }
      }
    }
    return reached
  }
}
