import SpecWriting

/// A constraint that a statement broke.
struct Violated: Error {
  let constraint: ConstraintReference
}

/// Runs one query.
struct QueryRunner {
  let query: Query
  let core: CoreModel
  let arguments: [Value]
  let now: String
  private(set) var store: MemoryStore

  init(query: Query, core: CoreModel, arguments: [Value], now: String, store: MemoryStore) {
    self.query = query
    self.core = core
    self.arguments = arguments
    self.now = now
    self.store = store
  }

  private var table: Table { store.database[query.table] }

  mutating func run() throws(InfrastructureFailure) -> Result<Value, Violated> {
    switch query.kind {
    case .select(let select):
      let rows = try page(sorted(try matching(select.filters), by: select.order), select.page).map { shaped($0, select.row) }
      switch select.outcome {
      case .optional: return .success(rows.first ?? .nothing)
      case .many: return .success(.list(rows))
      }
    case .count(let filters): return .success(.int64(Int64(try matching(filters).count)))
    case .exists(let filters): return .success(.api(.bool(try !matching(filters).isEmpty)))
    case .insert(let insert):
      let assigned = try values(insert.assignments)
      var writer = RowWriter(store: store, now: now)
      do {
        let row = try writer.insert(assigned, into: query.table)
        store = writer.store
        return .success(insert.returning.map { shaped(row, $0) } ?? .unit)
      } catch { return .failure(error) }
    case .update(let update):
      guard let index = try indexes(update.filters).first else {
        return .success(update.returning == nil ? .int64(0) : .nothing)
      }
      let assigned = try values(update.assignments)
      var writer = RowWriter(store: store, now: now)
      do {
        let row = try writer.update(index, of: query.table, assigned)
        store = writer.store
        return .success(update.returning.map { shaped(row, $0) } ?? .int64(1))
      } catch { return .failure(error) }
    case .delete(let filters):
      let found = try indexes(filters)
      var writer = RowWriter(store: store, now: now)
      do {
        try writer.delete(Set(found), from: query.table)
        store = writer.store
        return .success(.int64(Int64(found.count)))
      } catch { return .failure(error) }
    }
  }

  private func shaped(_ row: [JSONValue?], _ id: RowID) -> Value { .row(core[id].columns.map { row[$0.index] }) }

  /// The columns that get a value; an absent one is left out.
  private func values(_ assignments: [Assignment]) throws(InfrastructureFailure) -> [ColumnID: JSONValue?] {
    var values: [ColumnID: JSONValue?] = [:]
    for assignment in assignments {
      switch assignment.source {
      case .currentTimestamp: values[assignment.column] = .some(.string(now))
      case .parameter(let index):
        if arguments[index] == .absent { continue }
        values.updateValue(store.kept(try arguments[index].json(), in: table[assignment.column]), forKey: assignment.column)
      }
    }
    return values
  }

  private func indexes(_ filters: [Filter]) throws(InfrastructureFailure) -> [Int] {
    var found: [Int] = []
    for (index, row) in store.rows[query.table.index].enumerated() where try holds(filters, for: row) { found.append(index) }
    return found
  }

  private func matching(_ filters: [Filter]) throws(InfrastructureFailure) -> [[JSONValue?]] {
    try indexes(filters).map { store.rows[query.table.index][$0] }
  }

  /// NULL meets no condition.
  private func holds(_ filters: [Filter], for row: [JSONValue?]) throws(InfrastructureFailure) -> Bool {
    for filter in filters where arguments[filter.parameter] != .absent {
      guard let value = row[filter.column.index] else { return false }
      let argument = try arguments[filter.parameter].json()
      guard holds(filter.comparison, value, argument, in: table[filter.column]) else { return false }
    }
    return true
  }

  private func holds(_ comparison: Filter.Comparison, _ value: JSONValue, _ argument: JSONValue, in column: Column) -> Bool {
    func order(_ other: JSONValue) -> Int? { MemoryStore.order(value, store.kept(other, in: column) ?? .null, in: column) }
    switch comparison {
    case .equal: return order(argument) == 0
    case .notEqual: return order(argument).map { $0 != 0 } ?? (argument != .null)
    case .less: return order(argument).map { $0 < 0 } ?? false
    case .lessOrEqual: return order(argument).map { $0 <= 0 } ?? false
    case .greater: return order(argument).map { $0 > 0 } ?? false
    case .greaterOrEqual: return order(argument).map { $0 >= 0 } ?? false
    case .oneOf:
      guard case .array(let items) = argument else { return false }
      return items.contains { order($0) == 0 }
    case .contains:
      guard case .string(let text) = value, case .string(let part) = argument else { return false }
      return part.isEmpty || Array(text.unicodeScalars).contains(subsequence: Array(part.unicodeScalars))
    }
  }

  private func sorted(_ rows: [[JSONValue?]], by order: [Order]) throws(InfrastructureFailure) -> [[JSONValue?]] {
    var keys: [(column: ColumnID, isDescending: Bool)] = []
    for item in order {
      switch item {
      case .column(let id, let direction): keys.append((id, direction == .descending))
      case .chosen(let parameter, let choices, let direction):
        guard arguments[parameter] != .absent else { continue }
        let value = try arguments[parameter].json()
        guard let choice = choices.first(where: { $0.value == value }) else { continue }
        var isDescending = choice.direction == .descending
        if let direction {
          let turning = arguments[direction.parameter]
          isDescending = turning == .absent ? false : direction.descending.contains(try turning.json())
        }
        keys.append((choice.column, isDescending))
      }
    }
    return rows.enumerated().sorted { left, right in
      for key in keys {
        let sign = compare(left.element[key.column.index], right.element[key.column.index], in: table[key.column])
        if sign != 0 { return key.isDescending ? sign > 0 : sign < 0 }
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// NULL comes before every value.
  private func compare(_ left: JSONValue?, _ right: JSONValue?, in column: Column) -> Int {
    switch (left, right) {
    case (nil, nil): 0
    case (nil, _): -1
    case (_, nil): 1
    case (let left?, let right?): MemoryStore.order(left, right, in: column) ?? 0
    }
  }

  private func page(_ rows: [[JSONValue?]], _ page: Select.Page?) throws(InfrastructureFailure) -> [[JSONValue?]] {
    guard let page else { return rows }
    let limit = Int(clamping: max(0, try arguments[page.limit].int64()))
    let offset = Int(clamping: max(0, try arguments[page.offset].int64()))
    return Array(rows.dropFirst(offset).prefix(limit))
  }
}

extension Array where Element: Equatable {
  /// Whether the elements of another array stand somewhere in this one, one after the other.
  fileprivate func contains(subsequence part: [Element]) -> Bool {
    guard part.count <= count else { return false }
    return (0...(count - part.count)).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
