public import SpecWriting

/// A value without effects.
public indirect enum Expression: Hashable, Sendable {
  case local(LocalID)
  case literal(JSONValue, TypeRef)
  /// A field of a structure, by its wire name. An optional field gives ``ValueType/presence(_:)``.
  case field(Expression, String)
  /// A column of a row, by its index in ``RowShape/columns``.
  case column(Expression, Int)
  /// A structure of the contract; every required field is given. An optional field takes a value or a presence, and is
  /// absent where it is not given.
  case construct(ModelID, [FieldValue])
  /// Null.
  case none(TypeRef)
  case some(Expression)
  /// The value of a presence, or null where it is absent.
  case orNull(Expression)
  /// The value of a presence, null included, or of an optional; the second where there is none.
  case orElse(Expression, Expression)
  /// The value of an optional as a presence: null becomes absent.
  case absentIfNull(Expression)
  /// Whether a presence has a value, null included.
  case isPresent(Expression)
  /// The API value of a row.
  case mapped(MappingID, Expression)
  /// The API values of a list of rows.
  case mappedList(MappingID, Expression)
  case convert(Conversion, Expression)
  case call(Operator, [Expression])

  /// A field with its value.
  public struct FieldValue: Hashable, Sendable {
    /// The name on the wire.
    public var field: String
    public var value: Expression

    public init(_ field: String, _ value: Expression) {
      self.field = field
      self.value = value
    }
  }
}

/// Operators, named by what they mean and not by how a language writes them.
public enum Operator: String, Hashable, Sendable, CaseIterable {
  case boolAnd = "bool.and"
  case boolOr = "bool.or"
  case boolNot = "bool.not"
  /// Both operands have one scalar type.
  case equal = "value.equal"
  case int64Less = "int64.less"
  case int64Minimum = "int64.minimum"
  case int64Maximum = "int64.maximum"
  /// The nearest value of the type where the result lies outside; so are the other saturating ones.
  case int64AddSaturating = "int64.addSaturating"
  case int64SubtractSaturating = "int64.subtractSaturating"
  case int64MultiplySaturating = "int64.multiplySaturating"
  /// Rounds up; the dividend is not negative and the divisor greater than zero.
  case int64DivideCeiling = "int64.divideCeiling"
  case stringLengthCodePoints = "string.lengthCodePoints"
  /// Whether a number has room in so many digits (the second operand) of which so many (the third) are behind the point, once it
  /// is rounded to those, half away from zero.
  case decimalFits = "decimal.fits"
  case listCount = "list.count"
}

/// A change of type that keeps the value.
public indirect enum Conversion: Hashable, Sendable {
  case int32ToInt64
  case int64ToInt32
  case floatToDouble
  case doubleToFloat
  case int64ToDouble
  case decimalToDouble
  /// The decimal with the fewest digits that the double stands for; the nearest one where none is so great.
  case doubleToDecimal
  /// False is 0 and true is 1.
  case boolToInt64
  /// 0 is false, everything else true.
  case int64ToBool
  /// A case of an enumeration as its text.
  case enumerationToText(ModelID)
  case textToEnumeration(ModelID)
  /// Text that is the canonical spelling of the scalar.
  case textToScalar(Scalar)
  case scalarToText(Scalar)
  /// A structure, union, list or map as one JSON value.
  case toJSON(TypeRef)
  case fromJSON(TypeRef)
  /// The same for the value inside an optional or a presence.
  case optional(Conversion)
  /// The same for each element of a list.
  case each(Conversion)

  /// Whether every value can be converted; where not, the stored value is at fault: an infrastructure failure, answered 500.
  public var isTotal: Bool {
    switch self {
    case .int32ToInt64, .floatToDouble, .doubleToFloat, .int64ToDouble, .decimalToDouble, .boolToInt64, .int64ToBool,
      .enumerationToText, .scalarToText, .toJSON, .doubleToDecimal:
      true
    case .int64ToInt32, .textToEnumeration, .textToScalar, .fromJSON: false
    case .optional(let inner), .each(let inner): inner.isTotal
    }
  }
}
