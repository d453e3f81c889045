internal import OpenAPIReader
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

extension OpenAPILowerer {
  mutating func lowerOperations() {
    var names = OperationNames()
    for path in document.paths {
      let item = document.pathItems[path.item]
      for operation in item.operations { lower(operation, in: item, at: path, names: &names) }
    }
  }

  private mutating func lower(
    _ source: OpenAPI.Operation, in item: OpenAPI.PathItem, at path: OpenAPI.Path, names: inout OperationNames
  ) {
    let template = PathTemplate(path.template)
    let method = Operation.Method(source.method)
    let name = names.claim(source.operationID ?? OperationNames.derived(method, template))
    let site = OperationSite(
      id: OperationID(core.operations.count), name: name, typeName: upperCamelCase(name), method: method, path: template)
    let parameters = parameters(of: source, in: item, site)
    let security = security(of: source)
    core.operations.append(
      Operation(
        name: name, method: method, path: template, group: OperationNames.group(source.tags, template),
        summary: source.summary.flatMap(documentationText), documentation: source.description.flatMap(documentationText),
        isDeprecated: source.isDeprecated, parameters: parameters, queryModel: queryModel(of: parameters, site),
        body: source.requestBody.flatMap { body($0, site) }, responses: responses(of: source, site), security: security,
        implementation: .unbound(security.isEmpty ? .noBinding : .closed)))
    core.provenance.add(Origin("operation \(source.method.rawValue) \(path.template)", at: source.range), to: .operation(site.id))
  }
}

/// What the parts of an operation need to know of it.
struct OperationSite {
  let id: OperationID
  let name: String
  /// The first part of the names of its models.
  let typeName: String
  let method: Operation.Method
  let path: PathTemplate
}

extension Implementation.Unbound {
  fileprivate static let closed = Implementation.Unbound(
    .closed, "The contract asks for credentials, and their check is not generated.")
  fileprivate static let noBinding = Implementation.Unbound(.noTable, "Nothing was bound to this operation.")
}

extension Operation.Method {
  init(_ method: OpenAPI.Method) {
    self =
      switch method {
      case .get: .get
      case .put: .put
      case .post: .post
      case .delete: .delete
      case .options: .options
      case .head: .head
      case .patch: .patch
      case .trace: .trace
      }
  }
}

extension PathTemplate {
  /// Splits the pieces of a template at its slashes; what stands before the first one, which none has, is dropped.
  init(_ template: OpenAPI.PathTemplate) {
    var segments: [Segment] = []
    for part in template.parts {
      switch part {
      case .parameter(let name):
        if segments.isEmpty { segments.append(Segment([])) }
        segments[segments.count - 1].pieces.append(.parameter(name))
      case .literal(let text):
        for (index, piece) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { segments.append(Segment([])) }
          if !piece.isEmpty, !segments.isEmpty { segments[segments.count - 1].pieces.append(.literal(String(piece))) }
        }
      }
    }
    self.init(segments: segments)
  }
}
