// What the formatter asks of an expression before it chooses a layout for the statement that it stands in.

/// How loosely an operator binds, as far as line breaks go: looser ones break first.
enum PythonLooseness: Int, Comparable {
  case none, attribute, power, inversion, product, sum, shift, bitAnd, bitXor, bitOr, comparison, boolean, conditional

  static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}

extension PythonBinary {
  var looseness: PythonLooseness {
    switch self {
    case .add, .subtract: .sum
    case .multiply, .divide, .floorDivide, .remainder: .product
    case .power: .power
    case .bitAnd: .bitAnd
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    case .shiftLeft, .shiftRight: .shift
    }
  }
}

/// Brackets that belong to an expression.
enum PythonBrackets { case empty, filled }

extension PythonExpr {
  /// The brackets that the expression ends with or consists of, without parentheses around it.
  var ownBrackets: PythonBrackets? {
    switch kind {
    case .comprehension, .subscript: .filled
    case .list(let items), .set(let items), .tuple(let items): items.isEmpty ? .empty : .filled
    case .dict(let entries): entries.isEmpty ? .empty : .filled
    case .call(_, let arguments): arguments.isEmpty ? .empty : .filled
    case .name, .constant, .number, .string, .quoted, .formatted, .attribute, .slice, .lambda, .unary, .binary, .compare, .boolean,
      .conditional, .await, .yield, .yieldFrom, .walrus, .starred, .bound, .parenthesized:
      nil
    }
  }

  /// The same, where parentheses around count.
  var brackets: PythonBrackets? { isParenthesized ? .filled : ownBrackets }

  /// Whether the expression has a place to break.
  var isSplittable: Bool {
    switch kind {
    case .walrus, .name, .number, .constant, .quoted, .formatted, .slice: false
    case .compare, .binary, .boolean, .conditional, .subscript, .await, .comprehension, .yieldFrom, .bound: true
    case .tuple(let items), .list(let items), .set(let items): !items.isEmpty
    case .dict(let entries): !entries.isEmpty
    case .unary(_, let value): value.isSplittable
    case .yield(let value): value != nil
    case .call(let callee, let arguments): !arguments.isEmpty || callee.isParenthesized
    case .string(let string): string.parts.count > 1
    case .lambda(_, let value), .starred(let value), .attribute(let value, _): value.isParenthesized || value.isSplittable
    case .parenthesized(let inner): inner.isSplittable
    }
  }

  /// Whether the expression, as a target, breaks between brackets of its own.
  var breaksAsTarget: Bool {
    if case .tuple = kind { return true }
    return ownBrackets != nil
  }

  /// Whether a target has no need of parentheses around it.
  var isBracketedTarget: Bool { breaksAsTarget || isAttributeOfBrackets }

  private var isAttributeOfBrackets: Bool {
    switch kind {
    case .attribute(let value, _): value.brackets != nil || value.isAttributeOfBrackets
    case .subscript: true
    case .call(_, let arguments): !arguments.isEmpty
    default: false
    }
  }
}
