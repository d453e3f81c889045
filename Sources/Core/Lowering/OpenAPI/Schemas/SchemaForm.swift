internal import OpenAPIReader
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

/// What kind of type a schema becomes.
enum SchemaForm {
  case structure
  case enumeration(Scalar)
  /// Several types, such as a string or a number, or listed values of several types.
  case types([OpenAPI.SchemaType])
  case choice(Choice)
  case list
  /// With the schemas that every value meets.
  case map([SchemaID])
  case scalar(OpenAPI.SchemaType?)
}

extension OpenAPILowerer {
  mutating func form(of flat: FlatSchema) -> SchemaForm {
    if let values = listedValues(of: flat) { return values }
    for choice in flat.choices where isRealChoice(choice) { return .choice(choice) }
    let types = usedTypes(of: flat)
    guard types.count <= 1 else { return .types(types) }
    switch types.first {
    case .object: return objectForm(of: flat)
    case .array: return .list
    case let type: return .scalar(type)
    }
  }

  /// The types that a value can have, where they are said or can be told from the rules; an integer is a number.
  func usedTypes(of flat: FlatSchema) -> [OpenAPI.SchemaType] {
    if let types = flat.types {
      var unique: [OpenAPI.SchemaType] = []
      for type in types where !unique.contains(type) && !(type == .integer && types.contains(.number)) { unique.append(type) }
      return unique
    }
    if flat.hasObjectRules { return [.object] }
    if flat.hasArrayRules { return [.array] }
    if flat.hasStringRules { return [.string] }
    if let format = flat.format {
      if let type = ScalarFormat.type(of: format) { return [type] }
    }
    return flat.hasNumberRules ? [.number] : []
  }

  /// Whether a choice says more than which members are required together, which a structure cannot show.
  mutating func isRealChoice(_ choice: Choice) -> Bool {
    for alternative in choice.alternatives where !isNullOnly(alternative) && !onlyRequires(alternative) { return true }
    return false
  }

  /// Whether an alternative says nothing but which members must be there.
  func onlyRequires(_ alternative: SchemaID) -> Bool {
    let schema = document.schemas[alternative]
    guard schema.reference == nil, schema.boolean == nil, schema.componentName == nil else { return false }
    let combination = schema.combination
    let saysMore =
      schema.types.contains { $0 != .object } || schema.enumeration != nil || schema.const != nil || schema.format != nil
      || !schema.object.properties.allSatisfy { saysNothing($0.id) } || schema.object.additional != nil
      || schema.array.items != nil || !combination.allOf.isEmpty || !combination.oneOf.isEmpty || !combination.anyOf.isEmpty
    return !saysMore && (!schema.object.required.isEmpty || combination.not != nil)
  }

  private func saysNothing(_ id: SchemaID) -> Bool {
    let schema = document.schemas[id]
    return schema.types.isEmpty && schema.reference == nil && schema.enumeration == nil && schema.const == nil
      && schema.combination.allOf.isEmpty && schema.combination.oneOf.isEmpty && schema.combination.anyOf.isEmpty
  }

  private func objectForm(of flat: FlatSchema) -> SchemaForm {
    guard flat.properties.isEmpty, flat.required.isEmpty else { return .structure }
    // Values of several patterns are told apart by their keys, which a map of one shape cannot show.
    let values = flat.patternProperties.count == 1 ? flat.patternProperties : []
    switch flat.additional {
    case .unstated, .allowed: return .map(values)
    case .schemas(let values): return .map(values)
    case .forbidden: return flat.patternProperties.isEmpty ? .structure : .map(values)
    }
  }

  private func listedValues(of flat: FlatSchema) -> SchemaForm? {
    guard let allowed = flat.allowed?.values.filter({ $0 != .null }), !allowed.isEmpty else { return nil }
    let bases = Set(allowed.map { Self.base(of: $0, format: flat.format) })
    // Structures and lists as values are told and not checked; see `noteListedStructures(of:)`.
    guard !bases.contains(nil) else { return nil }
    if bases.isSubset(of: [.int32, .int64, .double]), bases.contains(.double) { return .enumeration(.double) }
    guard bases.count == 1, case let base?? = bases.first else { return .types(Self.types(of: allowed)) }
    // Both values of a boolean restrict nothing.
    return base == .bool && allowed.count == 2 ? nil : .enumeration(base)
  }

  private static func types(of values: [JSONValue]) -> [OpenAPI.SchemaType] {
    let all: [OpenAPI.SchemaType] = [.string, .number, .boolean]
    return all.filter { type in values.contains { type.includes($0) } }
  }

  /// The scalar type of a listed value; nothing for structures and lists.
  static func base(of value: JSONValue, format: String?) -> Scalar? {
    switch value {
    case .string: .string
    case .bool: .bool
    case .number(let number):
      if number.int64 == nil { .double } else if format == "int32" { .int32 } else { .int64 }
    case .null, .array, .object: nil
    }
  }
}
