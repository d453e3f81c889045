internal import OpenAPIReader
internal import SpecWriting

extension OpenAPILowerer {
  /// Alternatives within alternatives are followed to this depth in search of null.
  private static let deepestSearch = 64

  /// Whether a schema accepts null; asked wherever it is used, and found out once.
  mutating func isNullable(_ schema: SchemaID) -> Bool {
    if let known = nullability[schema] { return known }
    guard open.count < Self.deepestSearch, open.insert(schema).inserted else { return false }
    let result = isNullable(flatten(schema))
    open.remove(schema)
    nullability[schema] = result
    return result
  }

  mutating func isNullable(_ flat: FlatSchema) -> Bool {
    if let allowsNull = flat.allowsNull { return allowsNull }
    if let allowed = flat.allowed { return allowed.values.contains(.null) && allowed.values.count > 1 }
    for choice in flat.choices {
      for alternative in choice.alternatives where isNullOnly(alternative) || isNullable(alternative) { return true }
    }
    return false
  }

  /// Whether null is the only value that a schema accepts.
  mutating func isNullOnly(_ schema: SchemaID) -> Bool {
    let flat = flatten(schema)
    if let allowed = flat.allowed { return allowed.values == [.null] }
    return flat.types == [] && flat.allowsNull == true
  }

  /// Follows a component that is nothing but a reference to what it names.
  func pureTarget(of schema: SchemaID) -> SchemaID { aliases[schema] ?? schema }

  /// Follows, once, each schema that is nothing but a reference to where its chain ends.
  func findAliases() -> [SchemaID: SchemaID] {
    var ends: [SchemaID: SchemaID] = [:]
    for schema in document.schemas.ids {
      var way: [SchemaID] = []
      var seen: Set<SchemaID> = []
      var end = schema
      while ends[end] == nil, seen.insert(end).inserted, let next = referenceAlone(document.schemas[end]) {
        way.append(end)
        end = next
      }
      end = ends[end] ?? end
      for alias in way { ends[alias] = end }
    }
    return ends
  }

  /// Follows wrappers that add nothing but texts and null: a reference, one `allOf`, one alternative besides null.
  ///
  /// A component keeps its name, and is only followed where it is a reference alone.
  mutating func peel(_ schema: SchemaID) -> (target: SchemaID, isNullable: Bool) {
    var target = pureTarget(of: schema)
    var isNullable = false
    var seen: Set<SchemaID> = [target]
    while true {
      let current = document.schemas[target]
      guard current.componentName == nil, !hasOwnRules(current) else { return (target, isNullable) }
      let combination = current.combination
      var targets = (current.reference.map { [$0.target] } ?? []) + combination.allOf
      var hasNull = current.isNullable || current.types.contains(.null)
      for alternatives in [combination.oneOf, combination.anyOf] {
        let others = alternatives.filter { !isNullOnly($0) }
        hasNull = hasNull || others.count < alternatives.count
        targets += others
      }
      guard targets.count == 1, typesAgree(current, with: targets[0]) else { return (target, isNullable) }
      let next = pureTarget(of: targets[0])
      guard seen.insert(next).inserted else { return (target, isNullable) }
      target = next
      isNullable = isNullable || hasNull
    }
  }

  /// Whether the types that a wrapper repeats are those of what it wraps.
  private mutating func typesAgree(_ wrapper: OpenAPI.Schema, with target: SchemaID) -> Bool {
    let own = wrapper.types.filter { $0 != .null }
    if own.isEmpty { return true }
    return flatten(target).types == own
  }

  private func referenceAlone(_ schema: OpenAPI.Schema) -> SchemaID? {
    guard let reference = schema.reference, !hasOwnRules(schema), schema.types.isEmpty, !schema.isNullable else { return nil }
    let combination = schema.combination
    guard combination.allOf.isEmpty, combination.oneOf.isEmpty, combination.anyOf.isEmpty else { return nil }
    return reference.target
  }

  /// Whether a schema itself asks anything of values but their type.
  private func hasOwnRules(_ schema: OpenAPI.Schema) -> Bool {
    var flat = FlatSchema()
    mergeNumbers(of: schema, into: &flat)
    mergeItems(of: schema, into: &flat)
    mergeMembers(of: schema, into: &flat)
    let string = schema.string
    return flat.hasRules || schema.format != nil || schema.enumeration != nil || schema.const != nil || schema.boolean != nil
      || string.minLength != nil || string.maxLength != nil || string.pattern != nil || string.contentEncoding != nil
      || string.contentMediaType != nil
  }
}
