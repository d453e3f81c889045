import SpecWriting

/// Converts values; JSON spells most of them alike.
struct Converter {
  let core: CoreModel

  func convert(_ value: Value, by conversion: Conversion) throws(InfrastructureFailure) -> Value {
    if case .optional(let inner) = conversion {
      return value == .absent || value == .api(.null) || value == .nothing ? value : try convert(value, by: inner)
    }
    return .api(try convert(try value.json(), by: conversion))
  }

  private func convert(_ value: JSONValue, by conversion: Conversion) throws(InfrastructureFailure) -> JSONValue {
    switch conversion {
    case .int32ToInt64, .floatToDouble, .doubleToFloat, .int64ToDouble, .decimalToDouble, .doubleToDecimal, .enumerationToText,
      .toJSON, .fromJSON:
      return value
    case .int64ToInt32:
      guard case .number(let number) = value, let wide = number.int64, Int32(exactly: wide) != nil else {
        throw InfrastructureFailure("a number does not fit 32 bits")
      }
      return value
    case .boolToInt64: return value == .bool(true) ? 1 : 0
    case .int64ToBool: return .bool(!Comparison.areEqual(value, 0))
    case .textToEnumeration(let id):
      guard case .enumeration(let enumeration) = core[id].kind, enumeration.cases.contains(where: { $0.value == value }) else {
        throw InfrastructureFailure("a stored text is no \(core[id].name)")
      }
      return value
    case .textToScalar(.dateTime):
      guard case .string(let text) = value, let time = Timestamp(text) else {
        throw InfrastructureFailure("a stored text is no time")
      }
      return .string(time.text)
    case .scalarToText(.dateTime):
      guard case .string(let text) = value, let time = Timestamp(text) else { throw InfrastructureFailure("a value is no time") }
      return .string(time.text)
    case .textToScalar(.decimal):
      guard case .string(let text) = value, let number = JSONNumber(literal: text) else {
        throw InfrastructureFailure("a stored text is no number")
      }
      return .number(number)
    case .scalarToText(.decimal):
      if case .number(let number) = value { return .string(number.literal) }
      return value
    case .textToScalar, .scalarToText: return value
    case .optional(let inner): return value == .null ? value : try convert(value, by: inner)
    case .each(let inner):
      guard case .array(let items) = value else { throw InfrastructureFailure("a list was expected") }
      var converted: [JSONValue] = []
      for item in items { converted.append(try convert(item, by: inner)) }
      return .array(converted)
    }
  }
}
