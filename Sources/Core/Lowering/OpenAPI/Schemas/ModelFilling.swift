internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

extension OpenAPILowerer {
  /// Wrappers of one alternative are followed to this depth.
  private static let deepestChoice = 32

  /// Makes the content of a model that was numbered before.
  mutating func fill(_ id: ModelID, with parts: SchemaParts) {
    let flat = flatten(parts)
    if flat.isImpossible {
      diagnostics.report(
        .schemaConflict, "no value can meet this schema, because a part of it is “false”", at: range(of: parts),
        hint: "Remove the schema or say what is allowed; it is read as if that part were missing.")
    }
    noteRequiredAlternatives(of: flat)
    noteListedStructures(of: flat)
    core.models[id.index].documentation = flat.documentation
    core.models[id.index].isDeprecated = flat.isDeprecated
    core.models[id.index].kind = kind(of: flat, parts, model: id, depth: 0)
  }

  private mutating func kind(of flat: FlatSchema, _ parts: SchemaParts, model: ModelID, depth: Int) -> Model.Kind {
    let name = core.models[model.index].name
    switch form(of: flat) {
    case .structure: return .structure(structure(of: flat, model: model))
    case .enumeration(let base): return .enumeration(enumeration(of: flat, base: base))
    case .types(let types): return union(of: types, parts, named: name)
    case .choice(let choice):
      if let only = onlyAlternative(of: choice), depth < Self.deepestChoice {
        let inner = variantParts(of: only, choice, parts, flat)
        return kind(of: flatten(inner), inner, model: model, depth: depth + 1)
      }
      return union(of: choice, parts, flat, model: model)
    case .list, .map, .scalar: return .alias(unnamedShape(of: flat, named: name, depth: 0))
    }
  }

  private mutating func noteListedStructures(of flat: FlatSchema) {
    let isListed = flat.allowed?.values.contains { $0 != .null && Self.base(of: $0, format: nil) == nil }
    guard isListed == true else { return }
    diagnostics.report(
      .constraintDropped, "that the value is one of the listed objects or lists is not checked", at: place(of: "enum", in: flat))
  }

  private mutating func noteRequiredAlternatives(of flat: FlatSchema) {
    for choice in flat.choices where !isRealChoice(choice) {
      guard choice.alternatives.contains(where: onlyRequires) else { continue }
      let node = document.schemas[choice.key.owner].node
      diagnostics.report(
        .constraintDropped, "that one of several sets of members must be there is not checked",
        at: (node[choice.key.isExactlyOne ? "oneOf" : "anyOf"] ?? node).range)
    }
  }
}
