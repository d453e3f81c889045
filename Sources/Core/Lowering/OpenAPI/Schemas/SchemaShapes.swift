internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecSource

extension OpenAPILowerer {
  /// Lists within lists without a name between them are cut at this depth, so that a list of itself ends.
  private static let deepestInlineNesting = 32

  /// Returns the shape of a schema where it is used.
  /// - Parameter name: what the model is called that the schema needs, where the contract gives it no name.
  mutating func shape(of schema: SchemaID, named name: String, depth: Int = 0) -> Shape {
    let (target, isNullable) = peel(schema)
    let shape = plainShape(of: SchemaParts([target]), named: name, depth: depth)
    return isNullable ? Shape(shape.type.nullable, shape.constraints) : shape
  }

  /// Returns the shape of a value that meets several schemas at once.
  mutating func shape(of schemas: [SchemaID], named name: String, depth: Int = 0) -> Shape {
    guard schemas.count != 1 else { return shape(of: schemas[0], named: name, depth: depth) }
    let parts = SchemaParts(withoutImplied(schemas.map { peel($0).target }))
    return plainShape(of: parts, named: name, depth: depth)
  }

  /// Leaves out schemas that another one of the list merges anyway.
  private mutating func withoutImplied(_ schemas: [SchemaID]) -> [SchemaID] {
    var firsts: [SchemaID: Int] = [:]
    var lasts: [SchemaID: Int] = [:]
    for (index, schema) in schemas.enumerated() {
      if firsts[schema] == nil { firsts[schema] = index }
      lasts[schema] = index
    }
    var implied: Set<SchemaID> = []
    for schema in schemas {
      for part in flatten(schema).merged where part != schema {
        guard let first = firsts[part], let last = lasts[schema] else { continue }
        // Of schemas that are made of each other, the last one stays.
        if last > first || !flatten(part).visited.contains(schema) { implied.insert(part) }
      }
    }
    let kept = schemas.indices.filter { firsts[schemas[$0]] == $0 && !implied.contains(schemas[$0]) }.map { schemas[$0] }
    return kept.isEmpty ? [schemas[0]] : kept
  }

  mutating func plainShape(of parts: SchemaParts, named name: String, depth: Int) -> Shape {
    let flat = flatten(parts)
    let isNullable = parts == SchemaParts([parts.schemas[0]]) ? self.isNullable(parts.schemas[0]) : self.isNullable(flat)
    var shape: Shape
    if let model = modelOf[parts] {
      shape = Shape(.named(model))
    } else if depth > Self.deepestInlineNesting {
      diagnostics.report(
        .schemaDepth, "lists are nested too deep here, and what is inside is not checked", at: range(of: parts),
        hint: "Give a name to a schema in between.")
      shape = Shape(.scalar(.json))
    } else {
      shape = inlineShape(of: flat, parts, named: name, depth: depth)
    }
    if isNullable, shape.type != .scalar(.json) { shape.type = shape.type.nullable }
    return shape
  }

  /// Returns the shape of schemas without a name, and numbers a model for them where they need one.
  private mutating func inlineShape(of flat: FlatSchema, _ parts: SchemaParts, named name: String, depth: Int) -> Shape {
    switch form(of: flat) {
    case .structure, .enumeration, .types:
      return Shape(.named(reserve(names.claim(name), parts)))
    case .choice(let choice):
      // A choice may turn out to be none, and needs no model then.
      guard let only = onlyAlternative(of: choice) else { return Shape(.named(reserve(names.claim(name), parts))) }
      return plainShape(of: variantParts(of: only, choice, parts, flat), named: name, depth: depth + 1)
    case .list, .map, .scalar: return unnamedShape(of: flat, named: name, depth: depth)
    }
  }

  /// Returns the shape of a list, a map or a scalar, which need no model.
  mutating func unnamedShape(of flat: FlatSchema, named name: String, depth: Int) -> Shape {
    switch form(of: flat) {
    case .list: listShape(of: flat, named: name, depth: depth)
    case .map(let values): mapShape(of: flat, values: values, named: name, depth: depth)
    case .scalar(let type): scalarShape(of: flat, type: type)
    case .structure, .enumeration, .types, .choice: Shape(.scalar(.json))
    }
  }

  private mutating func listShape(of flat: FlatSchema, named name: String, depth: Int) -> Shape {
    var constraints = Constraints()
    constraints.minItems = flat.minItems.flatMap { $0 > 0 ? $0 : nil }
    constraints.maxItems = flat.maxItems
    constraints.uniqueItems = flat.uniqueItems
    let items = flat.items.isEmpty ? Shape(.scalar(.json)) : shape(of: flat.items, named: name + "Item", depth: depth + 1)
    return Shape(.list(items), constraints)
  }

  private mutating func mapShape(of flat: FlatSchema, values: [SchemaID], named name: String, depth: Int) -> Shape {
    var constraints = Constraints()
    constraints.minProperties = flat.minProperties.flatMap { $0 > 0 ? $0 : nil }
    constraints.maxProperties = flat.maxProperties
    let values = values.isEmpty ? Shape(.scalar(.json)) : shape(of: values, named: name + "Value", depth: depth + 1)
    return Shape(.map(values), constraints)
  }

  /// Where schemas stand, for findings about all of them.
  func range(of parts: SchemaParts) -> SourceRange? { parts.schemas.first.map { document.schemas[$0].range } }

  func range(of flat: FlatSchema) -> SourceRange? { flat.merged.first.map { document.schemas[$0].range } }
}
