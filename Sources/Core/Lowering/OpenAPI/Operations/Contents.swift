internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

extension OpenAPILowerer {
  mutating func body(_ id: OpenAPI.ID<OpenAPI.RequestBody>, _ site: OperationSite) -> RequestBody? {
    let source = document.requestBodies[id]
    guard !source.content.isEmpty else { return nil }
    let name = source.place.componentName.map { upperCamelCase($0) } ?? site.typeName + "Request"
    return RequestBody(
      isRequired: source.isRequired, documentation: source.description.flatMap(documentationText),
      alternatives: contents(source.content, named: name))
  }

  mutating func responses(of operation: OpenAPI.Operation, _ site: OperationSite) -> [Response] {
    let first = operation.responses.first { !Response.Status($0.status).isFailure }?.status
    var responses: [Response] = []
    for entry in operation.responses {
      let source = document.responses[entry.response]
      let infix = entry.status == first ? "" : entry.status == .default ? "Default" : upperCamelCase(entry.status.description)
      let name = source.place.componentName.map { upperCamelCase($0) } ?? site.typeName + infix + "Response"
      var headers: [ResponseHeader] = []
      // OpenAPI says the content type by `content` (3.1.1 §4.8.17).
      for header in source.headers where header.name.lowercased() != "content-type" {
        let value = document.headers[header.id]
        headers.append(
          ResponseHeader(
            name: header.name, shape: self.value(value.value, named: name + upperCamelCase(header.name)).shape,
            isRequired: value.isRequired, documentation: value.description.flatMap(documentationText)))
      }
      responses.append(
        Response(
          status: Response.Status(entry.status), documentation: source.description.flatMap(documentationText), headers: headers,
          contents: contents(source.content, named: name)))
    }
    return responses
  }

  /// - Parameter media: what the contract offers, of which what cannot be taken apart is left out where another form is there.
  private mutating func contents(_ media: [OpenAPI.MediaType], named name: String) -> [Content] {
    let isReadable = media.contains { Content.Encoding(essence: $0.essence) != .binary }
    var contents: [Content] = []
    for media in media {
      let isUnread = Content.Encoding(essence: media.essence) == .binary && media.schema.map { isStructured($0) } == true
      if isUnread, !isOpenRange(media.essence) { noteUnread(media, isLeftOut: isReadable) }
      if isUnread, isReadable { continue }
      let content = content(media, named: name)
      // Parameters are no part of a media type here, so that two entries may become one.
      if !contents.contains(where: { $0.mediaType == content.mediaType }) { contents.append(content) }
    }
    return contents
  }

  private func isOpenRange(_ mediaType: String) -> Bool { mediaType == "*/*" || mediaType == "application/*" }

  private mutating func content(_ media: OpenAPI.MediaType, named name: String) -> Content {
    var mediaType = media.essence
    var encoding = Content.Encoding(essence: mediaType)
    guard let schema = media.schema else { return Content(mediaType: mediaType, encoding: encoding, shape: encoding.anyShape) }
    if encoding == .binary {
      guard isStructured(schema), isOpenRange(mediaType) else {
        return Content(mediaType: mediaType, encoding: .binary, shape: Shape(.scalar(.file)))
      }
      // Any media type is allowed for a value: it is written as what such values are written as.
      mediaType = "application/json"
      encoding = .json
    }
    let shape = shape(of: schema, named: name)
    if encoding == .text, !isText(shape.type) {
      return Content(mediaType: mediaType, encoding: .text, shape: encoding.anyShape)
    }
    return Content(mediaType: mediaType, encoding: encoding, shape: shape)
  }

  /// Whether a schema describes more than text or bytes.
  private mutating func isStructured(_ schema: SchemaID) -> Bool {
    let flat = flatten(schema)
    if !flat.choices.isEmpty { return true }
    return usedTypes(of: flat).contains { $0 == .object || $0 == .array }
  }

  private func isText(_ type: TypeRef) -> Bool {
    switch type {
    case .scalar(.json), .scalar(.file), .scalar(.bytes), .list, .map, .optional, .named: false
    case .scalar: true
    }
  }

  private mutating func noteUnread(_ media: OpenAPI.MediaType, isLeftOut: Bool) {
    diagnostics.report(
      .contentUnread,
      isLeftOut
        ? "bodies of type \(media.essence) are not offered, because values are not read from it or written to it"
        : "bodies of type \(media.essence) are passed on as bytes, without a look at their schema",
      at: media.key.range, hint: isLeftOut ? nil : "Offer the body as application/json too.")
  }
}

extension Content.Encoding {
  /// How values of a media type become bytes.
  /// - Parameter essence: the media type in lower case, without parameters.
  init(essence: String) {
    self =
      switch essence {
      case "application/json", "text/json": .json
      case "application/x-www-form-urlencoded": .form
      case "multipart/form-data": .multipart
      case _ where essence.hasSuffix("+json"): .json
      case "text/*": .text
      case _ where essence.hasPrefix("text/"): essence == "text/xml" ? .binary : .text
      default: .binary
      }
  }

  /// The shape of a body of which the contract says nothing but how it is written.
  fileprivate var anyShape: Shape {
    switch self {
    case .json: Shape(.scalar(.json))
    case .form, .multipart: Shape(.map(Shape(.scalar(.string))))
    case .text: Shape(.scalar(.string))
    case .binary: Shape(.scalar(.file))
    }
  }
}

extension Response.Status {
  init(_ pattern: OpenAPI.StatusPattern) {
    self =
      switch pattern {
      case .code(let code): .code(code)
      case .range(let hundreds): .range(hundreds)
      case .default: .default
      }
  }
}
