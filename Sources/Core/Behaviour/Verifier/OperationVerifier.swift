/// An operation gives its function what the function's parameters ask for.
struct OperationVerifier {
  let operation: Operation
  let core: CoreModel

  func faults() -> [BehaviourFault] {
    guard case .function(let id, let arguments) = operation.implementation else { return [] }
    func fault(_ message: String) -> [BehaviourFault] { [BehaviourFault("operation \(operation.name)", message)] }
    guard core.functions.indices.contains(id.index) else { return fault("its function does not exist") }
    let parameters = core[id].parameters
    guard parameters.count == arguments.count else { return fault("it gives its function another number of arguments") }
    for (parameter, argument) in zip(parameters, arguments) {
      guard let type = type(of: argument) else { return fault("'\(parameter.name)' is made of a part that the request has not") }
      guard TypeComparison(core: core).isSame(type, parameter.type) else { return fault("'\(parameter.name)' has another type") }
    }
    return []
  }

  private func type(of argument: Implementation.Argument) -> ValueType? {
    switch argument {
    case .parameter(let index):
      guard operation.parameters.indices.contains(index) else { return nil }
      let parameter = operation.parameters[index]
      switch (parameter.location, parameter.presence) {
      case (.query, _): return nil
      case (_, .required), (_, .defaulted): return .api(parameter.shape.type)
      case (_, .optional): return .presence(parameter.shape.type)
      }
    case .query: return operation.queryModel.map { .api(.named($0)) }
    case .body: return operation.body?.json.map { .api($0.shape.type) }
    }
  }
}
