// Which expressions need parentheses where.

extension PythonExpr {
  var binding: PythonBinding {
    switch kind {
    case .yield, .yieldFrom, .starred, .slice: .yield
    case .walrus: .walrus
    case .lambda, .bound: .lambda
    case .conditional: .conditional
    case .boolean(let op, _): op == .or ? .or : .and
    case .unary(let op, _): op == .not ? .not : .unary
    case .compare: .comparison
    case .binary(_, let op, _): op.binding
    case .await: .await
    case .name, .constant, .number, .string, .quoted, .formatted, .attribute, .call, .subscript, .tuple, .list, .set, .dict,
      .comprehension, .parenthesized:
      .primary
    }
  }

  package var parenthesized: PythonExpr {
    if case .parenthesized = kind { return self }
    return PythonExpr(.parenthesized(self))
  }

  var isParenthesized: Bool { if case .parenthesized = kind { true } else { false } }

  /// The expression without parentheses around it.
  var bare: PythonExpr { if case .parenthesized(let inner) = kind { inner.bare } else { self } }

  func atLeast(_ binding: PythonBinding) -> PythonExpr { self.binding < binding ? parenthesized : self }

  func above(_ binding: PythonBinding) -> PythonExpr { self.binding <= binding ? parenthesized : self }

  /// An element of a display, which may be unpacked.
  var element: PythonExpr { if case .starred = kind { self } else { above(.walrus) } }

  /// An item of a subscript, which may be a slice.
  var index: PythonExpr { if case .slice = kind { self } else { element } }

  /// An operand: a string of several parts stands in parentheses there, or it would read as part of the operator's own lines.
  var operand: PythonExpr { if case .string(let string) = kind, string.parts.count > 1 { parenthesized } else { self } }

  /// What stands before `.name`, `(…)` or `[…]`.
  var head: PythonExpr {
    if case .number = kind { return parenthesized }
    return atLeast(.primary).operand
  }
}

extension PythonArgument {
  var guarded: PythonArgument {
    switch self {
    case .positional(let value): .positional(value.binding == .yield ? value.parenthesized : value)
    case .keyword(let name, let value): .keyword(name, value.above(.walrus))
    case .star(let value): .star(value.above(.walrus))
    case .doubleStar(let value): .doubleStar(value.above(.walrus))
    }
  }
}

extension PythonExpr.Kind {
  /// The same with parentheses where a part would bind otherwise.
  var guarded: Self {
    switch self {
    case .name, .constant, .number, .string, .quoted, .formatted, .comprehension, .dict, .parenthesized: return self
    case .attribute(let value, let name): return .attribute(value.head, name)
    case .call(let callee, let arguments): return .call(callee.head, arguments.map(\.guarded))
    case .subscript(let value, let items): return .subscript(value.head, items.map(\.index))
    case .slice(let lower, let upper, let step):
      return .slice(lower?.above(.walrus), upper?.above(.walrus), step: step?.above(.walrus))
    case .tuple(let items): return .tuple(items.map(\.element))
    case .list(let items): return .list(items.map(\.element))
    case .set(let items): return .set(items.map(\.element))
    case .lambda(let parameters, let body): return .lambda(parameters, body.above(.walrus))
    case .unary(let op, let value):
      // ruff wants the parentheses of `-(a ** b)`, which Python does not.
      return .unary(op, value.binding == .power ? value.parenthesized : value.atLeast(op == .not ? .not : .unary).operand)
    case .binary(let left, .power, let right):
      return .binary(left.atLeast(.await).operand, .power, right.atLeast(.unary).operand)
    case .binary(let left, let op, let right):
      return .binary(left.atLeast(op.binding).operand, op, right.above(op.binding).operand)
    case .compare(let left, let rest): return .compare(left.atLeast(.bitOr).operand, rest)
    case .boolean(let op, let values):
      return .boolean(op, values.map { $0.above(op == .or ? .or : .and).operand })
    case .conditional(let value, let test, let otherwise):
      return .conditional(value.atLeast(.or).operand, if: test.atLeast(.or).operand, else: otherwise.above(.walrus).operand)
    case .await(let value): return .await(value.atLeast(.primary))
    case .yield(let value): return .yield(value?.element)
    case .yieldFrom(let value): return .yieldFrom(value.above(.walrus))
    case .walrus(let name, let value): return .walrus(name, value.above(.walrus))
    case .starred(let value): return .starred(value.atLeast(.bitOr).operand)
    case .bound(let value, let name): return .bound(value.atLeast(.bitOr), name)
    }
  }
}
