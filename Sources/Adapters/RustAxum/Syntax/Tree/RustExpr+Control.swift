// Control flow. A condition or a scrutinee may not show a struct literal (`if x == User { … } {`): it gets parentheses.

extension RustExpr {
  package static func `if`(_ condition: RustExpr, @RustBlockBuilder _ then: () -> RustBlock) -> Self {
    RustExpr(.if(condition: condition.asCondition, then: then(), else: nil))
  }

  package static func `if`(
    _ condition: RustExpr, @RustBlockBuilder _ then: () -> RustBlock, @RustBlockBuilder otherwise: () -> RustBlock
  ) -> Self {
    RustExpr(.if(condition: condition.asCondition, then: then(), else: .block(otherwise())))
  }

  /// `if … {} else if …`: the last part is an `if` again.
  package static func `if`(_ condition: RustExpr, @RustBlockBuilder _ then: () -> RustBlock, elseIf next: RustExpr) -> Self {
    guard case .if = next.kind else {
      return RustExpr(.if(condition: condition.asCondition, then: then(), else: .block([.tail(next)])))
    }
    return RustExpr(.if(condition: condition.asCondition, then: then(), else: next))
  }

  /// `let pattern = value` as a condition of `if` or `while`.
  package static func `let`(_ pattern: RustPattern, _ value: RustExpr) -> Self {
    RustExpr(.letCondition(pattern, value.precedence <= RustOperator.and.precedence ? value.parenthesized : value.asCondition))
  }

  package static func match(_ value: RustExpr, _ arms: [RustArm]) -> Self {
    RustExpr(.match(value.asCondition, arms.map(\.normalized)))
  }

  package static func match(_ value: RustExpr, @RustArmBuilder _ arms: () -> [RustArm]) -> Self {
    .match(value, arms())
  }

  package static func loop(@RustBlockBuilder _ body: () -> RustBlock) -> Self { RustExpr(.loop(body())) }

  package static func `while`(_ condition: RustExpr, @RustBlockBuilder _ body: () -> RustBlock) -> Self {
    RustExpr(.while(condition.asCondition, body()))
  }

  package static func `for`(_ pattern: RustPattern, in value: RustExpr, @RustBlockBuilder _ body: () -> RustBlock) -> Self {
    RustExpr(.for(pattern, in: value.asCondition, body()))
  }

  /// The expression as a condition or scrutinee.
  ///
  /// The operands of `&&` get parentheses each: a `let` among them may stand in none.
  var asCondition: RustExpr {
    guard showsStructLiteral else { return self }
    if case .binary(let left, .and, let right) = kind { return RustExpr(.binary(left.asCondition, .and, right.asCondition)) }
    if case .letCondition(let pattern, let value) = kind { return RustExpr(.letCondition(pattern, value.asCondition)) }
    return parenthesized
  }

  /// Whether a struct literal stands where its brace could be taken for a block's.
  private var showsStructLiteral: Bool {
    switch kind {
    case .structure: true
    case .method(let value, _, _, _), .field(let value, _), .await(let value), .try(let value), .index(let value, _),
      .call(let value, _), .prefix(_, let value), .reference(_, let value), .cast(let value, _), .letCondition(_, let value):
      value.showsStructLiteral
    case .binary(let left, _, let right), .assign(let left, _, let right): left.showsStructLiteral || right.showsStructLiteral
    case .range(let start, let end, _): start?.showsStructLiteral == true || end?.showsStructLiteral == true
    case .closure(let closure): closure.body.showsStructLiteral
    case .return(let value), .break(let value): value?.showsStructLiteral == true
    case .literal, .path, .macro, .block, .asyncBlock, .if, .match, .loop, .while, .for, .parenthesized, .tuple, .array,
      .repeat, .continue:
      false
    }
  }
}

extension RustArm {
  /// rustfmt takes the braces off a body that is one expression, and sets them where it must.
  var normalized: RustArm {
    var copy = self
    copy.body = body.unblocked
    return copy
  }
}
