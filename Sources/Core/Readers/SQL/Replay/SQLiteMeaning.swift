internal import SpecIR

/// What SQLite's tables mean beyond their declared types: row numbers, and types that are spelled as checks and defaults.
enum SQLiteMeaning {
  static func refine(_ table: inout Table, _ syntax: CreateTableSyntax, isWithoutRowID: Bool) {
    number(&table, syntax, isWithoutRowID: isWithoutRowID)
    for index in table.columns.indices { refineType(of: index, in: &table) }
    for index in table.columns.indices { typeConstants(of: index, in: &table) }
  }

  /// A primary key of one column whose type is exactly `INTEGER` is the row's number ("CREATE TABLE", ROWIDs).
  private static func number(_ table: inout Table, _ syntax: CreateTableSyntax, isWithoutRowID: Bool) {
    guard !isWithoutRowID, let key = table.primaryKey, key.columns.count == 1, let id = table.column(named: key.columns[0]) else {
      return
    }
    let declared = syntax.columns.first { $0.name.text.lowercased() == key.columns[0].lowercased() }
    guard declared?.type?.name == "integer" else { return }
    let keys = (declared?.constraints ?? []) + syntax.constraints
    for constraint in keys {
      guard case .primaryKey(_, let isAutoincrement, let isDescending) = constraint.kind, !isDescending else { continue }
      table.columns[id.index].identity = isAutoincrement ? .autoincrement : .rowid
    }
  }

  /// SQLite has no types for these, so people write them as a check or a default; what says the type is not kept as a check.
  static func refineType(of index: Int, in table: inout Table) {
    let column = table.columns[index]
    switch column.type {
    case .int64 where column.identity == nil:
      guard let check = table.checks.firstIndex(where: { isZeroOrOne($0.expression, column.name) }) else { return }
      table.columns[index].type = .boolean
      table.checks.remove(at: check)
    case .text(nil):
      if column.defaultValue == .currentTimestamp { table.columns[index].type = .timestamp(hasZone: true) }
      if column.defaultValue == .currentDate { table.columns[index].type = .date }
      if column.defaultValue == .randomUUID { table.columns[index].type = .uuid }
      if let check = table.checks.firstIndex(where: { isJSON($0.expression, column.name) }) {
        table.columns[index].type = .json
        table.checks.remove(at: check)
      } else if let found = lengthLimit(of: column.name, in: table) {
        table.columns[index].type = .text(maxLength: found.limit)
        table.checks.remove(at: found.check)
      }
    case .boolean:
      table.checks.removeAll { isZeroOrOne($0.expression, column.name) }
    case .json:
      table.checks.removeAll { isJSON($0.expression, column.name) }
    case .int16, .int32, .int64, .float, .double, .decimal, .text, .paddedText, .bytes, .uuid, .date, .time, .timestamp,
      .interval, .enumeration, .array, .other:
      break
    }
  }

  /// 0 and 1 of a column that turned out to be boolean are truth values.
  private static func typeConstants(of index: Int, in table: inout Table) {
    let column = table.columns[index]
    if case .literal(let literal) = column.defaultValue {
      table.columns[index].defaultValue = .literal(Replay.literal(literal, as: column.type, in: .sqlite))
    }
    guard column.type == .boolean else { return }
    for check in table.checks.indices {
      table.checks[check].expression = table.checks[check].expression.replacing { booleanComparison($0, column.name) }
    }
  }

  private static func booleanComparison(_ part: SQLExpression, _ column: String) -> SQLExpression? {
    guard case .binary(let op, .column(column), .literal(.number(let digits))) = part, digits == "0" || digits == "1" else {
      return nil
    }
    return .binary(op, .column(column), .literal(.boolean(digits == "1")))
  }

  private static func isZeroOrOne(_ expression: SQLExpression, _ column: String) -> Bool {
    let values: (String) -> SQLExpression = { .literal(.number($0)) }
    let truths: (Bool) -> SQLExpression = { .literal(.boolean($0)) }
    switch expression {
    case .inList(.column(column), let items, negated: false):
      return Set(items) == [values("0"), values("1")] || Set(items) == [truths(false), truths(true)]
    default: return false
    }
  }

  private static func isJSON(_ expression: SQLExpression, _ column: String) -> Bool {
    switch expression {
    case .call(.isJSON, [.column(column)]): true
    case .binary(.or, .isNull(.column(column), negated: false), .call(.isJSON, [.column(column)])),
      .binary(.or, .call(.isJSON, [.column(column)]), .isNull(.column(column), negated: false)):
      true
    default: false
    }
  }

  private static func lengthLimit(of column: String, in table: Table) -> (check: Int, limit: Int)? {
    for (index, check) in table.checks.enumerated() where !check.name.isGiven {
      if case .binary(.lessOrEqual, .call(.length, [.column(column)]), .literal(.number(let digits))) = check.expression,
        let limit = Int(digits)
      {
        return (index, limit)
      }
    }
    return nil
  }
}
