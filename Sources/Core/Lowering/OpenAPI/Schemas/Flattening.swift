internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecWriting

extension OpenAPILowerer {
  /// Chains of `allOf` and references that are longer are cut, so that no input exhausts the stack.
  private static let longestChain = 64

  /// Merges schemas that must all hold with everything that holds besides them.
  mutating func flatten(_ parts: SchemaParts) -> FlatSchema {
    if let known = flattened[parts] { return known }
    var flat = whole(parts.schemas[0], depth: 0) ?? FlatSchema()
    // Where the first one is there as a whole, this adds the others alone.
    for schema in parts.schemas { add(schema, to: &flat, depth: 0) }
    let settled = Set(parts.settled)
    if let choice = choiceOfChildren(parts), !settled.contains(choice.key) { flat.choices.append(choice) }
    flat.choices.removeAll { choice in
      // A choice of which one alternative is merged already has been made: `Cat` with `allOf: [Pet]`, where `Pet` chooses `Cat`.
      settled.contains(choice.key) || choice.alternatives.contains { flat.visited.contains($0) }
    }
    if let type = parts.type { flat.restrict(to: type) }
    flattened[parts] = flat
    return flat
  }

  mutating func flatten(_ schema: SchemaID) -> FlatSchema { flatten(SchemaParts([schema])) }

  /// Returns one schema with all that it is made of, found once for each; nothing within a cycle or too deep down a chain.
  ///
  /// It starts as what the first part says, which is the same as adding that part first, unless the chain would be cut there
  /// or the part is made of the schema itself. In layers that are each made of the whole layer below, this is what keeps the
  /// work proportional to the document.
  private mutating func whole(_ id: SchemaID, depth: Int) -> FlatSchema? {
    if let known = wholes[id] { return known }
    guard depth < Self.longestChain, openWholes.insert(id).inserted else { return nil }
    defer { openWholes.remove(id) }
    var flat = FlatSchema()
    if let first = parts(of: document.schemas[id]).first, let base = whole(first, depth: depth + 1),
      base.longestChain + 1 < Self.longestChain, !base.visited.contains(id)
    {
      flat = base
      flat.longestChain += 1
      flat.visited.insert(id)
      flat.merged.insert(id, at: 0)
      addContent(of: id, to: &flat, depth: 0)
    } else {
      add(id, to: &flat, depth: 0)
    }
    wholes[id] = flat
    return flat
  }

  /// What a schema refers to and is made of, in the order in which it is merged.
  private func parts(of schema: OpenAPI.Schema) -> [SchemaID] {
    (schema.reference.map { [$0.target] } ?? []) + schema.combination.allOf
  }

  private mutating func add(_ id: SchemaID, to flat: inout FlatSchema, depth: Int) {
    guard flat.visited.insert(id).inserted else { return }
    flat.merged.append(id)
    flat.longestChain = max(flat.longestChain, depth)
    addContent(of: id, to: &flat, depth: depth)
  }

  private mutating func addContent(of id: SchemaID, to flat: inout FlatSchema, depth: Int) {
    let schema = document.schemas[id]
    guard depth < Self.longestChain else {
      diagnostics.report(
        .schemaDepth, "the chain of “allOf” and references that ends here is too long", at: schema.range,
        hint: "Put the parts into fewer schemas.")
      return
    }
    if schema.boolean == false { flat.isImpossible = true }
    let parts = parts(of: schema)
    for part in parts where mayFollow(from: schema) { add(part, to: &flat, depth: depth + 1) }
    // The reader's own words come last, because they refine what it refers to.
    merge(schema, id, into: &flat, hasParents: !parts.isEmpty)
    partsMerged += 1
  }

  /// Counts one more look at a part; false where there were too many, which is told once.
  private mutating func mayFollow(from schema: OpenAPI.Schema) -> Bool {
    partsSeen += 1
    let mayFollow = partsSeen <= mostParts && partsMerged <= mostParts / 10
    if !mayFollow, !hasTooManyParts {
      hasTooManyParts = true
      diagnostics.report(
        .schemaDepth, "schemas are made of each other in too many ways, and from here on their parts are not merged",
        at: schema.range, hint: "End the cycle of “allOf”, or put the parts into fewer schemas.")
    }
    return mayFollow
  }

  private mutating func merge(_ schema: OpenAPI.Schema, _ id: SchemaID, into flat: inout FlatSchema, hasParents: Bool) {
    mergeTypes(of: schema, into: &flat, hasParents: hasParents)
    mergeValues(of: schema, id, into: &flat)
    mergeNumbers(of: schema, into: &flat)
    mergeText(of: schema, into: &flat)
    mergeItems(of: schema, into: &flat)
    mergeMembers(of: schema, into: &flat)
    mergeAnnotations(of: schema, into: &flat)
    let combination = schema.combination
    for (alternatives, isExactlyOne) in [(combination.oneOf, true), (combination.anyOf, false)] where !alternatives.isEmpty {
      flat.choices.append(Choice(key: .init(owner: id, isExactlyOne: isExactlyOne), alternatives: alternatives))
    }
  }

  private mutating func mergeTypes(of schema: OpenAPI.Schema, into flat: inout FlatSchema, hasParents: Bool) {
    let stated = schema.types.filter { $0 != .null }
    if !schema.types.isEmpty {
      let allowsNull = schema.isNullable || schema.types.contains(.null)
      flat.allowsNull = (flat.allowsNull ?? true) && allowsNull
      if let known = flat.types {
        let common = known.compactMap { narrower($0, among: stated) }
        if common.isEmpty, !stated.isEmpty, !known.isEmpty {
          diagnostics.report(
            .schemaConflict,
            "no value can be \(list(known)) and \(list(stated)), as this schema and one that it is combined with ask",
            at: schema.range(of: "type"), hint: "Make the types agree; the first one is used.")
        } else {
          flat.types = common
        }
      } else {
        flat.types = stated
      }
    }
    // `nullable: true` beside `allOf` was never meant to have no effect, whatever OpenAPI 3.0.3 makes of it.
    if schema.isNullable, schema.types.isEmpty || hasParents { flat.allowsNull = true }
  }

  /// Returns the type that meets both one type and some of a list: an integer is a number.
  private func narrower(_ type: OpenAPI.SchemaType, among others: [OpenAPI.SchemaType]) -> OpenAPI.SchemaType? {
    if others.contains(type) { return type }
    switch type {
    case .number: return others.contains(.integer) ? .integer : nil
    case .integer: return others.contains(.number) ? .integer : nil
    case .null, .boolean, .string, .array, .object: return nil
    }
  }

  private func list(_ types: [OpenAPI.SchemaType]) -> String { types.map(\.rawValue).joined(separator: " or ") }
}

extension FlatSchema {
  /// Keeps what concerns values of one type.
  fileprivate mutating func restrict(to type: OpenAPI.SchemaType) {
    types = [type]
    allowsNull = false
    allowed?.values.removeAll { !type.includes($0) }
  }
}
