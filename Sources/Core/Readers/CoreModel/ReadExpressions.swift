import SpecIR

extension SpecIR.Operator: CoreReadable {}

extension SpecIR.Expression: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "local": self = .local(try json.value("local"))
    case "literal": self = .literal(try json.value("value"), try json.value("type"))
    case "field": self = .field(try json.value("of"), try json.value("name"))
    case "column": self = .column(try json.value("of"), try json.value("index"))
    case "construct": self = .construct(try json.value("model"), try json.list("fields"))
    case "none": self = .none(try json.value("type"))
    case "some": self = .some(try json.value("value"))
    case "orNull": self = .orNull(try json.value("value"))
    case "orElse": self = .orElse(try json.value("value"), try json.value("other"))
    case "absentIfNull": self = .absentIfNull(try json.value("value"))
    case "isPresent": self = .isPresent(try json.value("value"))
    case "mapped": self = .mapped(try json.value("mapping"), try json.value("row"))
    case "mappedList": self = .mappedList(try json.value("mapping"), try json.value("rows"))
    case "convert": self = .convert(try json.value("conversion"), try json.value("value"))
    case "call": self = .call(try json.value("operator"), try json.list("arguments"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension SpecIR.Expression.FieldValue: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(try json.value("field"), try json.value("value")) }
}

extension Conversion: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "int32ToInt64": self = .int32ToInt64
    case "int64ToInt32": self = .int64ToInt32
    case "floatToDouble": self = .floatToDouble
    case "doubleToFloat": self = .doubleToFloat
    case "int64ToDouble": self = .int64ToDouble
    case "decimalToDouble": self = .decimalToDouble
    case "doubleToDecimal": self = .doubleToDecimal
    case "boolToInt64": self = .boolToInt64
    case "int64ToBool": self = .int64ToBool
    case "enumerationToText": self = .enumerationToText(try json.value("model"))
    case "textToEnumeration": self = .textToEnumeration(try json.value("model"))
    case "textToScalar": self = .textToScalar(try json.value("scalar"))
    case "scalarToText": self = .scalarToText(try json.value("scalar"))
    case "toJSON": self = .toJSON(try json.value("type"))
    case "fromJSON": self = .fromJSON(try json.value("type"))
    case "optional": self = .optional(try json.value("of"))
    case "each": self = .each(try json.value("of"))
    case let kind: throw json.unknown(kind)
    }
  }
}
