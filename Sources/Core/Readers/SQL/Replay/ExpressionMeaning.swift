internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

/// Gives expressions their meaning, with the columns of one table in sight.
///
/// A part without a neutral meaning makes the whole expression ``SQLExpression/verbatim(_:columns:)``: half a translation would
/// be a wrong one.
struct ExpressionMeaning {
  let replay: Replay
  let table: Table
  /// Names that no column has.
  var unknown: [(name: String, range: SourceRange)] = []

  /// Why the expression stays verbatim.
  struct Opaque: Error {
    let range: SourceRange
    let what: String
  }

  init(replay: Replay, table: Table) {
    // Findings are kept by the caller: a second holder would make each new one copy them all.
    var replay = replay
    replay.diagnostics = Diagnostics()
    self.replay = replay
    self.table = table
  }

  mutating func meaning(of syntax: ExpressionSyntax) throws(Opaque) -> SQLExpression {
    switch syntax.kind {
    case .null: return .literal(.null)
    case .boolean(let value): return .literal(.boolean(value))
    case .number(let digits): return .literal(.number(digits))
    case .string(let text): return .literal(.string(text))
    case .blob(let digits): return .literal(.bytes(Self.bytes(digits)))
    case .column(let names): return try column(names, syntax)
    case .prefix(let symbol, let operand): return try prefix(symbol, operand, syntax)
    case .infix(let symbol, let left, let right): return try infix(symbol, left, right, syntax)
    case .isNull(let operand, let negated): return .isNull(try meaning(of: operand), negated: negated)
    case .isTruth(let operand, let truth, let negated):
      return .binary(negated ? .isDistinct : .isNotDistinct, try meaning(of: operand), .literal(.boolean(truth)))
    case .isDistinct(let left, let right, let negated):
      return .binary(negated ? .isNotDistinct : .isDistinct, try meaning(of: left), try meaning(of: right))
    case .inList(let operand, let items, let negated): return try inList(operand, items, negated: negated)
    case .between(let operand, let low, let high, let negated):
      return .between(try meaning(of: operand), try meaning(of: low), try meaning(of: high), negated: negated)
    case .match(let word, let operand, let pattern, let escape, let negated):
      guard escape == nil else { throw Opaque(range: syntax.range, what: "`ESCAPE`") }
      return try match(word, operand, pattern, negated, syntax)
    case .cast(let operand, let type): return try cast(operand, type)
    case .call(let name, let arguments, _): return try call(name, arguments, syntax)
    case .conditional(let operand, let branches, let otherwise): return try conditional(operand, branches, otherwise)
    case .quantified(let symbol, let left, let all, let right): return try quantified(symbol, left, all, right, syntax)
    case .atTimeZone(let operand, _):
      // The time of the clock is stored in UTC, whatever zone it was asked in.
      let inner = try meaning(of: operand)
      guard inner == .call(.currentTimestamp, []) else { throw Opaque(range: syntax.range, what: "`AT TIME ZONE`") }
      return inner
    case .collate(_, let name): throw Opaque(range: syntax.range, what: "collation `\(name.text)`")
    case .array: throw Opaque(range: syntax.range, what: "array")
    case .row: throw Opaque(range: syntax.range, what: "row value")
    case .subquery: throw Opaque(range: syntax.range, what: "subquery")
    case .star, .defaultValue: throw Opaque(range: syntax.range, what: "this expression")
    }
  }

  static func bytes(_ digits: String) -> [UInt8] {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }

  private mutating func column(_ names: [NameSyntax], _ syntax: ExpressionSyntax) throws(Opaque) -> SQLExpression {
    let name = names[names.count - 1]
    if let column = replay.lookUpColumn(name, in: table) { return .column(column.name) }
    // SQLite takes a name in double quotes that no column has for a text.
    if replay.dialect == .sqlite, names.count == 1, name.isQuoted { return .literal(.string(name.text)) }
    unknown.append((replay.canonical(name), name.range))
    return .column(replay.canonical(name))
  }

  private mutating func prefix(
    _ symbol: String, _ operand: ExpressionSyntax, _ syntax: ExpressionSyntax
  ) throws(Opaque) -> SQLExpression {
    let value = try meaning(of: operand)
    switch symbol {
    case "NOT": return .not(value)
    case "+": return value
    case "-":
      if case .literal(.number(let digits)) = value, !digits.hasPrefix("-") { return .literal(.number("-" + digits)) }
      return .negate(value)
    default: throw Opaque(range: syntax.range, what: "operator `\(symbol)`")
    }
  }

  private mutating func inList(
    _ operand: ExpressionSyntax, _ items: [ExpressionSyntax], negated: Bool
  ) throws(Opaque) -> SQLExpression {
    let value = try meaning(of: operand)
    var meanings: [SQLExpression] = []
    for item in items { meanings.append(asBoolean(try meaning(of: item), beside: value)) }
    return .inList(value, meanings, negated: negated)
  }

  private mutating func conditional(
    _ operand: ExpressionSyntax?, _ branches: [(ExpressionSyntax, ExpressionSyntax)], _ otherwise: ExpressionSyntax?
  ) throws(Opaque) -> SQLExpression {
    var result: [SQLExpression.Branch] = []
    for (condition, value) in branches {
      var test = try meaning(of: condition)
      if let operand { test = .binary(.equal, try meaning(of: operand), test) }
      result.append(.init(when: test, then: try meaning(of: value)))
    }
    var rest: SQLExpression?
    if let otherwise { rest = try meaning(of: otherwise) }
    return .conditional(result, otherwise: rest)
  }

  /// `x = ANY (ARRAY[…])` is `x IN (…)`, and `x <> ALL (ARRAY[…])` is `x NOT IN (…)`.
  private mutating func quantified(
    _ symbol: String, _ left: ExpressionSyntax, _ all: Bool, _ right: ExpressionSyntax, _ syntax: ExpressionSyntax
  ) throws(Opaque) -> SQLExpression {
    var list = right
    while case .cast(let inner, _) = list.kind { list = inner }
    guard case .array(let items) = list.kind else { throw Opaque(range: syntax.range, what: "`ANY` or `ALL`") }
    if symbol == "=", !all { return try inList(left, items, negated: false) }
    if symbol == "<>" || symbol == "!=", all { return try inList(left, items, negated: true) }
    throw Opaque(range: syntax.range, what: "`ANY` or `ALL`")
  }

  // MARK: Types

  /// The type of a column, where the expression is one.
  func type(of expression: SQLExpression) -> ColumnType? {
    guard case .column(let name) = expression else { return nil }
    return table.columns.first { $0.name == name }?.type
  }

  /// SQLite writes booleans as 0 and 1: beside a boolean column they are what they mean.
  func asBoolean(_ value: SQLExpression, beside other: SQLExpression) -> SQLExpression {
    guard replay.dialect == .sqlite, type(of: other) == .boolean, case .literal(.number(let digits)) = value else { return value }
    switch digits {
    case "0": return .literal(.boolean(false))
    case "1": return .literal(.boolean(true))
    default: return value
    }
  }
}
