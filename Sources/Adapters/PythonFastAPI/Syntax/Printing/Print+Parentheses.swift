import SpecWriting

extension PythonPrinter {
  /// What an expression asks of the statement that it stands in.
  enum Need {
    /// Parentheses if it takes several lines.
    case multiline
    case always
    /// Parentheses if they make it fit: it has no place to break.
    case ifTheyHelp
    case never
  }

  /// What a statement does about an expression without parentheses.
  enum Wish {
    /// Keeps parentheses that are there.
    case optional
    case ifBroken
    /// Also where the expression has no place to break.
    case ifBrokenOrLong
  }

  /// Where an expression stands, as far as subscripts ask.
  enum Position: Equatable {
    case ordinary, pattern
    case result(hasParameters: Bool)
  }

  /// An expression directly in a statement, in parentheses where the statement wants them.
  func formatOptional(_ expression: PythonExpr, _ wish: Wish, at position: Position = .ordinary) -> Document {
    if wish == .optional, expression.isParenthesized { return format(expression, .always) }
    let inner = expression.bare
    let need = need(of: inner, position)
    if case .always = need { return format(inner, .always) }
    if level.isParenthesized { return format(inner, .never) }
    switch (need, wish) {
    case (.never, _), (.always, _), (.ifTheyHelp, .optional): return format(inner, .never)
    case (.multiline, _), (.ifTheyHelp, .ifBrokenOrLong):
      let content = { self.format(inner, .never) }
      let mayOmit = PythonBracketSearch.mayOmitParentheses(inner, isPattern: position == .pattern)
      return mayOmit ? optionalParentheses(content) : parenthesesIfBroken(content)
    case (.ifTheyHelp, .ifBroken):
      let group = newGroup()
      return parenthesesIfTheyHelp(group, at(.expression(group)) { format(inner, .never) })
    }
  }

  func need(of expression: PythonExpr, _ position: Position = .ordinary) -> Need {
    switch expression.kind {
    case .boolean, .binary, .compare, .conditional, .lambda, .walrus, .bound: .multiline
    case .name, .number, .constant, .quoted, .formatted: .ifTheyHelp
    case .string(let string): string.parts.count > 1 ? .multiline : .ifTheyHelp
    case .attribute(let value, _), .call(let value, _):
      expression.isFluent ? .multiline : value.isParenthesized ? .never : need(of: value)
    case .subscript(let value, _): needOfSubscript(expression, value, position)
    case .unary(_, let value), .await(let value): value.isParenthesized ? .never : need(of: value)
    case .list, .set, .dict, .tuple, .comprehension, .starred, .slice, .yield, .yieldFrom: .never
    case .parenthesized(let inner): need(of: inner, position)
    }
  }

  private func needOfSubscript(_ expression: PythonExpr, _ value: PythonExpr, _ position: Position) -> Need {
    if expression.isFluent { return .multiline }
    if value.isParenthesized { return .never }
    let need = need(of: value)
    guard case .ifTheyHelp = need, case .result(let hasParameters) = position else { return need }
    return hasParameters ? .never : .multiline
  }
}
