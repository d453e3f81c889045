import SpecWriting

/// Changes rows, and enforces what the tables ask of them.
struct RowWriter {
  private(set) var store: MemoryStore
  let now: String

  init(store: MemoryStore, now: String) {
    self.store = store
    self.now = now
  }

  private var database: Database { store.database }

  /// Adds a row; columns without value get their default.
  mutating func insert(_ values: [ColumnID: JSONValue?], into id: TableID) throws(Violated) -> [JSONValue?] {
    let table = database[id]
    var row: [JSONValue?] = []
    for column in table.columnIDs {
      if let given = values[column] {
        row.append(given)
        if table[column].identity != nil, case .number(let number)? = given, let value = number.int64 {
          store.noteNumber(value, id)
        }
      } else {
        row.append(standard(table[column], id))
      }
    }
    row = generated(row, table)
    try check(row, of: id, at: nil)
    store.append(row, to: id)
    return row
  }

  /// Changes a row; columns without value stay as they are.
  mutating func update(_ index: Int, of id: TableID, _ values: [ColumnID: JSONValue?]) throws(Violated) -> [JSONValue?] {
    let before = store.rows[id.index][index]
    var row = before
    for column in database[id].columnIDs { if let value = values[column] { row[column.index] = value } }
    row = generated(row, database[id])
    try check(row, of: id, at: index)
    store.replace(index, of: id, with: row)
    try followKeys(from: before, to: row, of: id)
    return row
  }

  /// Removes rows, and does to referring rows what their references say.
  mutating func delete(_ doomed: Set<Int>, from id: TableID) throws(Violated) {
    guard !doomed.isEmpty else { return }
    let gone = doomed.sorted().map { store.rows[id.index][$0] }
    store.remove(doomed, from: id)
    for referrer in database.tableIDs {
      for (position, key) in database[referrer].foreignKeys.enumerated() where database.target(of: key) == id {
        let hits = Set(gone.flatMap { referring(key, of: referrer, to: $0, in: id) })
        guard !hits.isEmpty else { continue }
        switch key.onDelete {
        case .noAction, .restrict: throw Violated(constraint: .referenced(referrer, position))
        case .cascade: try delete(hits, from: referrer)
        case .setNull, .setDefault:
          for hit in hits.sorted() { try reset(key, hit, of: referrer, toDefault: key.onDelete == .setDefault) }
        }
      }
    }
  }

  private mutating func reset(_ key: ForeignKey, _ index: Int, of id: TableID, toDefault: Bool) throws(Violated) {
    var values: [ColumnID: JSONValue?] = [:]
    for column in database[id].columns(named: key.columns) {
      values.updateValue(toDefault ? standard(database[id][column], id) : nil, forKey: column)
    }
    _ = try update(index, of: id, values)
  }

  /// A key that changes takes its references along, or may not change.
  private mutating func followKeys(from before: [JSONValue?], to after: [JSONValue?], of id: TableID) throws(Violated) {
    for referrer in database.tableIDs {
      for (position, key) in database[referrer].foreignKeys.enumerated() where database.target(of: key) == id {
        let columns = database[id].columns(named: key.referencedColumns)
        guard columns.contains(where: { before[$0.index] != after[$0.index] }) else { continue }
        for hit in referring(key, of: referrer, to: before, in: id) {
          switch key.onUpdate {
          case .noAction, .restrict: throw Violated(constraint: .referenced(referrer, position))
          case .cascade:
            var values: [ColumnID: JSONValue?] = [:]
            for (own, target) in zip(database[referrer].columns(named: key.columns), columns) {
              values.updateValue(after[target.index], forKey: own)
            }
            _ = try update(hit, of: referrer, values)
          case .setNull, .setDefault: try reset(key, hit, of: referrer, toDefault: key.onUpdate == .setDefault)
          }
        }
      }
    }
  }

  /// The rows of a table that refer to a row.
  private func referring(_ key: ForeignKey, of referrer: TableID, to row: [JSONValue?], in target: TableID) -> [Int] {
    let own = database[referrer].columns(named: key.columns)
    let others = database[target].columns(named: key.referencedColumns)
    return store.rows[referrer.index].indices.filter { index in
      zip(own, others).allSatisfy { own, other in
        guard let value = store.rows[referrer.index][index][own.index], let wanted = row[other.index] else { return false }
        return MemoryStore.order(value, wanted, in: database[target][other]) == 0
      }
    }
  }

  private mutating func standard(_ column: Column, _ table: TableID) -> JSONValue? {
    if column.identity != nil { return .number(JSONNumber(Int(store.nextNumber(table)))) }
    let evaluation = SQLEvaluation(names: [], row: [], now: now)
    switch column.defaultValue {
    case nil: return nil
    case .literal(let literal): return store.kept(SQLEvaluation.value(of: literal), in: column)
    case .currentTimestamp: return .string(now)
    case .currentDate: return .string(String(now.prefix(10)))
    case .currentTime: return .string(String(now.dropFirst(11).prefix(8)))
    case .randomUUID: return .string("00000000-0000-4000-8000-" + padded(store.identifiers.position(store.nextNumber(table))))
    case .expression(let expression): return store.kept(evaluation.value(of: expression), in: column)
    }
  }

  private func padded(_ number: Int64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  private func generated(_ row: [JSONValue?], _ table: Table) -> [JSONValue?] {
    var row = row
    for column in table.columnIDs {
      guard let made = table[column].generated else { continue }
      row[column.index] = SQLEvaluation(names: table.columns.map(\.name), row: row, now: now).value(of: made.expression)
    }
    return row
  }

  private func check(_ row: [JSONValue?], of id: TableID, at index: Int?) throws(Violated) {
    if let broken = ConstraintCheck(store: store, now: now).broken(by: row, of: id, at: index) {
      throw Violated(constraint: broken)
    }
  }
}
