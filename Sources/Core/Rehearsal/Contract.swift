package import SpecIR

/// What is asked again and again of a contract while requests are made up for it.
package struct Contract: Sendable {
  package let core: CoreModel
  private let aliases: AliasResolution

  package init(_ core: CoreModel) {
    self.core = core
    aliases = AliasResolution(core.models)
  }

  /// The type behind aliases.
  package func resolved(_ type: TypeRef) -> TypeRef { aliases.resolved(type) }

  /// Whether an alias names itself, so that no type is behind it.
  package func isRecursive(_ alias: ModelID) -> Bool { aliases.isRecursive(alias) }

  /// The body that the implementation of an operation reads.
  func jsonBody(of operation: OperationID) -> Content? {
    guard case .function(_, let arguments) = core[operation].implementation, arguments.contains(.body) else { return nil }
    return core[operation].body?.json
  }

  func bodyStructure(of operation: OperationID) -> Structure? { jsonBody(of: operation).flatMap { structure($0.shape.type) } }

  /// The structure behind a type, where it is one.
  package func structure(_ type: TypeRef) -> Structure? {
    guard case .named(let id) = resolved(type), case .structure(let structure) = core[id].kind else { return nil }
    return structure
  }
}

extension Parameter {
  /// Whether its value is written as one text, just as it is.
  func isPlain(_ contract: Contract) -> Bool {
    guard style == .simple || style == .form else { return false }
    switch contract.resolved(shape.type).unwrapped {
    case .scalar(let scalar): return scalar != .json && scalar != .file && scalar != .bytes
    case .named(let id): if case .enumeration = contract.core[id].kind { return true } else { return false }
    case .list, .map, .optional: return false
    }
  }
}
