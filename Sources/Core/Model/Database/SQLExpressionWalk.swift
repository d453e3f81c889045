extension SQLExpression {
  /// The expressions directly inside this one, in order of writing.
  public var children: [SQLExpression] {
    switch self {
    case .literal, .column, .verbatim: []
    case .not(let operand), .negate(let operand), .isNull(let operand, _), .cast(let operand, _): [operand]
    case .binary(_, let left, let right): [left, right]
    case .inList(let operand, let items, _): [operand] + items
    case .between(let operand, let low, let high, _): [operand, low, high]
    case .like(let operand, let pattern, _, _), .matches(let operand, let pattern, _, _), .glob(let operand, let pattern, _):
      [operand, pattern]
    case .call(_, let arguments): arguments
    case .conditional(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
    }
  }

  /// The columns that the expression reads, each once, in order of first use.
  public var columns: [String] {
    var found: [String] = []
    var seen: Set<String> = []
    collectColumns(into: &found, &seen)
    return found
  }

  private func collectColumns(into found: inout [String], _ seen: inout Set<String>) {
    switch self {
    case .column(let name): if seen.insert(name).inserted { found.append(name) }
    case .verbatim(_, let names): for name in names where seen.insert(name).inserted { found.append(name) }
    case .literal, .not, .negate, .binary, .isNull, .inList, .between, .like, .matches, .glob, .cast, .call, .conditional:
      for child in children { child.collectColumns(into: &found, &seen) }
    }
  }

  /// Returns the expression with every part replaced for which `replace` gives something; parts of those are left alone.
  public func replacing(_ replace: (SQLExpression) -> SQLExpression?) -> SQLExpression {
    if let replaced = replace(self) { return replaced }
    func inside(_ expression: SQLExpression) -> SQLExpression { expression.replacing(replace) }
    switch self {
    case .literal, .column, .verbatim: return self
    case .not(let operand): return .not(inside(operand))
    case .negate(let operand): return .negate(inside(operand))
    case .binary(let op, let left, let right): return .binary(op, inside(left), inside(right))
    case .isNull(let operand, let negated): return .isNull(inside(operand), negated: negated)
    case .inList(let operand, let items, let negated): return .inList(inside(operand), items.map(inside), negated: negated)
    case .between(let operand, let low, let high, let negated):
      return .between(inside(operand), inside(low), inside(high), negated: negated)
    case .like(let operand, let pattern, let isCaseSensitive, let negated):
      return .like(inside(operand), pattern: inside(pattern), isCaseSensitive: isCaseSensitive, negated: negated)
    case .matches(let operand, let pattern, let isCaseSensitive, let negated):
      return .matches(inside(operand), pattern: inside(pattern), isCaseSensitive: isCaseSensitive, negated: negated)
    case .glob(let operand, let pattern, let negated):
      return .glob(inside(operand), pattern: inside(pattern), negated: negated)
    case .cast(let operand, let type): return .cast(inside(operand), type)
    case .call(let function, let arguments): return .call(function, arguments.map(inside))
    case .conditional(let branches, let otherwise):
      return .conditional(
        branches.map { Branch(when: inside($0.condition), then: inside($0.value)) }, otherwise: otherwise.map(inside))
    }
  }

  /// Returns the expression with one column under another name.
  func renaming(_ column: String, to name: String) -> SQLExpression {
    replacing { part in
      switch part {
      case .column(column): .column(name)
      case .verbatim(let text, let columns): .verbatim(text, columns: columns.map { $0 == column ? name : $0 })
      case .column, .literal, .not, .negate, .binary, .isNull, .inList, .between, .like, .matches, .glob, .cast, .call,
        .conditional:
        nil
      }
    }
  }
}
