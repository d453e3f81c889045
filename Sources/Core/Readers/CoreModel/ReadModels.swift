import SpecDocuments
import SpecIR
import SpecWriting

extension Model: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), documentation: try json.optional("documentation"),
      isDeprecated: try json.value("isDeprecated"), kind: try Kind(json), usage: try json.value("usage"))
  }
}

extension Model.Kind: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "structure": self = .structure(try Structure(json))
    case "enumeration": self = .enumeration(Enumeration(base: try json.value("base"), cases: try json.list("cases")))
    case "union": self = .union(Union(variants: try json.list("variants"), matching: try json.value("matching")))
    case "alias": self = .alias(try json.value("shape"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Usage: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self = []
    for piece in try json.pieces() {
      switch try String(piece) {
      case "request": insert(.request)
      case "response": insert(.response)
      case "error": insert(.error)
      case "query": insert(.query)
      case let word: throw piece.unknown(word)
      }
    }
  }
}

extension Structure: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      fields: try json.list("fields"), additional: try json.value("additional"),
      minProperties: try json.optional("minProperties"), maxProperties: try json.optional("maxProperties"))
  }
}

extension Structure.Additional: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "ignored": self = .ignored
    case "forbidden": self = .forbidden
    case "kept": self = .kept(try json.value("shape"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Field: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), shape: try json.value("shape"), presence: try json.value("presence"),
      documentation: try json.optional("documentation"), isDeprecated: try json.value("isDeprecated"),
      example: json.example)
  }
}

extension CorePiece {
  /// An example, which may be null; nothing where there is none.
  var example: JSONValue? { node["example"]?.json() }
}

extension Presence: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "required": self = .required
    case "optional": self = .optional
    case "defaulted": self = .defaulted(try json.value("value"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Enumeration.Case: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), value: try json.value("value"), documentation: try json.optional("documentation"))
  }
}

extension Union.Variant: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(name: try json.value("name"), shape: try json.value("shape"), tags: try json.list("tags"))
  }
}

extension Union.Matching: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "discriminator": self = .discriminator(property: try json.value("property"))
    case "exactlyOne": self = .exactlyOne
    case "first": self = .first
    case let kind: throw json.unknown(kind)
    }
  }
}
