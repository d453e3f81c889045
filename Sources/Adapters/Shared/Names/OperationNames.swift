import SpecIR
import SpecNaming

/// The names of an operation.
package struct OperationNames: Hashable, Sendable {
  /// Of its handler and of its function in the service layer.
  package let function: String
  /// The structure of its path parameters; operations on one path share it. Nothing where it has none.
  package let pathType: String?
  /// The structure of its header and cookie parameters; nothing where it has none.
  package let headerType: String?
  /// By index of its parameters, the field in whichever structure holds it.
  package let parameters: [String]

  static func decide(_ core: CoreModel, _ rules: IdentifierRules, types: inout NameScope) -> [OperationNames] {
    var functions: [String: NameScope] = [:]
    var paths: [PathParameters: String] = [:]
    return core.operations.map { operation in
      var scope = functions[operation.group] ?? rules.values.scope
      let function = scope.claim(rules.values(operation.name))
      functions[operation.group] = scope
      return OperationNames(
        function: function, pathType: pathType(of: operation, paths: &paths, types: &types),
        headerType: operation.parameters.contains { $0.location == .header || $0.location == .cookie }
          ? types.claim(rules.types(operation.name) + "Headers") : nil,
        parameters: parameters(of: operation, rules))
    }
  }

  /// What two operations on one path have in common.
  private struct PathParameters: Hashable {
    let path: String
    let parameters: [Parameter]
  }

  private static func pathType(
    of operation: Operation, paths: inout [PathParameters: String], types: inout NameScope
  ) -> String? {
    let parameters = operation.parameters.filter { $0.location == .path }
    guard !parameters.isEmpty else { return nil }
    let key = PathParameters(path: operation.path.text, parameters: parameters)
    if let known = paths[key] { return known }
    let name = types.claim(Words(operation.path.text).identifier(.pascal) + "Path")
    paths[key] = name
    return name
  }

  private static func parameters(of operation: Operation, _ rules: IdentifierRules) -> [String] {
    var scopes: [Parameter.Location: NameScope] = [:]
    return operation.parameters.map { parameter in
      // Headers and cookies stand in one structure.
      let room = parameter.location == .cookie ? .header : parameter.location
      var scope = scopes[room] ?? rules.fields.scope
      defer { scopes[room] = scope }
      return scope.claim(rules.fields(parameter.name))
    }
  }
}
