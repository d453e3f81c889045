import SpecWriting

/// What operators compute.
enum Arithmetic {
  static func apply(_ operation: Operator, _ values: [Value]) throws(InfrastructureFailure) -> Value {
    switch operation {
    case .boolAnd, .boolOr:
      let (left, right) = (try values[0].bool(), try values[1].bool())
      return .api(.bool(operation == .boolAnd ? left && right : left || right))
    case .boolNot: return .api(.bool(try !values[0].bool()))
    case .equal: return .api(.bool(Comparison.areEqual(try values[0].json(), try values[1].json())))
    case .int64Less: return .api(.bool(try values[0].int64() < values[1].int64()))
    case .int64Minimum: return .int64(min(try values[0].int64(), try values[1].int64()))
    case .int64Maximum: return .int64(max(try values[0].int64(), try values[1].int64()))
    case .int64AddSaturating:
      let (left, right) = (try values[0].int64(), try values[1].int64())
      return .int64(saturated(left.addingReportingOverflow(right), isNegative: left < 0))
    case .int64SubtractSaturating:
      let (left, right) = (try values[0].int64(), try values[1].int64())
      return .int64(saturated(left.subtractingReportingOverflow(right), isNegative: left < 0))
    case .int64MultiplySaturating:
      let (left, right) = (try values[0].int64(), try values[1].int64())
      return .int64(saturated(left.multipliedReportingOverflow(by: right), isNegative: (left < 0) != (right < 0)))
    case .int64DivideCeiling:
      let (dividend, divisor) = (try values[0].int64(), try values[1].int64())
      guard divisor > 0, dividend >= 0 else { throw InfrastructureFailure("a division by \(divisor)") }
      return .int64(dividend / divisor + (dividend % divisor == 0 ? 0 : 1))
    case .stringLengthCodePoints:
      guard case .string(let text) = try values[0].json() else { throw InfrastructureFailure("a text was expected") }
      return .int64(Int64(text.unicodeScalars.count))
    case .decimalFits:
      return .api(.bool(try fits(try values[0].json(), precision: try values[1].int64(), scale: try values[2].int64())))
    case .listCount:
      switch values[0] {
      case .list(let items): return .int64(Int64(items.count))
      case .api(.array(let items)): return .int64(Int64(items.count))
      case .unit, .api, .absent, .row, .nothing: throw InfrastructureFailure("a list was expected")
      }
    }
  }

  /// Decimals are texts, doubles are numbers; both are looked at digit by digit.
  private static func fits(_ value: JSONValue, precision: Int64, scale: Int64) throws(InfrastructureFailure) -> Bool {
    let number: JSONNumber? =
      switch value {
      case .string(let text): JSONNumber(literal: text)
      case .number(let number): number
      case .null, .bool, .array, .object: nil
      }
    guard let number, let double = number.double else { throw InfrastructureFailure("a number was expected") }
    let room = precision - scale
    // Far from the bound a double says enough; near it the digits do.
    guard abs(double) < 1e18, room <= 18 else { return room > 18 && abs(double) < power(of: room) }
    let (whole, rounds) = digits(number.literal, double, scale: Int(scale))
    let magnitude = rounds ? whole + 1 : whole
    return magnitude == 0 || String(magnitude).utf8.count <= room
  }

  private static func power(of exponent: Int64) -> Double { (0..<min(exponent, 400)).reduce(1.0) { value, _ in value * 10 } }

  /// The digits before the point, and whether rounding those behind it carries over to them.
  private static func digits(_ literal: String, _ double: Double, scale: Int) -> (whole: UInt64, carries: Bool) {
    guard !literal.contains(where: { "eE".contains($0) }) else { return (UInt64(abs(double)), false) }
    let parts = literal.drop { "+-".contains($0) }.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? Array(parts[1].utf8) : []
    let nine = UInt8(ascii: "9")
    let carries = fraction.count > scale && fraction[scale] >= UInt8(ascii: "5") && fraction[..<scale].allSatisfy { $0 == nine }
    return (UInt64(parts[0]) ?? 0, carries)
  }

  private static func saturated(_ result: (partialValue: Int64, overflow: Bool), isNegative: Bool) -> Int64 {
    result.overflow ? (isNegative ? .min : .max) : result.partialValue
  }
}
