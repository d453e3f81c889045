internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

/// A union that is to be told apart by a member, once the structures of its variants are there.
struct PendingDiscriminator {
  let model: ModelID
  let discriminator: OpenAPI.Discriminator
  /// One for each variant.
  let sources: [SchemaID]
}

extension OpenAPILowerer {
  /// Gives the unions that have one their discriminator; where it cannot tell the variants apart, it is left out and told.
  mutating func settleDiscriminators() {
    var positions: [ModelID: Int] = [:]
    for (index, pending) in pendingDiscriminators.enumerated() { positions[pending.model] = index }
    // Unions within unions come first, because their variants become those of the outer one.
    for pending in pendingDiscriminators { settle(pending.model, &positions) }
    pendingDiscriminators = []
  }

  private mutating func settle(_ model: ModelID, _ positions: inout [ModelID: Int]) {
    guard let position = positions.removeValue(forKey: model), case .union(let union) = core[model].kind else { return }
    let pending = pendingDiscriminators[position]
    guard union.variants.count == pending.sources.count else { return }
    for case .named(let inner) in union.variants.map(\.shape.type) { settle(inner, &positions) }
    let property = pending.discriminator.propertyName
    do throws(DiscriminatorFailure) {
      var mapped: [SchemaID: [String]] = [:]
      for entry in pending.discriminator.mapping { mapped[peel(entry.target).target, default: []].append(entry.value) }
      var variants: [Union.Variant] = []
      for (variant, source) in zip(union.variants, pending.sources) {
        variants += try tagged(variant, source, property, mapped)
      }
      var seen: Set<String> = []
      for tag in variants.flatMap(\.tags) where !seen.insert(tag).inserted {
        throw DiscriminatorFailure(reason: "the value “\(tag)” means two of them")
      }
      core.models[model.index].kind = .union(Union(variants: variants, matching: .discriminator(property: property)))
    } catch {
      diagnostics.report(
        .discriminatorDropped, "“\(property)” does not tell the alternatives apart: \(error.reason)",
        at: pending.discriminator.range,
        hint: "Declare the property in each alternative, and map each of its values to one; until then all are tried in turn.")
    }
  }

  /// Returns a variant with its tags; in place of a union by the same member, the variants of that.
  /// - Parameter mapped: the values that the mapping gives each schema.
  private mutating func tagged(
    _ variant: Union.Variant, _ source: SchemaID, _ property: String, _ mapped: [SchemaID: [String]]
  ) throws(DiscriminatorFailure) -> [Union.Variant] {
    if case .named(let model) = variant.shape.type, case .union(let inner) = core[model].kind,
      inner.matching == .discriminator(property: property)
    {
      return inner.variants
    }
    var variant = variant
    variant.tags = try tags(of: variant, source, property, mapped)
    return [variant]
  }

  private struct DiscriminatorFailure: Error {
    let reason: String
  }

  /// The values that mean a variant: those that the mapping gives it, else its name, else those that its member allows.
  private mutating func tags(
    of variant: Union.Variant, _ source: SchemaID, _ property: String, _ mapped: [SchemaID: [String]]
  ) throws(DiscriminatorFailure) -> [String] {
    guard let structure = structure(behind: variant.shape.type) else {
      throw DiscriminatorFailure(reason: "\(variant.name) is no object")
    }
    guard let field = structure.fields.first(where: { $0.name == property }) else {
      throw DiscriminatorFailure(reason: "\(variant.name) does not declare it")
    }
    guard let values = textValues(of: field.shape.type) else {
      throw DiscriminatorFailure(reason: "it is no text in \(variant.name)")
    }
    let target = peel(source).target
    var tags: [String] = []
    for value in mapped[target] ?? [] where !tags.contains(value) { tags.append(value) }
    let name = document.schemas[target].componentName
    switch (tags.isEmpty, values) {
    case (true, let allowed?): tags = name.map { allowed.contains($0) } == true ? [name ?? ""] : allowed
    case (true, _): tags = name.map { [$0] } ?? []
    case (false, let allowed?): tags.removeAll { !allowed.contains($0) }
    case (false, _): break
    }
    guard !tags.isEmpty else { throw DiscriminatorFailure(reason: "no value of it means \(variant.name)") }
    return tags
  }

  /// The texts that a type allows: all (an inner nothing), listed ones, or nothing where it is no text at all.
  private func textValues(of type: TypeRef) -> [String]?? {
    switch type {
    case .scalar(.string): return .some(nil)
    case .scalar, .list, .map: return nil
    case .optional(let type): return textValues(of: type)
    case .named(let id):
      switch core[id].kind {
      case .enumeration(let enumeration):
        let texts = enumeration.cases.compactMap(\.value.stringValue)
        return texts.count == enumeration.cases.count ? .some(texts) : nil
      case .alias(let shape): return textValues(of: shape.type)
      case .structure, .union: return nil
      }
    }
  }

  func structure(behind type: TypeRef) -> Structure? {
    guard case .named(let id) = type else { return nil }
    switch core[id].kind {
    case .structure(let structure): return structure
    case .alias(let shape): return structure(behind: shape.type)
    case .enumeration, .union: return nil
    }
  }
}
