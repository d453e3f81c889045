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
    case .listCount:
      switch values[0] {
      case .list(let items): return .int64(Int64(items.count))
      case .api(.array(let items)): return .int64(Int64(items.count))
      case .unit, .api, .absent, .row, .nothing: throw InfrastructureFailure("a list was expected")
      }
    }
  }

  private static func saturated(_ result: (partialValue: Int64, overflow: Bool), isNegative: Bool) -> Int64 {
    result.overflow ? (isNegative ? .min : .max) : result.partialValue
  }
}
