internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

extension OpenAPILowerer {
  mutating func parameters(of operation: OpenAPI.Operation, in item: OpenAPI.PathItem, _ site: OperationSite) -> [Parameter] {
    var parameters: [Parameter] = []
    let declared = Set(site.path.parameterNames)
    for id in document.parameters(of: operation, in: item) {
      let source = document.parameters[id]
      guard source.location != .path || declared.contains(source.name) else { continue }
      core.provenance.add(
        Origin("parameter \(source.name)", at: source.range), to: .parameter(site.id, parameters.count))
      parameters.append(parameter(source, at: parameters.count, site))
    }
    return parameters + undeclaredParameters(of: operation, site, besides: parameters)
  }

  private mutating func parameter(_ source: OpenAPI.Parameter, at index: Int, _ site: OperationSite) -> Parameter {
    let name = site.typeName + upperCamelCase(source.name)
    let (shape, schema, isJSON) = value(source.value, named: name)
    var presence = source.isRequired || source.location == .path ? Presence.required : .optional
    let flat = schema.map { flatten($0) }
    if presence == .optional, let value = flat?.defaultValue {
      presence = .defaulted(value.json())
      pendingDefaults.append(PendingDefault(owner: .parameter(site.id, index), range: value.range))
    }
    return Parameter(
      name: source.name, location: Parameter.Location(source.location), style: isJSON ? .json : Parameter.Style(source.style),
      isExploded: !isJSON && source.explode, shape: shape, presence: presence,
      documentation: (source.description ?? flat?.documentation).flatMap(documentationText), isDeprecated: source.isDeprecated,
      example: (source.example ?? source.examples.first.flatMap { document.examples[$0.id].value })?.json())
  }

  /// Returns the shape of a parameter or header, its schema, and whether it is written as JSON.
  mutating func value(_ value: OpenAPI.ParameterValue, named name: String) -> (shape: Shape, schema: SchemaID?, isJSON: Bool) {
    switch value {
    case .schema(let schema): return (shape(of: schema, named: name), schema, false)
    case .content(let media):
      guard let schema = media.schema else { return (Shape(.scalar(.string)), nil, false) }
      guard Content.Encoding(essence: media.essence) == .json else {
        diagnostics.report(
          .contentUnread, "a parameter written as \(media.essence) is passed on as text", at: media.range,
          hint: "Describe the parameter by a schema, or as application/json.")
        return (Shape(.scalar(.string)), nil, false)
      }
      return (shape(of: schema, named: name), schema, true)
    case .none: return (Shape(.scalar(.string)), nil, false)
    }
  }

  /// The parameters that a path names and nobody describes: text, one segment long.
  private func undeclaredParameters(
    of operation: OpenAPI.Operation, _ site: OperationSite, besides declared: [Parameter]
  ) -> [Parameter] {
    var known = Set(declared.filter { $0.location == .path }.map(\.name))
    return site.path.parameterNames.filter { known.insert($0).inserted }.map { name in
      Parameter(
        name: name, location: .path, style: .simple, isExploded: false, shape: Shape(.scalar(.string)), presence: .required)
    }
  }

  /// Makes the structure of all query parameters.
  mutating func queryModel(of parameters: [Parameter], _ site: OperationSite) -> ModelID? {
    let fields = parameters.filter { $0.location == .query }.map { parameter in
      Field(
        name: parameter.name, shape: parameter.shape, presence: parameter.presence, documentation: parameter.documentation,
        isDeprecated: parameter.isDeprecated, example: parameter.example)
    }
    guard !fields.isEmpty else { return nil }
    let id = ModelID(core.models.count)
    core.models.append(Model(name: names.claim(site.typeName + "Query"), kind: .structure(Structure(fields: fields))))
    queryModels.append(QueryModel(model: id, operation: site.id))
    return id
  }
}

/// The structure that repeats the query parameters of an operation.
struct QueryModel {
  let model: ModelID
  let operation: OperationID
}

extension Parameter.Location {
  init(_ location: OpenAPI.ParameterLocation) {
    self =
      switch location {
      case .path: .path
      case .query: .query
      case .header: .header
      case .cookie: .cookie
      }
  }
}

extension Parameter.Style {
  init(_ style: OpenAPI.ParameterStyle) {
    self =
      switch style {
      case .matrix: .matrix
      case .label: .label
      case .form: .form
      case .simple: .simple
      case .spaceDelimited: .spaceDelimited
      case .pipeDelimited: .pipeDelimited
      case .deepObject: .deepObject
      }
  }
}
