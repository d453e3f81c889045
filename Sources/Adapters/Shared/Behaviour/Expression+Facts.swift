package import SpecIR

extension RowMapping {
  /// Whether every row has a value of the model.
  package var isTotal: Bool { fields.allSatisfy { $0.value.isTotal } }
}

extension Expression {
  /// Whether no conversion inside can fail.
  package var isTotal: Bool {
    if case .convert(let conversion, _) = self, !conversion.isTotal { return false }
    return operands.allSatisfy(\.isTotal)
  }

  /// All conversions inside, in order.
  package var conversions: [Conversion] {
    let inner = operands.flatMap(\.conversions)
    guard case .convert(let conversion, _) = self else { return inner }
    return inner + [conversion]
  }

  /// Whether an operator is applied somewhere inside.
  package func applies(_ operation: Operator) -> Bool {
    if case .call(operation, _) = self { return true }
    return operands.contains { $0.applies(operation) }
  }
}
