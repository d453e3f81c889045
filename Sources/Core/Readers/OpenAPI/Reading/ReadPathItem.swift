internal import SpecDiagnostics
internal import SpecDocuments

extension OpenAPI.PathItem: Readable {
  static let kind = OpenAPI.ReferenceKind.pathItems
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.pathItems }

  mutating func read(by reader: inout Reader) {
    reader.check(node, as: .pathItem)
    servers = reader.servers(of: node)
    parameters = reader.parameters(of: node, place)
    for (key, value) in node.entries {
      guard let name = key.text, let method = OpenAPI.Method(rawValue: name), value.kind == .mapping else { continue }
      operations.append(reader.operation(method, key, value, place.appending(key)))
    }
  }
}

extension OpenAPI.Callback: Readable {
  static let kind = OpenAPI.ReferenceKind.callbacks
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.callbacks }

  mutating func read(by reader: inout Reader) {
    for (key, value) in node.entries {
      guard let name = key.text, !name.hasPrefix("x-") else { continue }
      guard let id: OpenAPI.ID<OpenAPI.PathItem> = reader.use(value, place.appending(key)) else { continue }
      items.append(OpenAPI.Named(name: name, key: key, id: id))
    }
  }
}

extension Reader {
  mutating func operation(_ method: OpenAPI.Method, _ key: Node, _ node: Node, _ place: OpenAPI.Place) -> OpenAPI.Operation {
    check(node, as: .operation)
    checkExternalDocs(of: node)
    var operation = OpenAPI.Operation(node: node, place: place, method: method, key: key)
    operation.operationID = text(node, "operationId")
    operation.tags = distinctStrings(node["tags"], "tags")
    operation.isDeprecated = bool(node, "deprecated")
    operation.parameters = parameters(of: node, place)
    if let body = node["requestBody"] { operation.requestBody = use(body, place.appending("requestBody")) }
    operation.responses = responses(of: node, place)
    operation.callbacks = named(object(node, "callbacks"), place.appending("callbacks"))
    operation.security = securityRequirements(of: node)
    operation.servers = servers(of: node)
    return operation
  }

  private mutating func responses(of operation: Node, _ place: OpenAPI.Place) -> [OpenAPI.OperationResponse] {
    guard let responses = object(operation, "responses") else {
      if document.dialect == .v30, operation["responses"] == nil {
        findings.report(
          .memberMissing, "an operation needs the member “responses”", at: start(of: operation),
          hint: "Write at least `default` with a description.")
      }
      return []
    }
    let place = place.appending("responses")
    var found: [OpenAPI.OperationResponse] = []
    for (key, value) in responses.entries {
      let text = key.text ?? ""
      if text.hasPrefix("x-") { continue }
      guard let status = OpenAPI.StatusPattern(text) else {
        report(
          .responseCode, "“\(text)” is no status of a response", at: key,
          hint: "It is a code such as 200, a range such as 4XX, or “default”.")
        continue
      }
      guard let id: OpenAPI.ID<OpenAPI.Response> = use(value, place.appending(key)) else { continue }
      found.append(OpenAPI.OperationResponse(key: key, status: status, response: id))
    }
    if responses.entries.isEmpty { report(.responsesEmpty, "an operation needs at least one response", at: responses) }
    return found
  }
}

extension OpenAPI.StatusPattern {
  init?(_ text: String) {
    if text == "default" {
      self = .default
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) else { return nil }
    if text.hasSuffix("XX") {
      self = .range(Int(bytes[0] - UInt8(ascii: "0")))
      return
    }
    guard bytes.allSatisfy({ (0x30...0x39).contains($0) }), let code = Int(text) else { return nil }
    self = .code(code)
  }
}
