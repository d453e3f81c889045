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
}
