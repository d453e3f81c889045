package import SpecIR

/// One structure of parameters outside the query.
package struct ParameterStructure: Sendable {
  package let name: String
  /// The operation that it was made for; others on the same path share it.
  package let operation: OperationID
  package let place: Place
  /// The parameters as fields, with their names in the structure.
  package let entries: [(field: Field, name: String, style: ParameterStyle)]

  package enum Place: Sendable { case path, headers }

  fileprivate init(
    _ name: String, _ id: OperationID, _ place: Place, of locations: Set<Parameter.Location>, _ operation: Operation,
    _ names: OperationNames
  ) {
    self.name = name
    self.operation = id
    self.place = place
    entries = zip(operation.parameters, names.parameters).compactMap { parameter, name in
      guard locations.contains(parameter.location) else { return nil }
      // Names of headers are compared without case (RFC 9110 §5.1).
      let wireName = parameter.location == .header ? parameter.name.lowercased() : parameter.name
      let field = Field(
        name: wireName, shape: parameter.shape, presence: parameter.presence, documentation: parameter.documentation)
      return (field, name, ParameterStyle(parameter))
    }
  }
}

extension NamedTarget {
  /// The structures of path parameters and of headers, in the order of the operations that are implemented.
  package var parameterStructures: [ParameterStructure] {
    var seen: Set<String> = []
    return core.operations.indices.map(OperationID.init).flatMap { id -> [ParameterStructure] in
      let (operation, names) = (core[id], self[id])
      guard let arguments = operation.binding?.arguments else { return [] }
      var structures: [ParameterStructure] = []
      if let name = names.pathType, seen.insert(name).inserted {
        structures.append(ParameterStructure(name, id, .path, of: [.path], operation, names))
      }
      // A header that may go unread, such as `User-Agent`, needs no reader.
      let isRead = arguments.contains { $0.isParameter(of: operation, in: .header) || $0.isParameter(of: operation, in: .cookie) }
      if let name = names.headerType, isRead {
        structures.append(ParameterStructure(name, id, .headers, of: [.header, .cookie], operation, names))
      }
      return structures
    }
  }
}
