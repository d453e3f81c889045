internal import SpecWriting

extension CoreModelJSON {
  static func model(_ model: Model) -> JSONValue {
    let head: [JSONValue.Member] = [
      .init("name", .string(model.name)),
      .init("documentation", text(model.documentation)),
      .init("isDeprecated", .bool(model.isDeprecated)),
      .init("usage", usage(model.usage)),
    ]
    switch model.kind {
    case .structure(let structure):
      return .object([
        .init("kind", "structure"),
      ] + head + [
        .init("fields", .array(structure.fields.map(field))),
        .init("additional", additional(structure.additional)),
      ] + bounds("minProperties", structure.minProperties, "maxProperties", structure.maxProperties))
    case .enumeration(let enumeration):
      return .object([
        .init("kind", "enumeration"),
      ] + head + [
        .init("base", .string(enumeration.base.rawValue)),
        .init("cases", .array(enumeration.cases.map(enumerationCase))),
      ])
    case .union(let union):
      return .object([
        .init("kind", "union"),
      ] + head + [
        .init("matching", matching(union.matching)),
        .init("variants", .array(union.variants.map(variant))),
      ])
    case .alias(let shape): return .object([.init("kind", "alias")] + head + [.init("shape", self.shape(shape))])
    }
  }

  /// Where values travel, in the order of declaration.
  private static func usage(_ usage: Usage) -> JSONValue {
    let names: [(Usage, JSONValue)] = [(.request, "request"), (.response, "response"), (.error, "error"), (.query, "query")]
    return .array(names.filter { usage.contains($0.0) }.map(\.1))
  }

  private static func field(_ field: Field) -> JSONValue {
    .object(
      [
        .init("name", .string(field.name)),
        .init("shape", shape(field.shape)),
        .init("presence", presence(field.presence)),
        .init("documentation", text(field.documentation)),
        .init("isDeprecated", .bool(field.isDeprecated)),
      ] + example(field.example))
  }

  /// An example, which may be null; no member where there is none.
  static func example(_ example: JSONValue?) -> [JSONValue.Member] { example.map { [.init("example", $0)] } ?? [] }

  static func presence(_ presence: Presence) -> JSONValue {
    switch presence {
    case .required: ["kind": "required"]
    case .optional: ["kind": "optional"]
    case .defaulted(let value): ["kind": "defaulted", "value": value]
    }
  }

  private static func additional(_ additional: Structure.Additional) -> JSONValue {
    switch additional {
    case .ignored: ["kind": "ignored"]
    case .forbidden: ["kind": "forbidden"]
    case .kept(let shape): ["kind": "kept", "shape": self.shape(shape)]
    }
  }

  private static func enumerationCase(_ item: Enumeration.Case) -> JSONValue {
    ["name": .string(item.name), "value": item.value, "documentation": text(item.documentation)]
  }

  private static func matching(_ matching: Union.Matching) -> JSONValue {
    switch matching {
    case .discriminator(let property): ["kind": "discriminator", "property": .string(property)]
    case .exactlyOne: ["kind": "exactlyOne"]
    case .first: ["kind": "first"]
    }
  }

  private static func variant(_ variant: Union.Variant) -> JSONValue {
    ["name": .string(variant.name), "shape": shape(variant.shape), "tags": .array(variant.tags.map { .string($0) })]
  }
}
