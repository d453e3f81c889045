// Which expressions need parentheses where. Numbers are those of `RustOperator.precedence`, continued on both sides.

extension RustExpr {
  static let castPrecedence = 12
  private static let prefixPrecedence = 13
  private static let postfixPrecedence = 14

  var precedence: Int {
    switch kind {
    case .literal(let literal): literal.isNegative ? Self.prefixPrecedence : 15
    case .path, .macro, .structure, .parenthesized, .tuple, .array, .repeat, .block, .asyncBlock, .if, .match, .loop, .while,
      .for:
      15
    case .call, .method, .field, .await, .try, .index: Self.postfixPrecedence
    case .prefix, .reference: Self.prefixPrecedence
    case .cast: Self.castPrecedence
    case .binary(_, let op, _): op.precedence
    case .range: 2
    case .letCondition: RustOperator.and.precedence
    case .assign: 1
    case .closure, .return, .break, .continue: 0
    }
  }

  var parenthesized: RustExpr {
    if case .parenthesized = kind { return self }
    return RustExpr(.parenthesized(self))
  }

  /// The expression before `.name`, `?`, `.await`, `[…]` or, as a callee, `(…)`.
  ///
  /// Block-like expressions get parentheses too: at the start of a statement `match x {}.y` would end at the brace.
  func postfixOperand(isCallee: Bool = false) -> RustExpr {
    switch kind {
    case .if, .match, .loop, .while, .for, .block, .asyncBlock: return parenthesized
    case .field where isCallee: return parenthesized
    default: return precedence < Self.postfixPrecedence ? parenthesized : self
    }
  }

  var prefixOperand: RustExpr { precedence < Self.prefixPrecedence ? parenthesized : self }

  var rangeOperand: RustExpr { precedence <= 2 || isBlockLike ? parenthesized : self }

  var isCast: Bool {
    switch kind {
    case .cast: true
    case .binary(_, _, let right): right.isCast
    default: false
    }
  }

  /// Whether text after the expression would be taken into it: a closure's body, a `return` value.
  var endsOpen: Bool {
    switch kind {
    case .closure, .return, .break, .range: true
    case .binary(_, _, let right), .prefix(_, let right), .reference(_, let right): right.endsOpen
    default: false
    }
  }

  /// The one expression of a block that holds nothing else, however deep; other expressions as they are.
  var unblocked: RustExpr {
    guard case .block(let block) = kind, let inner = block.simpleExpression else { return self }
    return inner.unblocked
  }

  /// Whether `let … else` takes the expression only in parentheses: for its last brace, or for its `&&` and `||`.
  var hidesElse: Bool {
    if case .binary(_, .and, _) = kind { return true }
    if case .binary(_, .or, _) = kind { return true }
    return endsWithBrace
  }

  private var endsWithBrace: Bool {
    switch kind {
    case .block, .asyncBlock, .if, .match, .loop, .while, .for, .structure: true
    case .prefix(_, let value), .reference(_, let value), .binary(_, _, let value), .assign(_, _, let value),
      .letCondition(_, let value):
      value.endsWithBrace
    case .range(_, let end, _): end?.endsWithBrace == true
    case .return(let value), .break(let value): value?.endsWithBrace == true
    case .closure: true
    case .literal, .path, .call, .method, .field, .await, .try, .macro, .cast, .index, .parenthesized, .tuple, .array,
      .repeat, .continue:
      false
    }
  }

  /// Whether the expression is a statement without a semicolon.
  var isBlockLike: Bool {
    switch kind {
    case .if, .match, .loop, .while, .for, .block: true
    default: false
    }
  }
}
