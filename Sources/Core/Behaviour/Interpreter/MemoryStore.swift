import SpecWriting

/// The rows of a database, in memory.
package struct MemoryStore: Sendable {
  let database: Database
  /// By table; rows in the order of insertion, each with one value for each column. Nothing is NULL.
  private(set) var rows: [[[JSONValue?]]]
  /// By table: the last number that the database gave.
  private var numbers: [Int64]
  let identifiers: IdentifierOrder

  init(_ database: Database, identifiers: IdentifierOrder = .rising) {
    self.database = database
    self.identifiers = identifiers
    rows = Array(repeating: [], count: database.tables.count)
    numbers = Array(repeating: 0, count: database.tables.count)
  }

  /// How many rows a table holds.
  package func count(_ table: TableID) -> Int { rows[table.index].count }

  mutating func nextNumber(_ table: TableID) -> Int64 {
    numbers[table.index] += 1
    return numbers[table.index]
  }

  /// A number that a client gave is not given again.
  mutating func noteNumber(_ number: Int64, _ table: TableID) { numbers[table.index] = max(numbers[table.index], number) }

  mutating func append(_ row: [JSONValue?], to table: TableID) { rows[table.index].append(row) }

  mutating func replace(_ index: Int, of table: TableID, with row: [JSONValue?]) { rows[table.index][index] = row }

  mutating func remove(_ doomed: Set<Int>, from table: TableID) {
    rows[table.index] = rows[table.index].enumerated().filter { !doomed.contains($0.offset) }.map(\.element)
  }

  /// Returns a value as the column keeps it: times in UTC, so that they compare.
  func kept(_ value: JSONValue?, in column: Column) -> JSONValue? {
    guard let value, value != .null else { return nil }
    if case .timestamp = column.type, case .string(let text) = value, let time = Timestamp(text) { return .string(time.text) }
    if column.type == .boolean, case .number(let number) = value { return .bool(number.int64 != 0) }
    return value
  }

  /// Compares two values of a column, NULL aside.
  static func order(_ left: JSONValue, _ right: JSONValue, in column: Column) -> Int? {
    if case .timestamp = column.type, case .string(let left) = left, case .string(let right) = right,
      let first = Timestamp(left), let second = Timestamp(right)
    {
      return first == second ? 0 : first < second ? -1 : 1
    }
    if column.collation == .caseInsensitive, case .string(let left) = left, case .string(let right) = right {
      return Comparison.order(.string(left.lowercased()), .string(right.lowercased()))
    }
    return Comparison.order(left, right)
  }
}
