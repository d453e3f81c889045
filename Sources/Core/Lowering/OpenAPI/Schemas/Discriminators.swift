internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecSource
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
    for pending in pendingDiscriminators {
      guard case .union(var union) = core[pending.model].kind, union.variants.count == pending.sources.count else { continue }
      let property = pending.discriminator.propertyName
      do throws(DiscriminatorFailure) {
        var seen: Set<String> = []
        for index in union.variants.indices {
          let tags = try tags(of: union.variants[index], pending.sources[index], pending.discriminator)
          for tag in tags where !seen.insert(tag).inserted { throw DiscriminatorFailure(reason: "the value “\(tag)” means two of them") }
          union.variants[index].tags = tags
        }
        union.matching = .discriminator(property: property)
        core.models[pending.model.index].kind = .union(union)
      } catch {
        diagnostics.report(
          .discriminatorDropped, "“\(property)” does not tell the alternatives apart: \(error.reason)",
          at: pending.discriminator.range,
          hint: "Declare the property in each alternative, and map each of its values to one; until then all are tried in turn.")
      }
    }
    pendingDiscriminators = []
  }

  private struct DiscriminatorFailure: Error {
    let reason: String
  }

  /// The values that mean a variant: those that the mapping gives it, else the only one that its member allows, else its name.
  private mutating func tags(
    of variant: Union.Variant, _ source: SchemaID, _ discriminator: OpenAPI.Discriminator
  ) throws(DiscriminatorFailure) -> [String] {
    let property = discriminator.propertyName
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
    for entry in discriminator.mapping where peel(entry.target).target == target && !tags.contains(entry.value) {
      tags.append(entry.value)
    }
    if tags.isEmpty {
      if case .some(let allowed) = values, allowed.count == 1 {
        tags = allowed
      } else if let name = document.schemas[target].componentName {
        tags = [name]
      }
    }
    if case .some(let allowed) = values { tags.removeAll { !allowed.contains($0) } }
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
