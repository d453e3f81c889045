internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecWriting

extension Reader {
  mutating func schema(_ node: Node, _ keyword: String, _ place: OpenAPI.Place) -> SchemaID? {
    guard let value = node[keyword] else { return nil }
    return use(value, place.appending(keyword))
  }

  mutating func schemas(_ node: Node, _ keyword: String, _ place: OpenAPI.Place) -> [SchemaID] {
    guard let list = node[keyword], list.kind == .sequence else { return [] }
    if list.items.isEmpty { report(.schemaEmpty, "“\(keyword)” needs at least one schema", at: list) }
    let place = place.appending(keyword)
    return list.items.enumerated().compactMap { index, item in use(item, place.appending(index)) }
  }

  mutating func schemaReference(_ node: Node) -> OpenAPI.SchemaReference? {
    guard let value = node["$ref"], let target = resolve(node, as: .schemas) else { return nil }
    return OpenAPI.SchemaReference(
      target: reserve(target.node, target.place), text: value.text ?? "", range: value.range)
  }

  /// `type` as one word or, in 3.1, as several. Several in 3.0 are read as they are meant.
  mutating func schemaTypes(_ node: Node) -> [OpenAPI.SchemaType] {
    guard let value = node["type"] else { return [] }
    switch value.kind {
    case .sequence:
      if document.dialect == .v30 { reportDialect("an array of types", since: .v31, at: value) }
      var types: [OpenAPI.SchemaType] = []
      for item in value.items {
        guard let type = schemaType(item), !types.contains(type) else { continue }
        types.append(type)
      }
      return types
    case .null, .bool, .integer, .float, .string, .mapping:
      guard let type = schemaType(value) else { return [] }
      if type == .null, document.dialect == .v30 { reportDialect("the type “null”", since: .v31, at: value) }
      return [type]
    }
  }

  private mutating func schemaType(_ node: Node) -> OpenAPI.SchemaType? {
    guard let text = node.text else {
      report(.memberKind, "the name of a type is expected, and this is \(node.kind.article)", at: node)
      return nil
    }
    if let type = OpenAPI.SchemaType(rawValue: text) { return type }
    if let (type, hint) = Self.foreignTypes[text] {
      report(.valueUnknown, "“\(text)” is not a value of “type”", at: node, hint: "Did you mean “\(type)”\(hint)?")
    } else {
      reportWord(node, text, "type", OpenAPI.SchemaType.allCases.map(\.rawValue))
    }
    return nil
  }

  /// What people write who think of another language.
  private static let foreignTypes: [String: (type: String, hint: String)] = [
    "int": ("integer", ""), "int32": ("integer", " with `format: int32`"), "int64": ("integer", " with `format: int64`"),
    "long": ("integer", " with `format: int64`"), "float": ("number", " with `format: float`"),
    "double": ("number", " with `format: double`"), "decimal": ("number", ""), "bool": ("boolean", ""), "str": ("string", ""),
    "text": ("string", ""), "uuid": ("string", " with `format: uuid`"), "date": ("string", " with `format: date`"),
    "datetime": ("string", " with `format: date-time`"), "date-time": ("string", " with `format: date-time`"),
    "file": ("string", " with `format: binary`"), "map": ("object", ""), "dict": ("object", ""), "list": ("array", ""),
  ]

  mutating func reportDialect(_ what: String, since dialect: OpenAPI.Dialect, at node: Node) {
    let version = document.version
    report(.memberDialect, "\(what) belongs to OpenAPI \(dialect.rawValue), and the document says \(version)", at: node)
  }

  /// A bound in both spellings: 3.0 adds a boolean to `minimum`, 3.1 has a number of its own. The other spelling is read as it is
  /// meant.
  mutating func bound(
    _ node: Node, _ keyword: String, _ exclusiveKeyword: String, isStricter: (Double, Double) -> Bool
  ) -> OpenAPI.Bound? {
    let inclusive = node[keyword]?.number
    guard let exclusive = node[exclusiveKeyword] else { return inclusive.map { OpenAPI.Bound(value: $0, isExclusive: false) } }
    if let flag = exclusive.bool {
      if document.dialect == .v31 { reportDialect("a boolean “\(exclusiveKeyword)”", since: .v30, at: exclusive) }
      return inclusive.map { OpenAPI.Bound(value: $0, isExclusive: flag) }
    }
    guard let number = exclusive.number else {
      report(.memberKind, "a number is expected for “\(exclusiveKeyword)”, and this is \(exclusive.kind.article)", at: exclusive)
      return inclusive.map { OpenAPI.Bound(value: $0, isExclusive: false) }
    }
    if document.dialect == .v30 { reportDialect("a number as “\(exclusiveKeyword)”", since: .v31, at: exclusive) }
    if let inclusive, let lhs = inclusive.double, let rhs = number.double, isStricter(lhs, rhs) {
      return OpenAPI.Bound(value: inclusive, isExclusive: false)
    }
    return OpenAPI.Bound(value: number, isExclusive: true)
  }

  mutating func multipleOf(_ node: Node) -> JSONNumber? {
    guard let value = node["multipleOf"], let number = value.number else { return nil }
    guard let double = number.double, double > 0 else {
      report(.schemaLimits, "“multipleOf” must be greater than 0", at: value)
      return nil
    }
    return number
  }

  mutating func items(_ node: Node, _ place: OpenAPI.Place) -> SchemaID? {
    guard let value = node["items"] else { return nil }
    guard value.kind == .sequence else { return use(value, place.appending("items")) }
    report(
      .memberKind, "a schema is expected for “items”, and this is an array", at: value,
      hint: "A schema for each position is written as `prefixItems`, since OpenAPI 3.1.")
    return nil
  }

  mutating func additional(_ node: Node, _ keyword: String, _ place: OpenAPI.Place) -> OpenAPI.AdditionalProperties? {
    guard let value = node[keyword] else { return nil }
    if let flag = value.bool { return .allowed(flag) }
    return use(value, place.appending(keyword)).map { .schema($0) }
  }

  mutating func dependentRequired(_ node: Node) -> [OpenAPI.DependentRequired] {
    entries(node["dependentRequired"]).map { key, value in
      if value.kind != .sequence {
        report(.memberKind, "an array of names is expected, and this is \(value.kind.article)", at: value)
      }
      let name = key.text ?? ""
      return OpenAPI.DependentRequired(property: name, key: key, required: distinctStrings(value, name))
    }
  }

  mutating func discriminator(_ node: Node) -> OpenAPI.Discriminator? {
    guard let node = object(node, "discriminator") else { return nil }
    check(node, as: .discriminator)
    guard let name = text(node, "propertyName") else { return nil }
    var discriminator = OpenAPI.Discriminator(node: node, propertyName: name)
    for (key, value) in entries(node["mapping"]) {
      guard let target = mappingTarget(value) else { continue }
      discriminator.mapping.append(.init(value: key.text ?? "", key: key, target: target))
    }
    return discriminator
  }

  /// The schema that a value of a discriminator means: the name of a component, or else a reference (OpenAPI 3.1.1 §4.8.25.3).
  private mutating func mappingTarget(_ value: Node) -> SchemaID? {
    guard let text = value.text, value.kind != .null else {
      report(.memberKind, "the name of a schema or a reference is expected, and this is \(value.kind.article)", at: value)
      return nil
    }
    let schemas = object(value.document.root, "components").flatMap { object($0, "schemas") }
    if let schema = schemas?[text], isReadable(schema, as: .schemas) {
      let place = files.place(ofRoot: value.document.source).appending(JSONPointer(["components", "schemas", text]))
      if value.document.source != files.rootSource {
        document.references[value] = OpenAPI.ReferenceTarget(kind: .schemas, node: schema, place: place)
      }
      return reserve(schema, place)
    }
    guard text.contains(where: { $0 == "#" || $0 == "/" || $0 == "." }) else {
      let suggestion = findings.tells(.refUnknown) ? suggestion(for: text, in: schemas) : nil
      report(
        .refUnknown, "there is no schema “\(text)”", at: value,
        hint: suggestion ?? "Name a component, or write a reference such as “#/components/schemas/Name”.")
      return nil
    }
    guard let target = resolve(text, at: value, as: .schemas), isReadable(target.node, as: .schemas) else { return nil }
    remember(target, for: value)
    return reserve(target.node, target.place)
  }
}
