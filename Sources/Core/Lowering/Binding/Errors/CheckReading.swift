import SpecIR

/// What a check is about: which columns, and whether it only limits a range.
struct CheckReading {
  /// In order of first appearance.
  let columns: [String]
  /// Whether it is made of comparisons with constants alone.
  let isRange: Bool

  init(_ expression: SQLExpression) {
    columns = expression.columnNames.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    isRange = columns.count == 1 && Self.limits(expression)
  }

  private static func limits(_ expression: SQLExpression) -> Bool {
    switch expression {
    case .binary(.and, let left, let right): limits(left) && limits(right)
    case .binary(.or, .isNull(_, negated: false), let right): limits(right)
    case .binary(let comparison, let left, let right):
      [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(comparison) && (isConstant(left) != isConstant(right))
        && (isColumn(left) || isColumn(right))
    case .between(let value, let low, let high, negated: false): isColumn(value) && isConstant(low) && isConstant(high)
    case .literal, .column, .not, .negate, .isNull, .inList, .between, .like, .matches, .glob, .cast, .call, .conditional, .verbatim: false
    }
  }

  private static func isColumn(_ expression: SQLExpression) -> Bool {
    if case .column = expression { true } else { false }
  }

  private static func isConstant(_ expression: SQLExpression) -> Bool {
    switch expression {
    case .literal: true
    case .negate(let inner): isConstant(inner)
    case .column, .not, .binary, .isNull, .inList, .between, .like, .matches, .glob, .cast, .call, .conditional, .verbatim: false
    }
  }
}

extension SQLExpression {
  /// The columns that it reads, in order, repeated where it reads them twice.
  var columnNames: [String] {
    switch self {
    case .literal: []
    case .column(let name): [name]
    case .not(let inner), .negate(let inner), .isNull(let inner, _), .cast(let inner, _): inner.columnNames
    case .binary(_, let left, let right): left.columnNames + right.columnNames
    case .inList(let value, let items, _): value.columnNames + items.flatMap(\.columnNames)
    case .between(let value, let low, let high, _): value.columnNames + low.columnNames + high.columnNames
    case .like(let value, let pattern, _, _), .matches(let value, let pattern, _, _), .glob(let value, let pattern, _):
      value.columnNames + pattern.columnNames
    case .call(_, let arguments): arguments.flatMap(\.columnNames)
    case .conditional(let branches, let otherwise):
      branches.flatMap { $0.condition.columnNames + $0.value.columnNames } + (otherwise?.columnNames ?? [])
    case .verbatim(_, let columns): columns
    }
  }
}
