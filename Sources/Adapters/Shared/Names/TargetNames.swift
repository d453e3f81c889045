package import SpecIR
import SpecNaming

/// Every name of a backend that an input has a say in, decided once for a language.
package struct TargetNames: Sendable {
  /// By ``ModelID``.
  package let models: [ModelNames]
  /// By ``OperationID``.
  package let operations: [OperationNames]
  /// The rooms of handlers, services and tests, in the order of their first operation.
  package let groups: [OperationGroup]
  /// By ``RowID``.
  package let rows: [RowNames]
  /// The names of the functions that make a model of a row, by ``MappingID``.
  package let mappings: [String]
  /// The names of the functions by ``QueryID``.
  package let queries: [String]
  /// The names of the service layer's functions by ``FunctionID``; those of a group are one scope.
  package let functions: [String]
  /// The modules of the rooms in which the functions are, by ``FunctionID``.
  package let rooms: [String]

  package init(_ core: CoreModel, _ rules: IdentifierRules) {
    var types = rules.types.scope
    models = ModelNames.decide(core, rules, types: &types)
    operations = OperationNames.decide(core, rules, types: &types)
    groups = OperationGroup.decide(core, rules)
    rows = RowNames.decide(core, rules)
    var mappings = rules.values.scope
    self.mappings = core.mappings.map { mappings.claim(rules.values(core[$0.model].name)) }
    var queries = rules.values.scope
    self.queries = core.queries.map { queries.claim(rules.values($0.name)) }
    let groups = self.groups
    rooms = core.functions.map { function in
      groups.first { $0.name == function.group }?.module ?? rules.modules(function.group)
    }
    var scopes = [String: NameScope]()
    functions = core.functions.map { function in
      var scope = scopes[function.group] ?? rules.values.scope
      defer { scopes[function.group] = scope }
      return scope.claim(rules.values(function.name))
    }
  }
}
