internal import SpecDiagnostics
internal import SpecDocuments

extension OpenAPI.RequestBody: Readable {
  static let kind = OpenAPI.ReferenceKind.requestBodies
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.requestBodies }

  mutating func read(by reader: inout Reader) {
    reader.check(node, as: .requestBody)
    isRequired = reader.bool(node, "required")
    content = reader.mediaTypes(node["content"], place.appending("content"))
  }
}

extension OpenAPI.Response: Readable {
  static let kind = OpenAPI.ReferenceKind.responses
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.responses }

  mutating func read(by reader: inout Reader) {
    reader.check(node, as: .response)
    headers = reader.named(reader.object(node, "headers"), place.appending("headers"))
    content = reader.mediaTypes(node["content"], place.appending("content"))
    links = reader.named(reader.object(node, "links"), place.appending("links"))
  }
}

extension OpenAPI.Example: Readable {
  static let kind = OpenAPI.ReferenceKind.examples
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.examples }

  mutating func read(by reader: inout Reader) { reader.check(node, as: .example) }
}

extension OpenAPI.Link: Readable {
  static let kind = OpenAPI.ReferenceKind.links
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.links }

  mutating func read(by reader: inout Reader) { reader.check(node, as: .link) }
}

extension Reader {
  mutating func mediaTypes(_ content: Node?, _ place: @autoclosure () -> OpenAPI.Place) -> [OpenAPI.MediaType] {
    guard let content, !content.entries.isEmpty else { return [] }
    let place = place()
    return content.entries.compactMap { key, node in
      let name = key.text ?? ""
      if name.hasPrefix("x-") { return nil }
      if !name.contains("/") {
        report(.mediaTypeName, "“\(name)” is no media type", at: key, hint: "It looks like “application/json”.")
      }
      guard node.kind == .mapping else {
        report(.memberKind, "a media type object is expected, and this is \(node.kind.article)", at: node)
        return nil
      }
      return mediaType(name, key, node, place.appending(key))
    }
  }

  private mutating func mediaType(_ name: String, _ key: Node, _ node: Node, _ place: OpenAPI.Place) -> OpenAPI.MediaType {
    check(node, as: .mediaType)
    var type = OpenAPI.MediaType(node: node, key: key, name: name)
    if let schema = node["schema"] { type.schema = use(schema, place.appending("schema")) }
    type.example = node["example"]
    type.examples = named(object(node, "examples"), place.appending("examples"))
    let encodings = place.appending("encoding")
    for (key, value) in entries(node["encoding"]) {
      guard value.kind == .mapping else {
        report(.memberKind, "an encoding is expected, and this is \(value.kind.article)", at: value)
        continue
      }
      type.encodings.append(encoding(key, value, encodings.appending(key)))
    }
    return type
  }

  private mutating func encoding(_ key: Node, _ node: Node, _ place: OpenAPI.Place) -> OpenAPI.Encoding {
    check(node, as: .encoding)
    var encoding = OpenAPI.Encoding(node: node, property: key.text ?? "")
    encoding.contentType = text(node, "contentType")
    encoding.headers = named(object(node, "headers"), place.appending("headers"))
    encoding.style = word(node["style"], "style")
    encoding.explode = node["explode"]?.bool
    encoding.allowReserved = bool(node, "allowReserved")
    return encoding
  }
}
