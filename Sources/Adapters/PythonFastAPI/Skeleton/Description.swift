import SpecAdapters
import SpecIR
import SpecRehearsal

/// What FastAPI can derive from the code, beside the contract.
struct Description {
  let target: PythonTarget

  init(_ target: PythonTarget) { self.target = target }

  /// Whether the derived document says of each operation all that the contract says, so that a test may compare them.
  var isWhole: Bool {
    target.core.operations.indices.allSatisfy { isWhole(OperationID($0)) }
  }

  private func isWhole(_ id: OperationID) -> Bool {
    let operation = target.core[id]
    guard case .function(_, let arguments) = operation.implementation, target.route(of: id) == operation.path.text else { return false }
    return readsAllParameters(of: operation, arguments) && readsBody(of: operation, arguments) && declaresAll(operation, id)
  }

  private func readsAllParameters(of operation: Operation, _ arguments: [Implementation.Argument]) -> Bool {
    operation.parameters.indices.allSatisfy { index in
      switch operation.parameters[index].location {
      case .query: arguments.contains(.query)
      // One of them brings the others of its place.
      case .path: arguments.contains { $0.isParameter(of: operation, in: .path) }
      case .header: arguments.contains { $0.isParameter(of: operation, in: .header) }
      case .cookie: false
      }
    }
  }

  private func readsBody(of operation: Operation, _ arguments: [Implementation.Argument]) -> Bool {
    guard let body = operation.body else { return true }
    return arguments.contains(.body) && body.isRequired && body.alternatives.map(\.mediaType) == ["application/json"]
  }

  private func hasEnvelope(_ response: Response) -> Bool {
    response.contents.contains { content in
      guard case .named(let id) = target.contract.resolved(content.shape.type) else { return false }
      return target.core.envelopes.contains { $0.model == id }
    }
  }

  /// Whether the statuses are those of the answer and of errors that have a schema of their own.
  private func declaresAll(_ operation: Operation, _ id: OperationID) -> Bool {
    let success = target.core.plans[id.index].success.status
    return operation.responses.allSatisfy { response in
      switch response.status {
      case .code(let code): code == success || code >= 400 && hasEnvelope(response)
      case .range, .default: false
      }
    }
  }
}

extension Implementation.Argument {
  fileprivate func isParameter(of operation: Operation, in location: Parameter.Location) -> Bool {
    if case .parameter(let index) = self { operation.parameters[index].location == location } else { false }
  }
}
