package import SpecIR
import SpecNaming

/// One room of handlers, services and tests.
package struct OperationGroup: Hashable, Sendable {
  /// The name of its modules: `users`.
  package let module: String
  /// The group's name in the contract.
  package let name: String
  package let operations: [OperationID]

  /// In the order of their first operation.
  static func decide(_ core: CoreModel, _ rules: IdentifierRules) -> [OperationGroup] {
    var scope = rules.modules.scope
    for module in OperatorRoute.modules { scope.reserve(module) }
    var names: [String] = []
    var members: [String: [OperationID]] = [:]
    for (index, operation) in core.operations.enumerated() {
      if members[operation.group] == nil { names.append(operation.group) }
      members[operation.group, default: []].append(OperationID(index))
    }
    return names.map { name in
      OperationGroup(module: scope.claim(rules.modules(name)), name: name, operations: members[name] ?? [])
    }
  }
}
