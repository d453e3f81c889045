import SpecIR

/// What a check is about: which columns, and whether it only limits a range.
struct CheckReading {
  /// In order of first appearance.
  let columns: [String]
  /// Whether it is made of comparisons with constants alone.
  let isRange: Bool

  init(_ expression: SQLExpression) {
    columns = expression.columns
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
    case .literal, .column, .not, .negate, .isNull, .inList, .between, .like, .matches, .glob, .cast, .call, .conditional,
      .verbatim:
      false
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
