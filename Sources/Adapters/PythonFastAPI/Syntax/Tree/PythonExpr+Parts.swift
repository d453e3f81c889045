extension PythonExpr {
  /// Whether the expression is a name, or a member of a member of one.
  var isPath: Bool {
    switch kind {
    case .name: true
    case .attribute(let base, _): base.isPath
    case .constant, .number, .string, .formatted, .call, .subscript, .slice, .tuple, .list, .set, .dict, .comprehension, .lambda,
      .unary, .binary, .compare, .boolean, .conditional, .await, .yield, .yieldFrom, .walrus, .starred, .bound, .quoted,
      .parenthesized:
      false
    }
  }

  /// Whether the expression names a local anywhere inside.
  func names(_ local: String) -> Bool {
    if case .name(let symbol) = kind, symbol.origin == .scope { return symbol.name.split(separator: ".").first == local[...] }
    return parts.contains { $0.names(local) }
  }

  /// The expressions that this one is made of, in order.
  private var parts: [PythonExpr] {
    switch kind {
    case .name, .constant, .number, .string, .yield(nil): []
    case .quoted(let inner), .attribute(let inner, _), .unary(_, let inner), .await(let inner), .yield(let inner?),
      .yieldFrom(let inner),
      .walrus(_, let inner), .starred(let inner), .bound(let inner, _), .parenthesized(let inner), .lambda(_, let inner):
      [inner]
    case .formatted(let pieces): pieces.compactMap { if case .value(let value, _, _) = $0 { value } else { nil } }
    case .call(let head, let arguments): [head] + arguments.map(\.value)
    case .subscript(let head, let items): [head] + items
    case .slice(let lower, let upper, let step): [lower, upper, step].compactMap { $0 }
    case .tuple(let items), .list(let items), .set(let items), .boolean(_, let items): items
    case .dict(let entries): entries.flatMap { [$0.key, $0.value].compactMap { $0 } }
    case .comprehension(let comprehension):
      [comprehension.element] + comprehension.clauses.flatMap { [$0.target, $0.values] + $0.conditions }
    case .binary(let left, _, let right): [left, right]
    case .compare(let first, let others): [first] + others.map(\.value)
    case .conditional(let value, let test, let otherwise): [value, test, otherwise]
    }
  }
}

extension PythonArgument {
  fileprivate var value: PythonExpr {
    switch self {
    case .positional(let value), .keyword(_, let value), .star(let value), .doubleStar(let value): value
    }
  }
}
