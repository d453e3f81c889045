/// What conversions take and give.
struct ConversionTypes {
  let comparison: TypeComparison

  /// Returns the type after a conversion; nothing where it does not apply.
  func result(of conversion: Conversion, on type: ValueType) -> ValueType? {
    switch (conversion, type) {
    case (.optional(let inner), .presence(let type)): return result(of: inner, on: type).map { .presence($0) }
    case (_, .api(let type)): return result(of: conversion, on: type).map { .api($0) }
    case (_, .unit), (_, .presence), (_, .row), (_, .optional), (_, .list): return nil
    }
  }

  private func result(of conversion: Conversion, on type: TypeRef) -> TypeRef? {
    let resolved = comparison.resolved(type)
    func scalar(_ from: Scalar, _ to: Scalar) -> TypeRef? { resolved == .scalar(from) ? .scalar(to) : nil }
    switch conversion {
    case .int32ToInt64: return scalar(.int32, .int64)
    case .int64ToInt32: return scalar(.int64, .int32)
    case .floatToDouble: return scalar(.float, .double)
    case .doubleToFloat: return scalar(.double, .float)
    case .int64ToDouble: return scalar(.int64, .double)
    case .decimalToDouble: return scalar(.decimal, .double)
    case .doubleToDecimal: return scalar(.double, .decimal)
    case .boolToInt64: return scalar(.bool, .int64)
    case .int64ToBool: return scalar(.int64, .bool)
    case .enumerationToText(let id): return resolved == .named(id) && comparison.isEnumeration(resolved) ? .scalar(.string) : nil
    case .textToEnumeration(let id):
      return resolved == .scalar(.string) && comparison.isEnumeration(.named(id)) ? .named(id) : nil
    case .textToScalar(let to): return scalar(.string, to)
    case .scalarToText(let from): return scalar(from, .string)
    case .toJSON(let from): return comparison.isSame(from, resolved) ? .scalar(.json) : nil
    case .fromJSON(let to): return scalar(.json, .json) == nil ? nil : to
    case .optional(let inner):
      guard case .optional(let value) = resolved else { return nil }
      return result(of: inner, on: value).map(\.nullable)
    case .each(let inner):
      guard case .list(let shape) = resolved else { return nil }
      return result(of: inner, on: shape.type).map { .list(Shape($0)) }
    }
  }
}
