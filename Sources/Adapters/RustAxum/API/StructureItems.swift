import SpecAdapters
import SpecIR
import SpecWriting

extension Decoders {
  /// Returns a structure and what reads it.
  func items(of structure: Structure, _ id: ModelID, _ patterns: PatternConstants) -> [RustItem] {
    let model = target.core[id]
    var items: [RustItem] = [
      .structure(
        RustStruct(
          target[id].name, .named(fields(of: structure, id)),
          documentation: target.documentation(of: id),
          attributes: [.derive(derives(id))]))
    ]
    if model.usage.contains(.request) { items.append(decode(structure, id, patterns)) }
    if model.usage.contains(.query) { items.append(decodeParams(structure, id, patterns)) }
    return items
  }

  /// What the compiler derives for every type that is not copied.
  static let plainDerives: [RustPath] = ["Debug", "Clone", "PartialEq"]

  func derives(_ id: ModelID, isCopy: Bool = false) -> [RustPath] {
    (isCopy ? ["Debug", "Clone", "Copy", "PartialEq", "Eq"] : Self.plainDerives)
      + (target.serde.writes(id) ? [RustPath(.serialize)] : [])
      + (target.serde.reads(id) ? [RustPath(.deserialize)] : [])
  }

  private func fields(of structure: Structure, _ id: ModelID) -> [RustField] {
    var fields = zip(structure.fields, target[id].fields).map { field, name in
      RustField(
        name, target.type(of: field, in: id), documentation: field.documentation, attributes: serde(field, name, of: id))
    }
    if case .kept(let shape) = structure.additional {
      fields.append(
        RustField(
          RustNames.additionalField, .named(.btreeMap, .string, target.type(shape.type)),
          documentation: "Members that the contract does not name.",
          attributes: target.serde.knows(id) ? [.serde("flatten")] : []))
    }
    return fields
  }

  /// How a field travels: under another name than its own, left out where it is absent.
  private func serde(_ field: Field, _ name: String, of id: ModelID) -> [RustAttribute] {
    guard target.serde.knows(id) else { return [] }
    var items: [RustAttribute.Item] = []
    if (name.hasPrefix("r#") ? String(name.dropFirst(2)) : name) != field.name { items.append(.string("rename", field.name)) }
    if field.presence == .optional {
      if target.tellsNullFromAbsent(field), target.serde.reads(id) {
        _ = leaf("present")
        items += ["default", .string("deserialize_with", "super::decode::present")]
      }
      if target.serde.writes(id) { items.append(.string("skip_serializing_if", "Option::is_none")) }
    }
    return items.isEmpty ? [] : [.serde(items)]
  }

  private func decode(_ structure: Structure, _ id: ModelID, _ patterns: PatternConstants) -> RustItem {
    let name = target[id].name
    let object = leaf("object")
    let takes = !structure.fields.isEmpty
    let isNamed = takes || structure.additional != .ignored || structure.minProperties ?? 0 > 0 || structure.maxProperties != nil
    let body = RustBlock {
      let opened = RustExpr.call(object, "value", "at", "report").try
      isNamed ? RustStatement.let(takes ? .mut("fields") : "fields", opened) : .expr(opened)
      if let bound = structure.minProperties, bound > 0 {
        RustStatement.expr(RustExpr("fields").call("min_properties", .integer(bound), "report"))
      }
      if let bound = structure.maxProperties {
        RustStatement.expr(RustExpr("fields").call("max_properties", .integer(bound), "report"))
      }
      for (field, local) in zip(structure.fields, target[id].fields) {
        RustStatement.let(
          RustPattern(stringLiteral: Self.local(local)),
          taken(field, from: "fields", by: decoder(of: field.shape, in: id, patterns, named: field.name)))
      }
      rest(of: structure, patterns, named: name)
      RustExpr.some(.structure("Self", values(of: structure, id)))
    }
    return .implementation(
      RustImpl(
        RustPath(.decoding("Decode")), for: .named(.api(name)),
        [.function(RustFunction("decode", Self.parameters, returns: .option(.selfType), body: body))]))
  }

  /// What becomes of members that no field names.
  @RustBlockBuilder
  private func rest(of structure: Structure, _ patterns: PatternConstants, named name: String) -> RustBlock {
    switch structure.additional {
    case .ignored: RustBlock([])
    case .forbidden: RustBlock([.expr(RustExpr("fields").call("deny_others", "report"))])
    case .kept(let shape):
      let item = decoder(of: shape, in: nil, patterns, named: "\(name) additional")
      RustStatement.let(
        RustPattern(stringLiteral: RustNames.additionalField), RustExpr("fields").call("others", "report", item))
    }
  }

  private func values(of structure: Structure, _ id: ModelID) -> [RustExpr.FieldValue] {
    var values = target[id].fields.map { RustExpr.FieldValue($0, RustExpr(stringLiteral: Self.local($0)).try) }
    if case .kept = structure.additional {
      values.append(.init(RustNames.additionalField, RustExpr(stringLiteral: RustNames.additionalField).try))
    }
    return values
  }

  /// What a decoded field is called until the structure is made: never what the decoder itself still needs.
  static func local(_ field: String) -> String {
    // The last three are clippy's placeholders (disallowed_names).
    ["fields", "params", "value", "at", "report", "foo", "baz", "quux"].contains(field) ? "\(field)_" : field
  }

  /// Takes a field or a parameter by its name: required, optional, or with its default.
  func taken(_ field: Field, from source: String, by decoder: RustExpr) -> RustExpr {
    let source = RustExpr(stringLiteral: source)
    switch field.presence {
    case .required: return source.call("required", .string(field.name), "report", decoder)
    case .optional: return source.call("optional", .string(field.name), "report", decoder)
    case .defaulted(let value):
      let literal = target.value(value, of: field.shape.type)
      return source.call("defaulted", .string(field.name), literal, "report", decoder)
    }
  }
}
