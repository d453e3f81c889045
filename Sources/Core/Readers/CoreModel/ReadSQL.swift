import SpecIR

extension SQLOperator: CoreReadable {}
extension SQLFunction: CoreReadable {}

extension SQLExpression: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "literal": self = .literal(try json.value("value"))
    case "column": self = .column(try json.value("column"))
    case "not": self = .not(try json.value("operand"))
    case "negate": self = .negate(try json.value("operand"))
    case "binary": self = .binary(try json.value("operator"), try json.value("left"), try json.value("right"))
    case "isNull": self = .isNull(try json.value("operand"), negated: try json.value("negated"))
    case "inList": self = .inList(try json.value("operand"), try json.list("items"), negated: try json.value("negated"))
    case "between":
      self = .between(
        try json.value("operand"), try json.value("low"), try json.value("high"), negated: try json.value("negated"))
    case "like":
      self = .like(
        try json.value("operand"), pattern: try json.value("pattern"), isCaseSensitive: try json.value("isCaseSensitive"),
        negated: try json.value("negated"))
    case "matches":
      self = .matches(
        try json.value("operand"), pattern: try json.value("pattern"), isCaseSensitive: try json.value("isCaseSensitive"),
        negated: try json.value("negated"))
    case "glob":
      self = .glob(try json.value("operand"), pattern: try json.value("pattern"), negated: try json.value("negated"))
    case "cast": self = .cast(try json.value("operand"), try json.value("type"))
    case "call": self = .call(try json.value("function"), try json.list("arguments"))
    case "conditional": self = .conditional(try json.list("branches"), otherwise: try json.optional("otherwise"))
    case "verbatim": self = .verbatim(try json.value("text"), columns: try json.list("columns"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension SQLExpression.Branch: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(when: try json.value("when"), then: try json.value("then")) }
}

extension SQLLiteral: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "null": self = .null
    case "boolean": self = .boolean(try json.value("value"))
    case "number": self = .number(try json.value("digits"))
    case "string": self = .string(try json.value("text"))
    case "bytes":
      let piece = try json.member("hexadecimal")
      guard let bytes = Self.bytes(hexadecimal: try String(piece)) else { throw piece.fault("these are no hexadecimal digits") }
      self = .bytes(bytes)
    case let kind: throw json.unknown(kind)
    }
  }

  private static func bytes(hexadecimal text: String) -> [UInt8]? {
    let digits = text.unicodeScalars.map { Character($0).isASCII ? Character($0).hexDigitValue : nil }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    return bytes
  }
}
