import SpecAdapters
import SpecIR
import SpecRehearsal

/// What FastAPI can derive from the code, beside the contract: a generated test compares both.
struct Description {
  let target: PythonTarget

  init(_ target: PythonTarget) { self.target = target }

  /// Whether there is an operation of which the derived document says all that the contract says.
  var isAnyWhole: Bool { target.core.operations.indices.contains { gap(of: OperationID($0)) == nil } }

  /// The operations of which it cannot, and why not.
  private var gaps: [(operation: Operation, reason: String)] {
    target.core.operations.indices.compactMap { index in
      gap(of: OperationID(index)).map { (target.core.operations[index], $0) }
    }
  }

  /// `tests/undescribed.py`, which the test leaves out; nothing where it compares all or none.
  var file: PythonFile? {
    let gaps = gaps
    guard !gaps.isEmpty, isAnyWhole else { return nil }
    let entries = gaps.map { operation, reason in
      PythonEntry(.string("\(operation.method.rawValue.lowercased()) \(operation.path.text)"), .string(reason))
    }
    return PythonFile(
      documentation: "Operations of which FastAPI cannot derive all that the contract says.",
      [
        .constant("UNDESCRIBED", .dict(entries)),
        .description("By method and path, as the contract writes them: what it cannot derive."),
      ])
  }

  /// What the derived document does not say of an operation, although the contract does.
  func gap(of id: OperationID) -> String? {
    let operation = target.core[id]
    guard case .function(_, let arguments) = operation.implementation else { return "It answers 501." }
    if target.route(of: id) != operation.path.text { return "Its route names parameters in its own way." }
    if !readsAllParameters(of: operation, arguments) { return "It has parameters that nobody reads." }
    if !readsBody(of: operation, arguments) { return "Its body is of another type than application/json, or is not read." }
    return declaresAll(operation, id) ? nil : "It has answers without a schema for errors."
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
    return arguments.contains(.body) && body.json?.mediaType == "application/json"
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
