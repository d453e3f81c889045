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
    switch self {
    case .local, .literal, .none: self
    case .field(let base, let name): .field(base.mappingColumns(change), name)
    case .column(let base, let index): .column(base.mappingColumns(change), change(index))
    case .construct(let model, let fields):
      .construct(model, fields.map { FieldValue($0.field, $0.value.mappingColumns(change)) })
    case .some(let value): .some(value.mappingColumns(change))
    case .orNull(let value): .orNull(value.mappingColumns(change))
    case .orElse(let value, let other): .orElse(value.mappingColumns(change), other.mappingColumns(change))
    case .absentIfNull(let value): .absentIfNull(value.mappingColumns(change))
    case .isPresent(let value): .isPresent(value.mappingColumns(change))
    case .mapped(let mapping, let row): .mapped(mapping, row.mappingColumns(change))
    case .mappedList(let mapping, let rows): .mappedList(mapping, rows.mappingColumns(change))
    case .convert(let conversion, let value): .convert(conversion, value.mappingColumns(change))
    case .call(let operation, let arguments): .call(operation, arguments.map { $0.mappingColumns(change) })
    }
  }
}
