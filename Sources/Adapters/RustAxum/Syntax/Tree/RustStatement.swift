/// A statement, or what may stand between statements.
package enum RustStatement: Sendable {
  case `let`(RustLet)
  /// An expression with `;`, which is left out behind `if`, `match`, loops and blocks.
  case expr(RustExpr)
  /// The value of the block: an expression without `;`.
  case tail(RustExpr)
  case item(RustItem)
  /// A line comment. Each line of the text becomes one `//` line; no text can leave it.
  case comment(String)
  /// An empty line. Of several in a row a block keeps one, and none at its ends.
  case blank
  /// Lines that are written already, without indent: for macros whose arguments are no expressions, such as
  /// `tracing::info!(user.id = %id, "created");`. rustfmt leaves those alone if the indent is right. Trusted text only.
  case raw(String)
}

extension RustStatement {
  var isBlank: Bool { if case .blank = self { true } else { false } }
}

/// `let pattern: type = value else { … };`
package struct RustLet: Sendable {
  package var pattern: RustPattern
  package var type: RustType?
  package var value: RustExpr?
  package var otherwise: RustBlock?

  package init(_ pattern: RustPattern, _ type: RustType? = nil, _ value: RustExpr? = nil, else otherwise: RustBlock? = nil) {
    self.pattern = pattern
    self.type = type
    self.value = otherwise != nil && value?.hidesElse == true ? value?.parenthesized : value
    self.otherwise = otherwise
  }
}

extension RustStatement {
  /// `let name = value;`
  package static func `let`(_ pattern: RustPattern, _ value: RustExpr) -> Self { .let(RustLet(pattern, nil, value)) }

  /// `let name: type = value;`
  package static func `let`(_ pattern: RustPattern, _ type: RustType, _ value: RustExpr) -> Self {
    .let(RustLet(pattern, type, value))
  }

  /// `let pattern = value else { … };`
  package static func `let`(
    _ pattern: RustPattern, _ value: RustExpr, @RustBlockBuilder else otherwise: () -> RustBlock
  ) -> Self {
    .let(RustLet(pattern, nil, value, else: otherwise()))
  }
}

/// Statements between braces.
package struct RustBlock: Sendable, ExpressibleByArrayLiteral {
  /// The statements, without empty lines at either end or side by side.
  package let statements: [RustStatement]

  package init(_ statements: [RustStatement] = []) {
    var kept: [RustStatement] = []
    for statement in statements where !statement.isBlank || kept.last?.isBlank == false { kept.append(statement) }
    if kept.last?.isBlank == true { kept.removeLast() }
    self.statements = kept
  }

  package init(arrayLiteral statements: RustStatement...) { self.init(statements) }
  package init(@RustBlockBuilder _ statements: () -> RustBlock) { self = statements() }

  var isEmpty: Bool { statements.isEmpty }

  /// The one expression that the block consists of.
  var simpleExpression: RustExpr? {
    guard statements.count == 1 else { return nil }
    switch statements[0] {
    case .tail(let expression): return expression
    case .expr(let expression) where expression.isBlockLike: return expression
    case .expr, .let, .item, .comment, .blank, .raw: return nil
    }
  }
}

/// Builds a block from statements; a bare expression at the end is its value, elsewhere a statement.
@resultBuilder
package enum RustBlockBuilder {
  package enum Part {
    case statement(RustStatement)
    case expression(RustExpr)
    case many([Part])
  }

  package static func buildExpression(_ statement: RustStatement) -> Part { .statement(statement) }
  package static func buildExpression(_ expression: RustExpr) -> Part { .expression(expression) }
  /// Takes in the statements of another block.
  package static func buildExpression(_ block: RustBlock) -> Part { .many(block.statements.map(Part.statement)) }
  package static func buildExpression(_ statements: [RustStatement]) -> Part { .many(statements.map(Part.statement)) }
  package static func buildBlock(_ parts: Part...) -> Part { .many(parts) }
  package static func buildOptional(_ part: Part?) -> Part { part ?? .many([]) }
  package static func buildEither(first: Part) -> Part { first }
  package static func buildEither(second: Part) -> Part { second }
  package static func buildArray(_ parts: [Part]) -> Part { .many(parts) }

  package static func buildFinalResult(_ part: Part) -> RustBlock {
    let parts = flattened(part)
    return RustBlock(
      parts.enumerated().map { index, part in
        switch part {
        case .statement(let statement): statement
        case .expression(let expression): index == parts.count - 1 ? .tail(expression) : .expr(expression)
        case .many: .blank  // flattened away
        }
      })
  }

  private static func flattened(_ part: Part) -> [Part] {
    if case .many(let parts) = part { return parts.flatMap(flattened) }
    return [part]
  }
}

/// Builds the arms of a `match`.
@resultBuilder
package enum RustArmBuilder {
  package static func buildExpression(_ arm: RustArm) -> [RustArm] { [arm] }
  package static func buildExpression(_ arms: [RustArm]) -> [RustArm] { arms }
  package static func buildBlock(_ arms: [RustArm]...) -> [RustArm] { arms.flatMap { $0 } }
  package static func buildOptional(_ arms: [RustArm]?) -> [RustArm] { arms ?? [] }
  package static func buildEither(first: [RustArm]) -> [RustArm] { first }
  package static func buildEither(second: [RustArm]) -> [RustArm] { second }
  package static func buildArray(_ arms: [[RustArm]]) -> [RustArm] { arms.flatMap { $0 } }
}
