internal import SpecIR
internal import SpecSource

/// Operands: literals, names, calls and everything in parentheses.
extension Parser {
  mutating func primary() throws(SyntaxError) -> ExpressionSyntax {
    let first = index
    let token = current
    switch token.kind {
    case .number:
      advance()
      return ExpressionSyntax(kind: .number(token.text), range: range(from: first))
    case .string:
      advance()
      return ExpressionSyntax(kind: .string(token.text), range: range(from: first))
    case .blob:
      advance()
      return ExpressionSyntax(kind: .blob(token.text), range: range(from: first))
    case .symbol where token.text == "(": return try parenthesized(first)
    case .word: return try word(token, first)
    case .quotedName: return try nameOrCall(first)
    case .symbol, .parameter, .end: throw unexpected("an expression")
    }
  }

  private mutating func parenthesized(_ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    try expectSymbol("(")
    if isAt("SELECT") || isAt("WITH") {
      try skipBalanced()
      return ExpressionSyntax(kind: .subquery, range: range(from: first))
    }
    let items = try list { (parser) throws(SyntaxError) in try parser.expression() }
    try expectSymbol(")")
    // Parentheses say nothing more once the tree is built; the place keeps them.
    guard items.count == 1 else { return ExpressionSyntax(kind: .row(items), range: range(from: first)) }
    return ExpressionSyntax(kind: items[0].kind, range: range(from: first))
  }

  private mutating func word(_ token: Token, _ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    switch token.keyword {
    case "NULL": return constant(.null, first)
    case "TRUE": return constant(.boolean(true), first)
    case "FALSE": return constant(.boolean(false), first)
    case "DEFAULT": return constant(.defaultValue, first)
    case "CASE": return try conditional(first)
    case "CAST": return try castCall(first)
    case "EXISTS":
      advance()
      try expectSymbol("(")
      try skipBalanced()
      return ExpressionSyntax(kind: .subquery, range: range(from: first))
    case "ARRAY" where isAtSymbol("[", ahead: 1): return try arrayConstructor(first)
    case "ROW" where isAtSymbol("(", ahead: 1):
      advance()
      return try parenthesized(first)
    case "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME", "LOCALTIMESTAMP", "LOCALTIME", "CURRENT_USER", "SESSION_USER",
      "USER", "CURRENT_SCHEMA":
      advance()
      // A precision changes how many digits are kept, not what is meant.
      if takeSymbol("(") { try skipBalanced() }
      return ExpressionSyntax(
        kind: .call(token.text.lowercased(), [], hasParentheses: false), range: range(from: first))
    default:
      if self.token(ahead: 1).kind == .string, Self.typesBeforeStrings.contains(token.keyword), dialect == .postgres {
        return try typedString(first)
      }
      return try nameOrCall(first)
    }
  }

  /// Types that PostgreSQL lets stand before a constant: `date '2024-01-01'`.
  private static let typesBeforeStrings: Set<String> = [
    "DATE", "TIMESTAMP", "TIMESTAMPTZ", "TIME", "INTERVAL", "UUID", "JSON", "JSONB", "BYTEA",
  ]

  private mutating func typedString(_ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    let type = try type()
    let text = try stringLiteral()
    let value = ExpressionSyntax(kind: .string(text.text), range: text.range)
    return ExpressionSyntax(kind: .cast(value, type), range: range(from: first))
  }

  private mutating func constant(_ kind: ExpressionSyntax.Kind, _ first: Int) -> ExpressionSyntax {
    advance()
    return ExpressionSyntax(kind: kind, range: range(from: first))
  }

  private mutating func nameOrCall(_ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    var names = [current.kind == .word && isAtSymbol("(", ahead: 1) ? try anyName() : try name()]
    while takeSymbol(".") {
      if takeSymbol("*") { return ExpressionSyntax(kind: .star, range: range(from: first)) }
      names.append(try anyName())
    }
    guard takeSymbol("(") else { return ExpressionSyntax(kind: .column(names), range: range(from: first)) }
    // `pg_catalog.now()` and `extensions.uuid_generate_v4()` are told by their last name.
    let called = names[names.count - 1].text.lowercased()
    let arguments = try callArguments(of: called)
    if isAt("FILTER") || isAt("OVER") { throw unexpected("no window in an expression") }
    return ExpressionSyntax(kind: .call(called, arguments, hasParentheses: true), range: range(from: first))
  }

  private mutating func callArguments(of function: String) throws(SyntaxError) -> [ExpressionSyntax] {
    if takeSymbol(")") { return [] }
    _ = take("DISTINCT") || take("ALL") || take("VARIADIC")
    if isAtSymbol("*") {
      let star = index
      advance()
      try expectSymbol(")")
      return [ExpressionSyntax(kind: .star, range: range(from: star))]
    }
    if function == "trim" {
      _ = take("BOTH")
      _ = take("FROM")
    }
    var arguments: [ExpressionSyntax] = []
    repeat { arguments.append(try expression()) } while takeArgumentSeparator()
    try expectSymbol(")")
    return arguments
  }

  /// A comma, or a keyword of SQL's own call forms: `substring(x FROM 1 FOR 2)`.
  private mutating func takeArgumentSeparator() -> Bool {
    takeSymbol(",") || take("FROM") || take("FOR")
  }

  private mutating func castCall(_ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    try expect("CAST")
    try expectSymbol("(")
    let value = try expression()
    try expect("AS")
    let type = try type()
    try expectSymbol(")")
    return ExpressionSyntax(kind: .cast(value, type), range: range(from: first))
  }

  private mutating func conditional(_ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    try expect("CASE")
    let operand = isAt("WHEN") ? nil : try expression()
    var branches: [(ExpressionSyntax, ExpressionSyntax)] = []
    while take("WHEN") {
      let condition = try expression()
      try expect("THEN")
      branches.append((condition, try expression()))
    }
    let otherwise = take("ELSE") ? try expression() : nil
    try expect("END")
    return ExpressionSyntax(
      kind: .conditional(operand: operand, branches, otherwise: otherwise), range: range(from: first))
  }

  private mutating func arrayConstructor(_ first: Int) throws(SyntaxError) -> ExpressionSyntax {
    try expect("ARRAY")
    try expectSymbol("[")
    let items = isAtSymbol("]") ? [] : try list { (parser) throws(SyntaxError) in try parser.expression() }
    try expectSymbol("]")
    return ExpressionSyntax(kind: .array(items), range: range(from: first))
  }
}
