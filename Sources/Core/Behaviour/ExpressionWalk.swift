extension Expression {
  /// The expressions that this one is made of, in order.
  public var operands: [Expression] {
    switch self {
    case .local, .literal, .none: []
    case .field(let base, _), .column(let base, _): [base]
    case .construct(_, let fields): fields.map(\.value)
    case .some(let value), .orNull(let value), .absentIfNull(let value), .isPresent(let value): [value]
    case .orElse(let value, let other): [value, other]
    case .mapped(_, let row): [row]
    case .mappedList(_, let rows): [rows]
    case .convert(_, let value): [value]
    case .call(_, let arguments): arguments
    }
  }

  /// The indexes of all columns that are read, in order.
  public var columns: [Int] {
    let inner = operands.flatMap(\.columns)
    guard case .column(_, let index) = self else { return inner }
    return inner + [index]
  }

  /// Returns the expression with every column's index replaced.
  public func mappingColumns(_ change: (Int) -> Int) -> Expression {
    rewritten { expression in
      guard case .column(let base, let index) = expression else { return nil }
      return .column(base.mappingColumns(change), change(index))
    }
  }

  /// Returns the expression with other parts: from the outside in, what `change` gives stands for what it was given.
  package func rewritten(_ change: (Expression) -> Expression?) -> Expression {
    if let changed = change(self) { return changed }
    return switch self {
    case .local, .literal, .none: self
    case .field(let base, let name): .field(base.rewritten(change), name)
    case .column(let base, let index): .column(base.rewritten(change), index)
    case .construct(let model, let fields):
      .construct(model, fields.map { FieldValue($0.field, $0.value.rewritten(change)) })
    case .some(let value): .some(value.rewritten(change))
    case .orNull(let value): .orNull(value.rewritten(change))
    case .orElse(let value, let other): .orElse(value.rewritten(change), other.rewritten(change))
    case .absentIfNull(let value): .absentIfNull(value.rewritten(change))
    case .isPresent(let value): .isPresent(value.rewritten(change))
    case .mapped(let mapping, let row): .mapped(mapping, row.rewritten(change))
    case .mappedList(let mapping, let rows): .mappedList(mapping, rows.rewritten(change))
    case .convert(let conversion, let value): .convert(conversion, value.rewritten(change))
    case .call(let operation, let arguments): .call(operation, arguments.map { $0.rewritten(change) })
    }
  }
}
