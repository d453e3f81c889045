internal import SpecDocuments
internal import SpecWriting

extension SpecDump {
  func parameter(_ parameter: OpenAPI.Parameter, into out: inout DumpObject) {
    out.add("name", parameter.name)
    out.add("in", parameter.location.rawValue)
    texts(parameter, into: &out)
    out.add("required", parameter.isRequired)
    out.add("deprecated", parameter.isDeprecated)
    out.add("allowEmptyValue", parameter.allowEmptyValue)
    out.add("style", parameter.style.rawValue)
    out.add("explode", .bool(parameter.explode))
    out.add("allowReserved", parameter.allowReserved)
    value(parameter.value, into: &out)
    out.add("example", parameter.example?.json())
    out.add("examples", named(parameter.examples))
    extensions(parameter, into: &out)
  }

  func header(_ header: OpenAPI.Header, into out: inout DumpObject) {
    texts(header, into: &out)
    out.add("required", header.isRequired)
    out.add("deprecated", header.isDeprecated)
    out.add("explode", header.explode)
    value(header.value, into: &out)
    out.add("example", header.example?.json())
    out.add("examples", named(header.examples))
    extensions(header, into: &out)
  }

  private func value(_ value: OpenAPI.ParameterValue, into out: inout DumpObject) {
    switch value {
    case .schema(let schema): out.add("schema", id(schema))
    case .content(let type): out.add("content", [mediaType(type)])
    case .none: break
    }
  }

  func requestBody(_ body: OpenAPI.RequestBody, into out: inout DumpObject) {
    texts(body, into: &out)
    out.add("required", body.isRequired)
    out.add("content", body.content.map(mediaType))
    extensions(body, into: &out)
  }

  func response(_ response: OpenAPI.Response, into out: inout DumpObject) {
    texts(response, into: &out)
    out.add("headers", named(response.headers))
    out.add("content", response.content.map(mediaType))
    out.add("links", named(response.links))
    extensions(response, into: &out)
  }

  private func mediaType(_ type: OpenAPI.MediaType) -> JSONValue {
    var out = DumpObject()
    out.add("name", type.name)
    out.add("schema", type.schema.map(id))
    out.add("example", type.example?.json())
    out.add("examples", named(type.examples))
    out.add("encoding", type.encodings.map(encoding))
    extensions(type, into: &out)
    return out.value
  }

  private func encoding(_ encoding: OpenAPI.Encoding) -> JSONValue {
    var out = DumpObject()
    out.add("property", encoding.property)
    out.add("contentType", encoding.contentType)
    out.add("headers", named(encoding.headers))
    out.add("style", encoding.style?.rawValue)
    out.add("explode", encoding.explode.map { .bool($0) })
    out.add("allowReserved", encoding.allowReserved)
    return out.value
  }

  func example(_ example: OpenAPI.Example, into out: inout DumpObject) {
    texts(example, into: &out)
    out.add("value", example.value?.json())
    out.add("externalValue", example.externalValue)
  }

  func link(_ link: OpenAPI.Link, into out: inout DumpObject) {
    texts(link, into: &out)
    out.add("operationId", link.operationID)
    out.add("operationRef", link.operationReference)
    out.add("parameters", link.parameters?.json())
  }
}
