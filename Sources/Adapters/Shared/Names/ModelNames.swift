import SpecIR
import SpecNaming

/// The names of a model, and the file in which it lives.
package struct ModelNames: Hashable, Sendable {
  /// The type's name; for an alias, the name that documentation uses where the language has no aliases.
  package let name: String
  /// The function that reads an alias: `email_address`.
  package let function: String
  package let file: APIFile
  /// By index of the structure's fields.
  package let fields: [String]
  /// By index of the enumeration's cases or the union's variants.
  package let variants: [String]

  static func decide(_ core: CoreModel, _ rules: IdentifierRules, types: inout NameScope) -> [ModelNames] {
    var functions = rules.values.scope
    return core.models.map { model in
      ModelNames(
        name: types.claim(rules.types(model.name)), function: functions.claim(rules.values(model.name)),
        file: APIFile(model.usage), fields: fields(of: model, rules), variants: variants(of: model, rules))
    }
  }

  private static func fields(of model: Model, _ rules: IdentifierRules) -> [String] {
    guard case .structure(let structure) = model.kind else { return [] }
    var scope = rules.fields.scope
    if case .kept = structure.additional { scope.reserve(rules.additionalField) }
    return structure.fields.map { scope.claim(rules.fields($0.name)) }
  }

  private static func variants(of model: Model, _ rules: IdentifierRules) -> [String] {
    var scope = rules.variants.scope
    switch model.kind {
    case .enumeration(let enumeration): return enumeration.cases.map { scope.claim(rules.variants($0.name)) }
    case .union(let union): return union.variants.map { scope.claim(rules.variants($0.name)) }
    case .structure, .alias: return []
    }
  }
}
