internal import SpecIR
internal import SpecSource

/// Expressions, by precedence climbing (PostgreSQL §4.1.6; SQLite's table of operators).
extension Parser {
  mutating func expression() throws(SyntaxError) -> ExpressionSyntax { try expression(above: .lowest) }

  /// How tightly an operator binds.
  enum Precedence: Int, Comparable {
    case lowest, or, and, not, comparison, range, other, additive, multiplicative, power, prefix

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Reads an expression whose operators bind more tightly than `level`.
  mutating func expression(above level: Precedence) throws(SyntaxError) -> ExpressionSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep }
    let first = index
    var left = try prefixed()
    while let next = try infix(left, first, above: level) {
      // A chain of operators is as deep as it is long.
      guard next.height <= Self.maximumHeight else { throw tooDeep }
      left = next
    }
    return left
  }

  private var tooDeep: SyntaxError {
    SyntaxError(
      message: "expression is nested too deeply", range: range(of: current),
      hint: "Split it: \(Self.maximumDepth) parentheses and \(Self.maximumHeight) operators in a row are read.")
  }

  private mutating func prefixed() throws(SyntaxError) -> ExpressionSyntax {
    let first = index
    if take("NOT") {
      let operand = try expression(above: .and)
      return ExpressionSyntax(kind: .prefix("NOT", operand), range: range(from: first))
    }
    for symbol in ["-", "+", "~"] where takeSymbol(symbol) {
      let operand = try expression(above: .power)
      return ExpressionSyntax(kind: .prefix(symbol, operand), range: range(from: first))
    }
    return try postfixed(try primary(), first)
  }

  /// Reads what binds most tightly: `::type`, `[index]`, `COLLATE name`.
  private mutating func postfixed(_ operand: ExpressionSyntax, _ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    var operand = operand
    while true {
      guard operand.height <= Self.maximumHeight else { throw tooDeep }
      if takeSymbol("::") {
        operand = ExpressionSyntax(kind: .cast(operand, try type()), range: range(from: first))
      } else if take("COLLATE") {
        let collation = try qualifiedName().name
        operand = ExpressionSyntax(kind: .collate(operand, collation), range: range(from: first))
      } else if dialect == .postgres, takeSymbol("[") {
        let subscriptIndex = try expression()
        try expectSymbol("]")
        operand = ExpressionSyntax(
          kind: .call("array_subscript", [operand, subscriptIndex], hasParentheses: true), range: range(from: first))
      } else if isAt(sequence: ["AT", "TIME", "ZONE"]) {
        index += 3
        let zone = try primary()
        operand = ExpressionSyntax(kind: .atTimeZone(operand, zone), range: range(from: first))
      } else {
        return operand
      }
    }
  }

  /// Reads one operator and its right side, or nothing where none binds tightly enough.
  private mutating func infix(
    _ left: ExpressionSyntax, _ first: Int, above level: Precedence
  ) throws(SyntaxError) -> ExpressionSyntax? {
    if let (symbol, precedence) = symbolicOperator() {
      guard precedence > level else { return nil }
      advance()
      if isAt("ANY") || isAt("ALL") || isAt("SOME") { return try quantified(symbol, left, first) }
      let right = try expression(above: precedence)
      return ExpressionSyntax(kind: .infix(symbol, left, right), range: range(from: first))
    }
    switch current.keyword {
    case "OR" where level < .or: return try logical("OR", left, first, .or)
    case "AND" where level < .and: return try logical("AND", left, first, .and)
    case "IS" where level < .comparison: return try isPredicate(left, first)
    case "ISNULL" where level < .comparison, "NOTNULL" where level < .comparison:
      let negated = advance().keyword == "NOTNULL"
      return ExpressionSyntax(kind: .isNull(left, negated: negated), range: range(from: first))
    case "NOT", "IN", "BETWEEN", "LIKE", "ILIKE", "GLOB", "REGEXP", "MATCH", "SIMILAR":
      guard level < .range else { return nil }
      return try rangePredicate(left, first)
    default: return nil
    }
  }

  private func symbolicOperator() -> (String, Precedence)? {
    guard current.kind == .symbol else { return nil }
    let symbol = current.text
    switch symbol {
    case "=", "==", "<>", "!=", "<", "<=", ">", ">=": return (symbol, .comparison)
    case "+", "-": return (symbol, .additive)
    case "*", "/", "%": return (symbol, .multiplicative)
    case "^": return (symbol, .power)
    case "(", ")", "[", "]", ",", ";", ".", ":", "::", ":=", "$": return nil
    // SQLite's `||` binds more tightly than arithmetic.
    case "||": return (symbol, dialect == .sqlite ? .power : .other)
    default: return (symbol, .other)
    }
  }

  private mutating func logical(
    _ keyword: String, _ left: ExpressionSyntax, _ first: Int, _ precedence: Precedence
  ) throws(SyntaxError) -> ExpressionSyntax {
    advance()
    let right = try expression(above: precedence)
    return ExpressionSyntax(kind: .infix(keyword, left, right), range: range(from: first))
  }

  private mutating func isPredicate(_ left: ExpressionSyntax, _ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    try expect("IS")
    let negated = take("NOT")
    let kind: ExpressionSyntax.Kind
    if take("NULL") {
      kind = .isNull(left, negated: negated)
    } else if take("TRUE") {
      kind = .isTruth(left, true, negated: negated)
    } else if take("FALSE") {
      kind = .isTruth(left, false, negated: negated)
    } else if take("UNKNOWN") {
      kind = .isNull(left, negated: negated)
    } else if take("DISTINCT", "FROM") {
      kind = .isDistinct(left, try expression(above: .comparison), negated: negated)
    } else if dialect == .sqlite {
      // SQLite's `IS` compares any two values.
      kind = .isDistinct(left, try expression(above: .comparison), negated: !negated)
    } else {
      throw unexpected("`NULL`, `TRUE`, `FALSE` or `DISTINCT FROM`")
    }
    return ExpressionSyntax(kind: kind, range: range(from: first))
  }

  private mutating func rangePredicate(_ left: ExpressionSyntax, _ first: Int) throws(SyntaxError) -> ExpressionSyntax? {
    let negated = isAt("NOT")
    let words: Set<String> = ["IN", "BETWEEN", "LIKE", "ILIKE", "GLOB", "REGEXP", "MATCH", "SIMILAR"]
    if negated {
      if isAt("NULL", ahead: 1), dialect == .sqlite {
        index += 2
        return ExpressionSyntax(kind: .isNull(left, negated: true), range: range(from: first))
      }
      guard words.contains(token(ahead: 1).keyword) else { return nil }
      advance()
    }
    let word = advance().keyword
    switch word {
    case "IN":
      try expectSymbol("(")
      if isAt("SELECT") || isAt("WITH") {
        try skipBalanced()
        return ExpressionSyntax(kind: .subquery, range: range(from: first))
      }
      let items = isAtSymbol(")") ? [] : try list { (parser) throws(SyntaxError) in try parser.expression() }
      try expectSymbol(")")
      return ExpressionSyntax(kind: .inList(left, items, negated: negated), range: range(from: first))
    case "BETWEEN":
      _ = take("SYMMETRIC")
      let low = try expression(above: .range)
      try expect("AND")
      let high = try expression(above: .range)
      return ExpressionSyntax(kind: .between(left, low, high, negated: negated), range: range(from: first))
    default:
      if word == "SIMILAR" { try expect("TO") }
      let pattern = try expression(above: .range)
      let escape = take("ESCAPE") ? try expression(above: .range) : nil
      return ExpressionSyntax(
        kind: .match(word, left, pattern, escape: escape, negated: negated), range: range(from: first))
    }
  }

  private mutating func quantified(
    _ symbol: String, _ left: ExpressionSyntax, _ first: Int
  ) throws(SyntaxError) -> ExpressionSyntax {
    let all = advance().keyword == "ALL"
    try expectSymbol("(")
    if isAt("SELECT") || isAt("WITH") {
      try skipBalanced()
      return ExpressionSyntax(kind: .subquery, range: range(from: first))
    }
    let right = try expression()
    try expectSymbol(")")
    return ExpressionSyntax(kind: .quantified(symbol, left, all: all, right), range: range(from: first))
  }

  /// Skips to behind the parenthesis that closes the one just taken.
  mutating func skipBalanced() throws(SyntaxError) {
    var open = 1
    while open > 0 {
      guard !isAtEnd else { throw unexpected("`)`") }
      let token = advance()
      guard token.kind == .symbol else { continue }
      if token.text == "(" { open += 1 }
      if token.text == ")" { open -= 1 }
    }
  }
}
