extension CoreModel {
  /// Returns the type of an expression in a function or mapping that the verifier accepts.
  ///
  /// - Parameter locals: what the expression may name, by ``LocalID``.
  package func type(of expression: Expression, locals: [Function.Local]) -> ValueType {
    let types = ExpressionTypes(
      core: self, database: database ?? Database(dialect: .sqlite), place: "adapter", locals: locals,
      assigned: Set(locals.indices.map(LocalID.init)))
    // The verifier has found a type for every expression before any adapter sees it.
    return (try? types.type(of: expression)) ?? .unit
  }
}
