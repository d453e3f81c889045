internal import SpecDocuments
internal import SpecWriting

extension SpecDump {
  func server(_ server: OpenAPI.Server) -> JSONValue {
    var out = DumpObject()
    out.add("url", server.url)
    texts(server, into: &out)
    out.add("variables", server.variables.map(variable))
    return out.value
  }

  private func variable(_ variable: OpenAPI.ServerVariable) -> JSONValue {
    var out = DumpObject()
    out.add("name", variable.name)
    out.add("default", variable.defaultValue)
    out.add("values", variable.values.map { .string($0) })
    return out.value
  }

  func tag(_ tag: OpenAPI.Tag) -> JSONValue {
    var out = DumpObject()
    out.add("name", tag.name)
    texts(tag, into: &out)
    extensions(tag, into: &out)
    return out.value
  }

  func path(_ path: OpenAPI.Path) -> JSONValue {
    .object([.init("path", .string(path.template.description)), .init("at", at(path.key.range)), .init("item", id(path.item))])
  }

  func components() -> JSONValue? {
    let components = document.components
    var out = DumpObject()
    out.add("schemas", named(components.schemas))
    out.add("parameters", named(components.parameters))
    out.add("headers", named(components.headers))
    out.add("requestBodies", named(components.requestBodies))
    out.add("responses", named(components.responses))
    out.add("examples", named(components.examples))
    out.add("links", named(components.links))
    out.add("callbacks", named(components.callbacks))
    out.add("securitySchemes", named(components.securitySchemes))
    out.add("pathItems", named(components.pathItems))
    return out.isEmpty ? nil : out.value
  }

  func pathItem(_ item: OpenAPI.PathItem, into out: inout DumpObject) {
    texts(item, into: &out)
    out.add("parameters", item.parameters.map(id))
    out.add("servers", item.servers.map(server))
    out.add("operations", item.operations.map(operation))
    extensions(item, into: &out)
  }

  private func operation(_ operation: OpenAPI.Operation) -> JSONValue {
    var out = DumpObject()
    out.add("method", operation.method.rawValue)
    out.add("at", at(operation.key.range))
    out.add("operationId", operation.operationID)
    out.add("tags", operation.tags.map { .string($0) })
    texts(operation, into: &out)
    out.add("deprecated", operation.isDeprecated)
    out.add("parameters", operation.parameters.map(id))
    out.add("requestBody", operation.requestBody.map(id))
    out.add(
      "responses",
      operation.responses.map { response in
        .object([.init("status", .string(response.status.description)), .init("id", id(response.response))])
      })
    out.add("callbacks", named(operation.callbacks))
    out.add("security", operation.security.map(requirements))
    out.add("servers", operation.servers.map(server))
    extensions(operation, into: &out)
    return out.value
  }

  func callback(_ callback: OpenAPI.Callback, into out: inout DumpObject) {
    out.add("items", named(callback.items))
    extensions(callback, into: &out)
  }
}
