import SpecIR

extension Scalar: CoreReadable {}
extension StringFormat: CoreReadable {}

extension Shape: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(try json.value("type"), try json.optional("constraints") ?? Constraints())
  }
}

extension TypeRef: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "scalar": self = .scalar(try json.value("scalar"))
    case "list": self = .list(try json.value("of"))
    case "map": self = .map(try json.value("of"))
    case "named": self = .named(try json.value("model"))
    case "optional": self = .optional(try json.value("of"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Constraints: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init()
    minLength = try json.optional("minLength")
    maxLength = try json.optional("maxLength")
    pattern = try json.optional("pattern")
    format = try json.optional("format")
    minimum = try json.optional("minimum")
    maximum = try json.optional("maximum")
    multipleOf = try json.optional("multipleOf")
    minItems = try json.optional("minItems")
    maxItems = try json.optional("maxItems")
    uniqueItems = try json.optional("uniqueItems") ?? false
    minProperties = try json.optional("minProperties")
    maxProperties = try json.optional("maxProperties")
  }
}

extension Pattern: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(source: try json.value("source"), portable: try json.value("portable"))
  }
}

extension Bound: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(try json.value("value"), isExclusive: try json.value("isExclusive"))
  }
}
