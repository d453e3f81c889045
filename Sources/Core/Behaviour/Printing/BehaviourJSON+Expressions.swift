package import SpecWriting

extension BehaviourJSON {
  package static func json(_ expression: Expression) -> JSONValue {
    switch expression {
    case .local(let local): ["kind": "local", "local": id(local)]
    case .literal(let value, let type): ["kind": "literal", "value": value, "type": json(type)]
    case .field(let base, let name): ["kind": "field", "of": json(base), "name": .string(name)]
    case .column(let base, let index): ["kind": "column", "of": json(base), "index": .number(JSONNumber(index))]
    case .construct(let model, let values): ["kind": "construct", "model": id(model), "fields": fields(values)]
    case .none(let type): ["kind": "none", "type": json(type)]
    case .some(let value): ["kind": "some", "value": json(value)]
    case .orNull(let value): ["kind": "orNull", "value": json(value)]
    case .orElse(let value, let other): ["kind": "orElse", "value": json(value), "other": json(other)]
    case .absentIfNull(let value): ["kind": "absentIfNull", "value": json(value)]
    case .isPresent(let value): ["kind": "isPresent", "value": json(value)]
    case .mapped(let mapping, let row): ["kind": "mapped", "mapping": id(mapping), "row": json(row)]
    case .mappedList(let mapping, let rows): ["kind": "mappedList", "mapping": id(mapping), "rows": json(rows)]
    case .convert(let conversion, let value): ["kind": "convert", "conversion": json(conversion), "value": json(value)]
    case .call(let operation, let arguments):
      ["kind": "call", "operator": .string(operation.rawValue), "arguments": .array(arguments.map { json($0) })]
    }
  }

  private static func json(_ conversion: Conversion) -> JSONValue {
    switch conversion {
    case .int32ToInt64: ["kind": "int32ToInt64"]
    case .int64ToInt32: ["kind": "int64ToInt32"]
    case .floatToDouble: ["kind": "floatToDouble"]
    case .doubleToFloat: ["kind": "doubleToFloat"]
    case .int64ToDouble: ["kind": "int64ToDouble"]
    case .decimalToDouble: ["kind": "decimalToDouble"]
    case .doubleToDecimal: ["kind": "doubleToDecimal"]
    case .boolToInt64: ["kind": "boolToInt64"]
    case .int64ToBool: ["kind": "int64ToBool"]
    case .enumerationToText(let model): ["kind": "enumerationToText", "model": id(model)]
    case .textToEnumeration(let model): ["kind": "textToEnumeration", "model": id(model)]
    case .textToScalar(let scalar): ["kind": "textToScalar", "scalar": .string(scalar.rawValue)]
    case .scalarToText(let scalar): ["kind": "scalarToText", "scalar": .string(scalar.rawValue)]
    case .toJSON(let type): ["kind": "toJSON", "type": json(type)]
    case .fromJSON(let type): ["kind": "fromJSON", "type": json(type)]
    case .optional(let inner): ["kind": "optional", "of": json(inner)]
    case .each(let inner): ["kind": "each", "of": json(inner)]
    }
  }
}
