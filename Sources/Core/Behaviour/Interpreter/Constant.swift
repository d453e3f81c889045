package import SpecWriting

extension CoreModel {
  /// Returns the value of an expression that names no local; nothing where it names one, or has no value.
  package func constant(_ expression: Expression) -> JSONValue? {
    guard !expression.namesLocal else { return nil }
    let evaluator = Evaluator(core: self, frame: Interpreter.Frame(locals: [], declared: []))
    return try? evaluator.value(of: expression).json()
  }
}

extension Expression {
  fileprivate var namesLocal: Bool {
    if case .local = self { return true }
    return operands.contains(where: \.namesLocal)
  }
}
