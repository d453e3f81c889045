import SpecWriting

/// Finds the first constraint of its table that a row breaks: NOT NULL, checks, keys, then references.
struct ConstraintCheck {
  let store: MemoryStore
  let now: String

  /// - Parameter index: where the row stands already; nothing for a new one.
  func broken(by row: [JSONValue?], of id: TableID, at index: Int?) -> ConstraintReference? {
    let table = store.database[id]
    for column in table.columnIDs where !table[column].isNullable && row[column.index] == nil { return .notNull(id, column) }
    let evaluation = SQLEvaluation(names: table.columns.map(\.name), row: row, now: now)
    for (position, check) in table.checks.enumerated() where evaluation.value(of: check.expression).map(isFalse) ?? false {
      return .check(id, position)
    }
    if let key = table.primaryKey {
      let columns = table.columns(named: key.columns)
      if others(id, index).contains(where: { isSame($0, row, columns, table, nullsAreEqual: false) }) { return .primaryKey(id) }
    }
    for (position, key) in table.uniques.enumerated() {
      if others(id, index).contains(where: { collides($0, row, key, table) }) { return .unique(id, position) }
    }
    for (position, key) in table.foreignKeys.enumerated() where !refers(row, key, of: id) { return .foreignKey(id, position) }
    return nil
  }

  /// A condition that is unknown is met (SQL:2016 §4.25).
  private func isFalse(_ value: JSONValue) -> Bool {
    switch value {
    case .bool(let flag): !flag
    case .number(let number): number.double == 0
    case .null, .string, .array, .object: false
    }
  }

  private func others(_ id: TableID, _ index: Int?) -> [[JSONValue?]] {
    store.rows[id.index].enumerated().filter { $0.offset != index }.map(\.element)
  }

  private func isSame(
    _ left: [JSONValue?], _ right: [JSONValue?], _ columns: [ColumnID], _ table: Table, nullsAreEqual: Bool
  ) -> Bool {
    columns.allSatisfy { column in
      switch (left[column.index], right[column.index]) {
      case (nil, nil): nullsAreEqual
      case (nil, _), (_, nil): false
      case (let left?, let right?): MemoryStore.order(left, right, in: table[column]) == 0
      }
    }
  }

  private func collides(_ left: [JSONValue?], _ right: [JSONValue?], _ key: UniqueKey, _ table: Table) -> Bool {
    let names = table.columns.map(\.name)
    let first = SQLEvaluation(names: names, row: left, now: now)
    let second = SQLEvaluation(names: names, row: right, now: now)
    if let predicate = key.predicate {
      guard first.value(of: predicate) == .bool(true), second.value(of: predicate) == .bool(true) else { return false }
    }
    return key.parts.allSatisfy { part in
      switch part.value {
      case .column(let name): return isSame(left, right, table.columns(named: [name]), table, nullsAreEqual: key.nullsAreEqual)
      case .expression(let expression):
        guard let left = first.value(of: expression), let right = second.value(of: expression) else { return false }
        return Comparison.areEqual(left, right)
      }
    }
  }

  /// A reference with NULL in it refers to nothing and is fine.
  private func refers(_ row: [JSONValue?], _ key: ForeignKey, of id: TableID) -> Bool {
    guard let target = store.database.target(of: key) else { return true }
    let own = store.database[id].columns(named: key.columns)
    let others = store.database[target].columns(named: key.referencedColumns)
    let values = own.map { row[$0.index] }
    if values.contains(where: { $0 == nil }) { return true }
    // A row may refer to itself.
    let rows = store.rows[target.index] + (target == id ? [row] : [])
    return rows.contains { candidate in
      zip(values, others).allSatisfy { value, other in
        guard let value, let stored = candidate[other.index] else { return false }
        return MemoryStore.order(value, stored, in: store.database[target][other]) == 0
      }
    }
  }
}
