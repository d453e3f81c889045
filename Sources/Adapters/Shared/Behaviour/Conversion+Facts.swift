package import SpecIR

extension Conversion {
  /// The conversion of one value, without what says that it may be missing or one of many.
  package var innermost: Conversion {
    switch self {
    case .optional(let inner), .each(let inner): inner.innermost
    case .toJSON, .fromJSON, .int32ToInt64, .int64ToInt32, .floatToDouble, .doubleToFloat, .int64ToDouble, .decimalToDouble,
      .doubleToDecimal, .boolToInt64, .int64ToBool, .enumerationToText, .textToEnumeration, .textToScalar, .scalarToText:
      self
    }
  }
}
