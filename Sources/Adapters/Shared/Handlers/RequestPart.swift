package import SpecIR

/// A part of a request that a handler takes, read and checked before the handler runs.
package enum RequestPart: Hashable, Sendable {
  /// The parameters of the path, as the structure of this name.
  case path(String)
  case query(ModelID)
  /// Headers and cookies, as the structure of this name.
  case headers(String)
  case body(TypeRef)
}

extension Operation {
  /// The function that implements it, with what its arguments are made of; nothing where it answers 501.
  package var binding: (function: FunctionID, arguments: [Implementation.Argument])? {
    if case .function(let function, let arguments) = implementation { (function, arguments) } else { nil }
  }

  /// The parts that its implementation takes, in the order of a handler's parameters; none where nothing implements it.
  package func parts(_ names: OperationNames) -> [RequestPart] {
    guard let arguments = binding?.arguments else { return [] }
    func takes(_ location: Parameter.Location) -> Bool { arguments.contains { $0.isParameter(of: self, in: location) } }
    var parts: [RequestPart] = []
    if let type = names.pathType, takes(.path) { parts.append(.path(type)) }
    if let model = queryModel, arguments.contains(.query) { parts.append(.query(model)) }
    if let type = names.headerType, takes(.header) || takes(.cookie) { parts.append(.headers(type)) }
    if let content = body?.json, arguments.contains(.body) { parts.append(.body(content.shape.type)) }
    return parts
  }
}

extension Implementation.Argument {
  /// Whether it is a parameter from this place.
  package func isParameter(of operation: Operation, in location: Parameter.Location) -> Bool {
    if case .parameter(let index) = self { operation.parameters[index].location == location } else { false }
  }
}
