/// What operators take and give.
struct OperatorTypes {
  let comparison: TypeComparison

  private static let bool = ValueType.api(.scalar(.bool))
  private static let int64 = ValueType.api(.scalar(.int64))

  /// Returns the type of the result; nothing where the operator does not take these.
  func result(of operation: Operator, on types: [ValueType]) -> ValueType? {
    switch operation {
    case .boolAnd, .boolOr: takes([Self.bool, Self.bool], types) ? Self.bool : nil
    case .boolNot: takes([Self.bool], types) ? Self.bool : nil
    case .equal: types.count == 2 && comparison.isSame(types[0], types[1]) && isScalar(types[0]) ? Self.bool : nil
    case .int64Less: takes([Self.int64, Self.int64], types) ? Self.bool : nil
    case .int64Minimum, .int64Maximum, .int64AddSaturating, .int64SubtractSaturating, .int64MultiplySaturating,
      .int64DivideCeiling:
      takes([Self.int64, Self.int64], types) ? Self.int64 : nil
    case .stringLengthCodePoints: takes([.api(.scalar(.string))], types) ? Self.int64 : nil
    case .decimalFits:
      types.count == 3 && isNumber(types[0]) && takes([Self.int64, Self.int64], Array(types.dropFirst())) ? Self.bool : nil
    case .listCount: types.count == 1 && isList(types[0]) ? Self.int64 : nil
    }
  }

  private func takes(_ expected: [ValueType], _ types: [ValueType]) -> Bool {
    expected.count == types.count && zip(expected, types).allSatisfy { comparison.isSame($0, $1) }
  }

  private func isScalar(_ type: ValueType) -> Bool {
    guard case .api(let type) = type else { return false }
    if case .scalar = comparison.resolved(type) { return true }
    return comparison.isEnumeration(type)
  }

  private func isNumber(_ type: ValueType) -> Bool {
    guard case .api(let type) = type, case .scalar(let scalar) = comparison.resolved(type) else { return false }
    return scalar == .decimal || scalar == .double
  }

  private func isList(_ type: ValueType) -> Bool {
    switch type {
    case .list: return true
    case .api(let type): if case .list = comparison.resolved(type) { return true } else { return false }
    case .unit, .presence, .row, .optional: return false
    }
  }
}
