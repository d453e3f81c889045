import SpecAdapters
import SpecIR

extension Decoders {
  /// Returns a union and what reads it. Every variant carries its own discriminator, so on the wire none is added.
  func items(of union: Union, _ id: ModelID, _ patterns: PatternConstants) -> [RustItem] {
    let model = target.core[id]
    let variants = zip(union.variants, target[id].variants).map { variant, name in
      let type = target.type(variant.shape.type, in: id)
      return RustVariant(name, .tuple([RustField(isBoxed(variant, in: id) ? .box(type) : type)]))
    }
    var items: [RustItem] = [
      .enumeration(
        RustEnum(
          target[id].name, variants, documentation: target.documentation(of: id),
          attributes: [.derive(derives(id))] + (target.serde.knows(id) ? [.serde("untagged")] : [])))
    ]
    guard model.usage.contains(.request) else { return items }
    switch union.matching {
    case .discriminator(let property): items.append(decode(id, tagged(union, id, property, patterns)))
    case .exactlyOne: items.append(decode(id, tried(union, id, leaf("one_of"), patterns)))
    case .first: items.append(decode(id, tried(union, id, leaf("any_of"), patterns)))
    }
    return items
  }

  /// Chooses by the value of the discriminator.
  private func tagged(_ union: Union, _ id: ModelID, _ property: String, _ patterns: PatternConstants) -> RustExpr {
    let tags = union.variants.flatMap(\.tags)
    let tag = RustExpr.call(
      leaf("discriminator"), .ref("value"), .string(property), .ref(.array(tags.map { .string($0) })), "at", "report")
    return .match(tag.try) {
      for (index, variant) in union.variants.enumerated() where !variant.tags.isEmpty {
        RustArm(
          variant.tags.count == 1
            ? .literal(.string(variant.tags[0])) : .alternatives(variant.tags.map { .literal(.string($0)) }),
          reading(variant, index, id, patterns))
      }
      RustArm(.wildcard, .none)
    }
  }

  /// Tries all variants, each with a report of its own.
  private func tried(_ union: Union, _ id: ModelID, _ leaf: RustPath, _ patterns: PatternConstants) -> RustExpr {
    let alternatives = union.variants.enumerated().map { index, variant in
      RustExpr.closure(["value", "at", "report"], reading(variant, index, id, patterns))
    }
    return .call(leaf, "value", "at", "report", .ref(.array(alternatives)))
  }

  /// Whether a variant is boxed for its size; one that holds the union is boxed already.
  private func isBoxed(_ variant: Union.Variant, in id: ModelID) -> Bool {
    if case .named(let held) = target.resolved(variant.shape.type).unwrapped, target.cycles.contains(id, held) { return false }
    var sizes = RustSizes(target.core, target.cycles)
    return sizes.isLarge(variant.shape.type)
  }

  private func reading(_ variant: Union.Variant, _ index: Int, _ id: ModelID, _ patterns: PatternConstants) -> RustExpr {
    let name = target[id].variants[index]
    let decoder = self.decoder(of: variant.shape, in: id, patterns, named: "\(target[id].name) \(variant.name)")
    let read = Self.applied(decoder)
    return (isBoxed(variant, in: id) ? read.call("map", "Box::new") : read).call("map", .path("Self", name))
  }
}
