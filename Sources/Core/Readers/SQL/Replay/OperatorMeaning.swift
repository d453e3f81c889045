internal import SpecIR

/// Operators, patterns and casts.
extension ExpressionMeaning {
  mutating func infix(
    _ symbol: String, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ syntax: ExpressionSyntax
  ) throws(Opaque) -> SQLExpression {
    if let pattern = Self.patternOperators[symbol], replay.dialect == .postgres {
      return try match(pattern.word, left, right, pattern.negated, syntax)
    }
    guard let op = Self.operators[symbol] else { throw Opaque(range: syntax.range, what: "operator `\(symbol)`") }
    if op == .concatenate, RandomText.isUUID(syntax) { return .call(.randomUUID, []) }
    let first = try meaning(of: left)
    let second = try meaning(of: right)
    return .binary(op, asBoolean(first, beside: second), asBoolean(second, beside: first))
  }

  private static let operators: [String: SQLOperator] = [
    "=": .equal, "==": .equal, "<>": .notEqual, "!=": .notEqual, "<": .less, "<=": .lessOrEqual, ">": .greater,
    ">=": .greaterOrEqual, "AND": .and, "OR": .or, "+": .add, "-": .subtract, "*": .multiply, "/": .divide, "%": .remainder,
    "||": .concatenate,
  ]

  /// PostgreSQL's operators for patterns; `pg_dump` writes `LIKE` as `~~`.
  private static let patternOperators: [String: (word: String, negated: Bool)] = [
    "~~": ("LIKE", false), "!~~": ("LIKE", true), "~~*": ("ILIKE", false), "!~~*": ("ILIKE", true),
    "~": ("~", false), "!~": ("~", true), "~*": ("~*", false), "!~*": ("~*", true),
  ]

  mutating func match(
    _ word: String, _ operand: ExpressionSyntax, _ pattern: ExpressionSyntax, _ negated: Bool, _ syntax: ExpressionSyntax
  ) throws(Opaque) -> SQLExpression {
    let value = try meaning(of: operand)
    let pattern = try meaning(of: pattern)
    switch word {
    // SQLite's LIKE does not tell upper from lower case in ASCII.
    case "LIKE": return .like(value, pattern: pattern, isCaseSensitive: replay.dialect == .postgres, negated: negated)
    case "ILIKE": return .like(value, pattern: pattern, isCaseSensitive: false, negated: negated)
    case "~": return .matches(value, pattern: pattern, isCaseSensitive: true, negated: negated)
    case "~*": return .matches(value, pattern: pattern, isCaseSensitive: false, negated: negated)
    case "GLOB": return .glob(value, pattern: pattern, negated: negated)
    default: throw Opaque(range: syntax.range, what: "`\(word)`")
    }
  }

  /// A cast that changes nothing is left out: a constant takes the type of what it stands beside.
  mutating func cast(_ operand: ExpressionSyntax, _ type: TypeSyntax) throws(Opaque) -> SQLExpression {
    let value = try meaning(of: operand)
    var lookup = replay
    let target = lookup.meaning(of: type).type
    switch (value, target) {
    case (.literal(.null), _): return value
    case (.literal(.string), .text), (.literal(.string), .paddedText), (.literal(.string), .enumeration),
      (.literal(.string), .uuid), (.literal(.string), .json), (.literal(.string), .array), (.literal(.string), .timestamp),
      (.literal(.string), .date), (.literal(.string), .time), (.literal(.string), .interval):
      return value
    case (.literal(.string(let text)), .boolean):
      if ["t", "true", "1"].contains(text.lowercased()) { return .literal(.boolean(true)) }
      if ["f", "false", "0"].contains(text.lowercased()) { return .literal(.boolean(false)) }
      return .cast(value, target)
    case (.literal(.number), .int16), (.literal(.number), .int32), (.literal(.number), .int64), (.literal(.number), .decimal),
      (.literal(.number), .double), (.literal(.number), .float):
      return value
    case (.column, .text) where isText(value): return value
    case (.call(.currentTimestamp, _), .timestamp): return value
    case (.call(.currentTimestamp, _), .date): return .call(.currentDate, [])
    case (.call(.randomUUID, _), .text): return value
    default: return .cast(value, target)
    }
  }

  private func isText(_ value: SQLExpression) -> Bool {
    switch type(of: value) {
    case .text, .paddedText: true
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .bytes, .uuid, .date, .time, .timestamp, .interval, .json,
      .enumeration, .array, .other, nil:
      false
    }
  }
}
