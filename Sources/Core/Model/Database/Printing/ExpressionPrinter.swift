/// Prints expressions in a dialect, with the columns of one table in sight.
struct ExpressionPrinter {
  let spelling: SQLSpelling
  /// Types of the columns: a constant beside a column is written as the column stores it.
  let table: Table

  init(_ dialect: SQLDialect, table: Table) {
    spelling = SQLSpelling(dialect)
    self.table = table
  }

  /// How tightly the outermost operator binds.
  enum Level: Int, Comparable {
    case or, and, not, comparison, concatenation, sum, product, atom

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  func text(_ expression: SQLExpression) throws(Untranslatable) -> String { try piece(expression).text }

  /// Returns the text in parentheses unless it binds at least as tightly as `level`.
  func text(_ expression: SQLExpression, atLeast level: Level) throws(Untranslatable) -> String {
    let piece = try piece(expression)
    return piece.level < level ? "(\(piece.text))" : piece.text
  }

  private func piece(_ expression: SQLExpression) throws(Untranslatable) -> (text: String, level: Level) {
    switch expression {
    case .literal(let literal): return (try Constants.text(literal, as: nil, in: spelling.dialect), .atom)
    case .column(let name): return (spelling.name(name), .atom)
    case .not(let operand): return ("NOT \(try text(operand, atLeast: .not))", .not)
    case .negate(let operand): return ("-\(try text(operand, atLeast: .atom))", .atom)
    case .binary(let op, let left, let right): return try binary(op, left, right)
    case .isNull(let operand, let negated):
      return ("\(try text(operand, atLeast: .concatenation)) IS \(negated ? "NOT " : "")NULL", .comparison)
    case .inList(let operand, let items, let negated):
      var texts: [String] = []
      for item in items { texts.append(try beside(item, operand, atLeast: .or)) }
      let list = texts.joined(separator: ", ")
      return ("\(try text(operand, atLeast: .concatenation)) \(negated ? "NOT " : "")IN (\(list))", .comparison)
    case .between(let operand, let low, let high, let negated):
      let bounds = (try beside(low, operand, atLeast: .concatenation), try beside(high, operand, atLeast: .concatenation))
      let word = negated ? "NOT BETWEEN" : "BETWEEN"
      return ("\(try text(operand, atLeast: .concatenation)) \(word) \(bounds.0) AND \(bounds.1)", .comparison)
    case .like(let operand, let pattern, let isCaseSensitive, let negated):
      return (try like(operand, pattern, isCaseSensitive, negated), .comparison)
    case .matches(let operand, let pattern, let isCaseSensitive, let negated):
      return try matches(operand, pattern, isCaseSensitive, negated)
    case .glob(let operand, let pattern, let negated): return (try glob(operand, pattern, negated), .comparison)
    case .cast(let operand, let type): return (try cast(operand, type), .atom)
    case .call(let function, let arguments): return (try call(function, arguments), .atom)
    case .conditional(let branches, let otherwise): return (try conditional(branches, otherwise), .atom)
    case .verbatim(let written, _):
      throw Untranslatable(
        "`\(written.prefix(80))` has no form in the other dialect", hint: "Write it with operators and functions that both have.")
    }
  }

  private func binary(
    _ op: SQLOperator, _ left: SQLExpression, _ right: SQLExpression
  ) throws(Untranslatable) -> (text: String, level: Level) {
    let (word, level) = spelled(op)
    // A comparison of comparisons needs parentheses on both sides; a chain of the others on the right side only.
    let isComparison = level == .comparison
    let next = Level(rawValue: level.rawValue + 1) ?? .atom
    let first = try beside(left, right, atLeast: isComparison ? next : level)
    let second = try beside(right, left, atLeast: next)
    return ("\(first) \(word) \(second)", level)
  }

  private func spelled(_ op: SQLOperator) -> (String, Level) {
    let isPostgres = spelling.dialect == .postgres
    switch op {
    case .equal: return ("=", .comparison)
    case .notEqual: return ("<>", .comparison)
    case .less: return ("<", .comparison)
    case .lessOrEqual: return ("<=", .comparison)
    case .greater: return (">", .comparison)
    case .greaterOrEqual: return (">=", .comparison)
    case .isNotDistinct: return (isPostgres ? "IS NOT DISTINCT FROM" : "IS", .comparison)
    case .isDistinct: return (isPostgres ? "IS DISTINCT FROM" : "IS NOT", .comparison)
    case .and: return ("AND", .and)
    case .or: return ("OR", .or)
    case .add: return ("+", .sum)
    case .subtract: return ("-", .sum)
    case .multiply: return ("*", .product)
    case .divide: return ("/", .product)
    case .remainder: return ("%", .product)
    case .concatenate: return ("||", .concatenation)
    }
  }

  /// Prints an operand; a constant is written as the column on the other side stores it.
  private func beside(
    _ expression: SQLExpression, _ other: SQLExpression, atLeast level: Level
  ) throws(Untranslatable) -> String {
    guard case .literal(let literal) = expression, case .column(let name) = other,
      let column = table.columns.first(where: { $0.name == name })
    else { return try text(expression, atLeast: level) }
    return try Constants.text(literal, as: column.type, in: spelling.dialect)
  }

  private func conditional(_ branches: [SQLExpression.Branch], _ otherwise: SQLExpression?) throws(Untranslatable) -> String {
    var result = "CASE"
    for branch in branches { result += " WHEN \(try text(branch.condition)) THEN \(try text(branch.value))" }
    if let otherwise { result += " ELSE \(try text(otherwise))" }
    return result + " END"
  }

  private func cast(_ operand: SQLExpression, _ type: ColumnType) throws(Untranslatable) -> String {
    guard let storage = type.storage(in: spelling.dialect) else {
      throw Untranslatable("a cast to this type has no form in the other dialect", hint: "Leave the cast out.")
    }
    if spelling.dialect == .sqlite {
      switch type {
      case .int16, .int32, .int64, .float, .double, .text, .decimal: break
      case .boolean, .paddedText, .bytes, .uuid, .date, .time, .timestamp, .interval, .json, .enumeration, .array, .other:
        throw Untranslatable(
          "SQLite has no cast to `\(type.storage(in: .postgres)?.declaration ?? "this type")`", hint: "Leave the cast out.")
      }
    }
    return "CAST(\(try text(operand)) AS \(storage.declaration))"
  }
}
