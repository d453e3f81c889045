/// A Rust expression.
///
/// Build it with the static factories and the methods (`RustExpr.path(.pool).call("acquire").await.try`): they put in the
/// parentheses that precedence asks for, so that no text of the result can be read otherwise than the tree says.
package struct RustExpr: Sendable {
  let node: Node

  /// A shared node. The printer remembers what it tried for each node by identity, which keeps its work polynomial.
  final class Node: Sendable {
    let kind: Kind
    init(_ kind: Kind) { self.kind = kind }
  }

  indirect enum Kind: Sendable {
    case literal(RustLiteral)
    case path(RustPath)
    case call(RustExpr, [RustExpr])
    case method(RustExpr, name: String, turbofish: [RustType], [RustExpr])
    case field(RustExpr, String)
    case await(RustExpr)
    case `try`(RustExpr)
    case macro(RustMacro)
    case structure(RustPath, [FieldValue], base: RustExpr?)
    case closure(RustClosure)
    case block(RustBlock)
    case asyncBlock(isMove: Bool, RustBlock)
    case `if`(condition: RustExpr, then: RustBlock, else: RustExpr?)
    case match(RustExpr, [RustArm])
    case loop(RustBlock)
    case `while`(RustExpr, RustBlock)
    case `for`(RustPattern, in: RustExpr, RustBlock)
    /// `let pattern = value`, as a condition.
    case letCondition(RustPattern, RustExpr)
    case prefix(String, RustExpr)
    case reference(isMutable: Bool, RustExpr)
    case binary(RustExpr, RustOperator, RustExpr)
    case assign(RustExpr, operator: String, RustExpr)
    case cast(RustExpr, RustType)
    case range(RustExpr?, RustExpr?, isClosed: Bool)
    case index(RustExpr, RustExpr)
    case parenthesized(RustExpr)
    case tuple([RustExpr])
    case array([RustExpr])
    /// `[value; count]`, with a count that is a name or a number.
    case `repeat`(RustExpr, count: RustExpr)
    case `return`(RustExpr?)
    case `break`(RustExpr?)
    case `continue`
  }

  /// One field of a struct literal; without a value the field takes the variable of its own name.
  package struct FieldValue: Sendable, ExpressibleByStringLiteral {
    package var name: String
    package var value: RustExpr?

    package init(_ name: String, _ value: RustExpr? = nil) {
      self.name = name
      self.value = value
    }

    package init(stringLiteral name: String) { self.init(name) }
  }

  init(_ kind: Kind) { node = Node(kind) }

  var kind: Kind { node.kind }
}

/// Binary operators by meaning; the raw value is the token.
package enum RustOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case bitAnd = "&"
  case bitOr = "|"
  case bitXor = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case and = "&&"
  case or = "||"
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// How tightly the operator binds, from the Rust reference; a higher number binds tighter.
  var precedence: Int {
    switch self {
    case .multiply, .divide, .remainder: 11
    case .add, .subtract: 10
    case .shiftLeft, .shiftRight: 9
    case .bitAnd: 8
    case .bitXor: 7
    case .bitOr: 6
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 5
    case .and: 4
    case .or: 3
    }
  }

  var isComparison: Bool { precedence == 5 }
}

/// A macro that is written like a call. rustfmt formats its arguments as expressions, and adds no trailing comma.
package struct RustMacro: Sendable {
  package enum Delimiter: Sendable { case parentheses, brackets }

  package var path: RustPath
  package var delimiter: Delimiter
  package var arguments: [RustExpr]
  /// `vec![value; count]`
  package var isRepeat: Bool

  package init(_ path: RustPath, _ arguments: [RustExpr], delimiter: Delimiter = .parentheses, isRepeat: Bool = false) {
    self.path = path
    self.delimiter = delimiter
    self.arguments = arguments
    self.isRepeat = isRepeat
  }
}

/// A closure. Its body is an expression; rustfmt decides about the braces around a single expression, so none are kept.
package struct RustClosure: Sendable {
  /// A parameter: a name, `_`, a reference or a tuple of those. Patterns with braces are for `let`: rustfmt aligns them
  /// with the first parameter when they break, which this printer does not.
  package struct Parameter: Sendable, ExpressibleByStringLiteral {
    package var pattern: RustPattern
    package var type: RustType?

    package init(_ pattern: RustPattern, _ type: RustType? = nil) {
      self.pattern = pattern
      self.type = type
    }

    package init(stringLiteral name: String) { self.init(RustPattern(stringLiteral: name)) }
  }

  package var parameters: [Parameter]
  package var isMove: Bool
  package var isAsync: Bool
  package var body: RustExpr
}

/// One arm of `match`.
package struct RustArm: Sendable {
  package var pattern: RustPattern
  package var guardCondition: RustExpr?
  package var body: RustExpr

  package init(_ pattern: RustPattern, if guardCondition: RustExpr? = nil, _ body: RustExpr) {
    self.pattern = pattern
    self.guardCondition = guardCondition
    self.body = body
  }

  /// An arm whose body is a block of statements.
  package init(_ pattern: RustPattern, if guardCondition: RustExpr? = nil, @RustBlockBuilder _ body: () -> RustBlock) {
    self.init(pattern, if: guardCondition, .block(body()))
  }
}
