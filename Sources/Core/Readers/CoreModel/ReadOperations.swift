import SpecDocuments
import SpecIR

extension SpecIR.Operation: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), method: try json.value("method"), path: try json.value("path"),
      group: try json.value("group"), summary: try json.optional("summary"), documentation: try json.optional("documentation"),
      isDeprecated: try json.value("isDeprecated"), parameters: try json.list("parameters"),
      queryModel: try json.optional("queryModel"), body: try json.optional("body"), responses: try json.list("responses"),
      security: try json.list("security"), implementation: try json.value("implementation"))
  }
}

extension SpecIR.Operation.Method: CoreReadable {}
extension Parameter.Location: CoreReadable {}
extension Parameter.Style: CoreReadable {}
extension Content.Encoding: CoreReadable {}
extension Implementation.Unbound.Reason: CoreReadable {}

extension PathTemplate: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    let text = try String(json)
    self.init(text)
    guard self.text == text else { throw json.fault("a path begins with `/`") }
  }
}

extension Parameter: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), location: try json.value("location"), style: try json.value("style"),
      isExploded: try json.value("isExploded"), shape: try json.value("shape"), presence: try json.value("presence"),
      documentation: try json.optional("documentation"), isDeprecated: try json.value("isDeprecated"),
      example: json.example)
  }
}

extension RequestBody: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      isRequired: try json.value("isRequired"), documentation: try json.optional("documentation"),
      alternatives: try json.list("alternatives"))
  }
}

extension Content: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(mediaType: try json.value("mediaType"), encoding: try json.value("encoding"), shape: try json.value("shape"))
  }
}

extension Response: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      status: try json.value("status"), documentation: try json.optional("documentation"), headers: try json.list("headers"),
      contents: try json.list("contents"))
  }
}

extension Response.Status: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    if let code = json.node.int {
      self = .code(code)
    } else if json.node.string == "default" {
      self = .default
    } else if let text = json.node.string, text.hasSuffix("XX"), let hundreds = Int(text.dropLast(2)) {
      self = .range(hundreds)
    } else {
      throw json.fault("a status is a number, `4XX` or `default`")
    }
  }
}

extension ResponseHeader: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), shape: try json.value("shape"), isRequired: try json.value("isRequired"),
      documentation: try json.optional("documentation"))
  }
}

extension SecurityRequirement: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(schemes: try json.items()) }
}

extension SecurityRequirement.Scheme: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(try json.value("scheme"), scopes: try json.list("scopes")) }
}

extension Implementation: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "function": self = .function(try json.value("function"), arguments: try json.list("arguments"))
    case "unbound": self = .unbound(Unbound(try json.value("reason"), try json.value("explanation")))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Implementation.Argument: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "parameter": self = .parameter(try json.value("index"))
    case "query": self = .query
    case "body": self = .body
    case let kind: throw json.unknown(kind)
    }
  }
}
