internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

extension OpenAPILowerer {
  /// The alternatives of a choice that are not null, each once.
  mutating func alternatives(of choice: Choice) -> [SchemaID] {
    var result: [SchemaID] = []
    var seen: Set<SchemaID> = []
    for alternative in choice.alternatives {
      let target = pureTarget(of: alternative)
      if seen.insert(target).inserted, !isNullOnly(target) { result.append(target) }
    }
    return result
  }

  /// The alternative of a choice that leaves none.
  mutating func onlyAlternative(of choice: Choice) -> SchemaID? {
    let alternatives = alternatives(of: choice)
    return alternatives.count == 1 ? alternatives[0] : nil
  }

  /// What a value meets that takes one alternative of a choice: the alternative, and what is said beside the choice.
  mutating func variantParts(
    of alternative: SchemaID, _ choice: Choice, _ parts: SchemaParts, _ flat: FlatSchema
  ) -> SchemaParts {
    let target = peel(alternative).target
    if addsNothing(flat, to: target) { return SchemaParts([target]) }
    guard core.models.count < mostModels else {
      diagnostics.report(
        .schemaDepth, "choices within choices combine in too many ways, and what stands beside this one is not checked",
        at: range(of: flat), hint: "Say what alternatives have in common within each of them.")
      return SchemaParts([target])
    }
    return SchemaParts(parts.schemas + [target], settled: parts.settled + [choice.key], type: parts.type)
  }

  /// Whether what is said beside a choice is said by an alternative too, so that this keeps its name.
  private mutating func addsNothing(_ flat: FlatSchema, to alternative: SchemaID) -> Bool {
    let variant = flatten(alternative)
    if flat.merged.allSatisfy({ variant.visited.contains($0) }) { return true }
    guard flat.choices.count == 1, flat.allowed == nil, flat.format == nil else { return false }
    guard !flat.hasArrayRules, !flat.hasStringRules, !flat.hasNumberRules else { return false }
    if let types = flat.types, !types.isEmpty {
      let ofVariant = usedTypes(of: variant)
      // A choice within the alternative is of the type that is said here, or the document would not choose it.
      guard !variant.choices.isEmpty || (!ofVariant.isEmpty && ofVariant.allSatisfy(types.contains)) else { return false }
    }
    guard flat.hasObjectRules else { return true }
    guard case .unstated = flat.additional, flat.patternProperties.isEmpty, flat.minProperties == nil, flat.maxProperties == nil
    else { return false }
    return flat.properties.allSatisfy { variant.positions[$0.name] != nil }
      && flat.required.allSatisfy(variant.requiredNames.contains)
  }

  mutating func union(of choice: Choice, _ parts: SchemaParts, _ flat: FlatSchema, model: ModelID) -> Model.Kind {
    let name = core.models[model.index].name
    var builder = UnionBuilder()
    var sources: [SchemaID] = []
    let alternatives = alternatives(of: choice)
    let stated = Set(alternatives)
    for alternative in alternatives + parentAsVariant(of: choice) {
      let parts = stated.contains(alternative) ? variantParts(of: alternative, choice, parts, flat)
        : SchemaParts([alternative], settled: [choice.key])
      let variantName = builder.claim(self.variantName(of: alternative))
      var shape = plainShape(of: parts, named: variantModelName(name, variantName), depth: 0)
      // Null was taken out of the choice, and belongs to the union as a whole.
      shape.type = shape.type.unwrapped
      if shape.type == .named(model) { continue }
      if builder.add(shape, named: variantName) {
        sources.append(alternative)
      } else {
        diagnostics.report(
          .unionVariantsAlike, "this alternative accepts the same values as one before it, and is left out",
          at: document.schemas[alternative].range)
      }
    }
    if let discriminator = discriminator(of: choice, parts) {
      pendingDiscriminators.append(PendingDiscriminator(model: model, discriminator: discriminator, sources: sources))
    }
    return builder.kind(choice.key.isExactlyOne ? .exactlyOne : .first)
  }

  /// `Pet` as a variant of itself is `PetBase`.
  private func variantModelName(_ union: String, _ variant: String) -> String {
    upperCamelCase(union) == variant ? union + "Base" : union + variant
  }

  mutating func union(of types: [OpenAPI.SchemaType], _ parts: SchemaParts, named name: String) -> Model.Kind {
    var builder = UnionBuilder()
    for type in types {
      let variantName = builder.claim(type.variantName)
      let shape = plainShape(
        of: SchemaParts(parts.schemas, settled: parts.settled, type: type), named: name + variantName, depth: 0)
      _ = builder.add(shape, named: variantName)
    }
    return builder.kind(.first)
  }

  /// A name for code: the component's, else the title's, else that of the type.
  private mutating func variantName(of alternative: SchemaID) -> String {
    let target = peel(alternative).target
    if let name = document.schemas[target].componentName { return upperCamelCase(name) }
    if let title = document.schemas[target].title {
      let name = upperCamelCase(title)
      if !name.isEmpty, name.unicodeScalars.count <= 40 { return name }
    }
    let flat = flatten(target)
    return usedTypes(of: flat).first?.variantName ?? "Value"
  }
}

/// Collects the variants of a union.
struct UnionBuilder {
  private var names = ModelNames()
  private var variants: [Union.Variant] = []
  private var shapes: Set<Shape> = []

  mutating func claim(_ name: String) -> String { names.claim(name.isEmpty ? "Value" : name) }

  /// Adds a variant; false where one of the same shape is there.
  mutating func add(_ shape: Shape, named name: String) -> Bool {
    guard shapes.insert(shape).inserted else { return false }
    variants.append(Union.Variant(name: name, shape: shape))
    return true
  }

  /// The union, or another name for its only variant.
  func kind(_ matching: Union.Matching) -> Model.Kind {
    switch variants.count {
    case 0: .alias(Shape(.scalar(.json)))
    case 1: .alias(variants[0].shape)
    default: .union(Union(variants: variants, matching: matching))
    }
  }
}

extension OpenAPI.SchemaType {
  /// What a variant of this type is called.
  var variantName: String {
    switch self {
    case .null: "Null"
    case .boolean: "Boolean"
    case .integer: "Integer"
    case .number: "Number"
    case .string: "Text"
    case .array: "List"
    case .object: "Object"
    }
  }
}
