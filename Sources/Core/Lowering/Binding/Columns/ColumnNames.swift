import SpecIR
import SpecNaming

/// Which column of a table a name of the contract stands for.
struct ColumnNames {
  let database: Database
  let tableID: TableID
  /// Pairs that the contract's extension states; they come before every rule.
  let stated: [OperationHint.Pair]

  var table: Table { database[tableID] }

  init(_ table: TableID, in database: Database, stated: [OperationHint.Pair] = []) {
    self.database = database
    self.tableID = table
    self.stated = stated
  }

  /// What was found for a name.
  enum Match: Equatable {
    case column(ColumnID)
    case none
    case ambiguous
  }

  /// Looks a name up by the rules in order; the first rule that any column meets decides, and only if one column meets it.
  func match(_ name: String) -> Match {
    if let pair = stated.first(where: { $0.name == name }) {
      return table.column(named: pair.column).map { .column($0) } ?? .none
    }
    return match(Words(name))
  }

  func match(_ words: Words) -> Match {
    guard !words.words.isEmpty else { return .none }
    for rule in Self.rules {
      let found = table.columnIDs.filter { rule(self, words, $0) }
      if found.count == 1 { return .column(found[0]) }
      if found.count > 1 { return .ambiguous }
    }
    return .none
  }

  func column(_ name: String) -> ColumnID? {
    guard case .column(let id) = match(name) else { return nil }
    return id
  }

  private var thing: Words { Words(table.name).singular }

  private typealias Rule = @Sendable (ColumnNames, Words, ColumnID) -> Bool

  private static let rules: [Rule] = [
    // The same words.
    { names, words, id in words.isSame(as: Words(names.table[id].name)) },
    // `userId` is the key `id` of users, and `id` their key `user_id`.
    { names, words, id in
      guard names.isOwnKey(id) else { return false }
      let column = Words(names.table[id].name)
      return words.isSame(as: names.thing + column) || column.isSame(as: names.thing + words)
    },
    // `customer` is the reference `customer_id`.
    { names, words, id in
      let column = Words(names.table[id].name)
      guard column.words.last == "id", column.words.count > 1 else { return false }
      return names.isReference(id) && words.isSame(as: Words(words: column.words.dropLast()))
    },
    // `name` is `user_name` of users.
    { names, words, id in Words(names.table[id].name).isSame(as: names.thing + words) },
    // `active` is the flag `is_active`, and `isActive` the flag `active`.
    { names, words, id in
      guard names.table[id].type == .boolean else { return false }
      let column = Words(names.table[id].name)
      let mark = Words(words: ["is"])
      return column.isSame(as: mark + words) || words.isSame(as: mark + column)
    },
    // `created` is the time `created_at`.
    { names, words, id in
      guard names.table[id].type.isTemporal else { return false }
      return Words(names.table[id].name).isSame(as: words + Words(words: ["at"]))
    },
  ]

  /// Whether the column alone is the primary key.
  func isOwnKey(_ id: ColumnID) -> Bool { table.primaryKey?.columns == [table[id].name] }

  private func isReference(_ id: ColumnID) -> Bool { table.foreignKeys.contains { $0.columns == [table[id].name] } }
}

extension ColumnType {
  /// Whether it holds a date or a point in time.
  var isTemporal: Bool {
    switch self {
    case .date, .timestamp: true
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .text, .paddedText, .bytes, .uuid, .time, .interval, .json,
      .enumeration, .array, .other:
      false
    }
  }

  var isText: Bool {
    switch self {
    case .text, .paddedText: true
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .bytes, .uuid, .date, .time, .timestamp, .interval, .json,
      .enumeration, .array, .other:
      false
    }
  }
}
