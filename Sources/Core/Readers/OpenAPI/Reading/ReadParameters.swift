internal import SpecDiagnostics
internal import SpecDocuments

extension OpenAPI.Parameter: Readable {
  static let kind = OpenAPI.ReferenceKind.parameters
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.parameters }

  mutating func read(by reader: inout Reader) {
    reader.check(node, as: .parameter)
    name = reader.text(node, "name") ?? ""
    location = reader.word(node["in"], "in") ?? .query
    isRequired = reader.bool(node, "required")
    isDeprecated = reader.bool(node, "deprecated")
    allowEmptyValue = reader.bool(node, "allowEmptyValue")
    allowReserved = reader.bool(node, "allowReserved")
    value = reader.parameterValue(node, place, "a parameter")
    style = reader.style(node, location)
    explode = node["explode"]?.bool ?? (style == .form)
    example = node["example"]
    examples = reader.named(reader.object(node, "examples"), place.appending("examples"))
    reader.checkRequired(self)
  }
}

extension OpenAPI.Header: Readable {
  static let kind = OpenAPI.ReferenceKind.headers
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.headers }

  mutating func read(by reader: inout Reader) {
    reader.check(node, as: .header)
    isRequired = reader.bool(node, "required")
    isDeprecated = reader.bool(node, "deprecated")
    explode = reader.bool(node, "explode")
    value = reader.parameterValue(node, place, "a header")
    _ = reader.style(node, .header)
    example = node["example"]
    examples = reader.named(reader.object(node, "examples"), place.appending("examples"))
  }
}

extension Reader {
  /// The parameters of a path item or an operation, of which each name and location may occur once.
  mutating func parameters(of node: Node, _ place: OpenAPI.Place) -> [OpenAPI.ID<OpenAPI.Parameter>] {
    guard let list = node["parameters"], list.kind == .sequence else { return [] }
    let place = place.appending("parameters")
    return list.items.enumerated().compactMap { index, item in use(item, place.appending(index)) }
  }

  mutating func parameterValue(_ node: Node, _ place: OpenAPI.Place, _ what: String) -> OpenAPI.ParameterValue {
    let schema = node.entry("schema")
    let content = node.entry("content")
    if let schema, let content {
      findings.report(
        .parameterSchema, "\(what) has either “schema” or “content”, not both", at: content.key.range,
        related: [Diagnostic.Related("“schema” is used", at: schema.key.range)])
    }
    if let schema {
      return use(schema.value, place.appending("schema")).map { .schema($0) } ?? .none
    }
    guard let content else {
      findings.report(.parameterSchema, "\(what) needs one of the members “schema” and “content”", at: start(of: node))
      return .none
    }
    let types = mediaTypes(content.value, place.appending("content"))
    if content.value.entries.count != 1 {
      report(.parameterSchema, "“content” of \(what) has exactly one media type", at: content.key)
    }
    return types.first.map { .content($0) } ?? .none
  }

  mutating func style(_ node: Node, _ location: OpenAPI.ParameterLocation) -> OpenAPI.ParameterStyle {
    guard let written = node["style"], let style: OpenAPI.ParameterStyle = word(written, "style") else {
      return location.defaultStyle
    }
    guard !location.styles.contains(style) else { return style }
    let styles = location.styles.map(\.rawValue).joined(separator: ", ")
    report(
      .styleLocation,
      "the style “\(style.rawValue)” does not exist in \(location.rawValue); “\(location.defaultStyle.rawValue)” is used",
      at: written, hint: "Possible here: \(styles).")
    return location.defaultStyle
  }

  /// OpenAPI 3.1.1 §4.8.12.2.1: a path parameter is always required. §4.8.12.2: some header parameters shall be ignored.
  mutating func checkRequired(_ parameter: OpenAPI.Parameter) {
    if parameter.location == .path, !parameter.isRequired {
      findings.report(
        .pathParameterOptional, "the path parameter “\(parameter.name)” must say `required: true`",
        at: parameter.node["required"]?.range ?? start(of: parameter.node))
    }
    if parameter.isIgnored { findings.note(.ignoredHeaders, at: parameter.range(of: "name")) }
  }
}

extension OpenAPI.Parameter {
  /// Whether the specification says to ignore it: the media types and the security of an operation say what these headers hold.
  package var isIgnored: Bool {
    location == .header && ["accept", "content-type", "authorization"].contains(name.lowercased())
  }
}
