internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

extension OpenAPILowerer {
  mutating func numberShape(of flat: FlatSchema, _ format: ScalarFormat) -> Shape {
    var constraints = Constraints()
    guard format.scalar == .int32 || format.scalar == .int64 else {
      constraints.minimum = flat.minimum.map { Bound($0.value, isExclusive: $0.isExclusive) }
      constraints.maximum = flat.maximum.map { Bound($0.value, isExclusive: $0.isExclusive) }
      constraints.multipleOf = flat.multipleOf
      return Shape(.scalar(format.scalar), constraints)
    }
    let whole: ClosedRange<Int64> = format.scalar == .int32 ? Int64(Int32.min)...Int64(Int32.max) : Int64.min...Int64.max
    let low = max(flat.minimum.flatMap { Self.integer($0, .up) } ?? .min, format.range?.lowerBound ?? .min)
    let high = min(flat.maximum.flatMap { Self.integer($0, .down) } ?? .max, format.range?.upperBound ?? .max)
    // A bound that the type has anyway asks nothing.
    if low > whole.lowerBound { constraints.minimum = Bound(JSONNumber(Int(low))) }
    if high < whole.upperBound { constraints.maximum = Bound(JSONNumber(Int(high))) }
    constraints.multipleOf = integerDivisor(of: flat)
    return Shape(.scalar(format.scalar), constraints)
  }

  /// The first integer that a bound allows, seen from outside; one beyond all integers of 64 bits is the last of them.
  private static func integer(_ bound: OpenAPI.Bound, _ rounding: FloatingPointRoundingRule) -> Int64? {
    if let exact = bound.value.int64 {
      guard bound.isExclusive else { return exact }
      let (next, overflow) = rounding == .up ? exact.addingReportingOverflow(1) : exact.subtractingReportingOverflow(1)
      return overflow ? exact : next
    }
    guard let value = bound.value.double?.rounded(rounding) else { return nil }
    return Int64(exactly: value) ?? (value > 0 ? .max : .min)
  }

  private mutating func integerDivisor(of flat: FlatSchema) -> JSONNumber? {
    guard let divisor = flat.multipleOf else { return nil }
    if let exact = divisor.int64 { return exact == 1 ? nil : JSONNumber(Int(exact)) }
    // Every integer is a multiple of 0.5 or 0.01; of anything else too few are to be worth a type.
    if let value = divisor.double, (1 / value).rounded() == 1 / value { return nil }
    diagnostics.report(
      .constraintDropped, "a multiple of \(divisor.literal) is not checked for an integer", at: place(of: "multipleOf", in: flat),
      hint: "Give a divisor that is an integer.")
    return nil
  }
}
