internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

extension OpenAPILowerer {
  mutating func mergeValues(of schema: OpenAPI.Schema, _ id: SchemaID, into flat: inout FlatSchema) {
    guard let nodes = schema.const.map({ [$0] }) ?? schema.enumeration else { return }
    let stated = nodes.compactMap { value(of: $0, in: schema) }
    guard !stated.isEmpty else { return }
    var unique: [JSONValue] = []
    var seen: Set<JSONValue> = []
    for value in stated where seen.insert(value).inserted { unique.append(value) }
    guard let known = flat.allowed else {
      flat.allowed = .init(values: unique, owner: id)
      return
    }
    let common = known.values.filter { seen.contains($0) }
    if common.isEmpty {
      diagnostics.report(
        .schemaConflict, "no value is allowed both here and by the schema that this one is combined with", at: schema.range,
        hint: "Make the lists of values overlap; the first one is used.")
    } else {
      flat.allowed = .init(values: common, owner: common.count == unique.count ? id : known.owner)
    }
  }

  /// Returns a listed value as one of the schema's types; nothing where it is of none of them.
  private mutating func value(of node: OpenAPINode, in schema: OpenAPI.Schema) -> JSONValue? {
    let value = node.json()
    guard !schema.types.isEmpty, value != .null, !schema.types.contains(where: { $0.includes(value) }) else { return value }
    if schema.types.contains(.string), let text = node.text {
      diagnostics.report(
        .enumValueType, "the value “\(text)” is no string as it is written, and is taken as one", at: node.range,
        hint: "Quote the value.")
      return .string(text)
    }
    diagnostics.report(
      .enumValueType, "the value is not of the schema's type, and is left out", at: node.range,
      hint: "Write a value of the type, or mend the type.")
    return nil
  }

  func mergeNumbers(of schema: OpenAPI.Schema, into flat: inout FlatSchema) {
    flat.minimum = stricter(flat.minimum, schema.number.minimum) { $0 > $1 }
    flat.maximum = stricter(flat.maximum, schema.number.maximum) { $0 < $1 }
    flat.multipleOf = schema.number.multipleOf ?? flat.multipleOf
  }

  private func stricter(
    _ first: OpenAPI.Bound?, _ second: OpenAPI.Bound?, _ isStricter: (Double, Double) -> Bool
  ) -> OpenAPI.Bound? {
    guard let first, let second, let one = first.value.double, let other = second.value.double else { return second ?? first }
    if one == other { return first.isExclusive ? first : second }
    return isStricter(one, other) ? first : second
  }

  mutating func mergeText(of schema: OpenAPI.Schema, into flat: inout FlatSchema) {
    flat.format = schema.format ?? flat.format
    flat.minLength = larger(flat.minLength, schema.string.minLength)
    flat.maxLength = smaller(flat.maxLength, schema.string.maxLength)
    if let known = flat.pattern, let pattern = schema.string.pattern, known != pattern {
      diagnostics.report(
        .constraintDropped, "a value would have to match two patterns, of which only the first one is checked",
        at: schema.range(of: "pattern"), hint: "Write one pattern that says both.")
    } else {
      flat.pattern = schema.string.pattern ?? flat.pattern
    }
    flat.contentEncoding = schema.string.contentEncoding ?? flat.contentEncoding
    flat.contentMediaType = schema.string.contentMediaType ?? flat.contentMediaType
  }

  func mergeItems(of schema: OpenAPI.Schema, into flat: inout FlatSchema) {
    if let items = schema.array.items, !flat.items.contains(items) { flat.items.append(items) }
    flat.hasTuple = flat.hasTuple || !schema.array.prefixItems.isEmpty
    flat.minItems = larger(flat.minItems, schema.array.minItems)
    flat.maxItems = smaller(flat.maxItems, schema.array.maxItems)
    flat.uniqueItems = flat.uniqueItems || schema.array.uniqueItems
  }

  func mergeMembers(of schema: OpenAPI.Schema, into flat: inout FlatSchema) {
    let rules = schema.object
    for property in rules.properties {
      if let index = flat.positions[property.name] {
        if !flat.properties[index].schemas.contains(property.id) { flat.properties[index].schemas.append(property.id) }
      } else {
        flat.positions[property.name] = flat.properties.count
        flat.properties.append(.init(name: property.name, schemas: [property.id]))
      }
    }
    for name in rules.required where flat.requiredNames.insert(name).inserted { flat.required.append(name) }
    mergeAdditional(of: rules, into: &flat)
    flat.patternProperties += rules.patternProperties.map(\.id)
    flat.minProperties = larger(flat.minProperties, rules.minProperties)
    flat.maxProperties = smaller(flat.maxProperties, rules.maxProperties)
  }

  /// What is said last holds, except that silence or `true` opens nothing that a part gave a shape.
  private func mergeAdditional(of rules: OpenAPI.ObjectRules, into flat: inout FlatSchema) {
    switch rules.additional ?? rules.unevaluated {
    case nil: break
    case .allowed(false)?: flat.additional = .forbidden
    case .allowed(true)?:
      if case .schemas = flat.additional { return }
      flat.additional = .allowed
    case .schema(let schema)?:
      if document.schemas[schema].boolean == false {
        flat.additional = .forbidden
      } else if case .schemas(let known) = flat.additional {
        flat.additional = .schemas(known.contains(schema) ? known : known + [schema])
      } else {
        flat.additional = .schemas([schema])
      }
    }
  }

  func mergeAnnotations(of schema: OpenAPI.Schema, into flat: inout FlatSchema) {
    flat.isReadOnly = flat.isReadOnly || schema.isReadOnly
    flat.isWriteOnly = flat.isWriteOnly || schema.isWriteOnly
    flat.isDeprecated = flat.isDeprecated || schema.isDeprecated
    flat.documentation = schema.documentation ?? flat.documentation
    flat.defaultValue = schema.defaultValue ?? flat.defaultValue
    flat.example = schema.examples.first ?? flat.example
  }

  private func larger(_ first: Int?, _ second: Int?) -> Int? {
    guard let first, let second else { return first ?? second }
    return max(first, second)
  }

  private func smaller(_ first: Int?, _ second: Int?) -> Int? {
    guard let first, let second else { return first ?? second }
    return min(first, second)
  }
}

extension OpenAPI.Schema {
  /// Its description, else its title, without blanks around; nothing where that is empty.
  var documentation: String? { (description ?? title).flatMap(documentationText) }
}

extension OpenAPI.SchemaType {
  /// Whether a value is of this type; `2.0` is an integer (JSON Schema 2020-12 §4.2.3).
  func includes(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.null, .null), (.boolean, .bool), (.number, .number), (.string, .string), (.array, .array), (.object, .object): true
    case (.integer, .number(let number)): number.int64 != nil || number.isIntegerLiteral
    case (.null, _), (.boolean, _), (.integer, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }
}
