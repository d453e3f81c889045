import SpecIR
import SpecWriting

/// Whether a value of the contract's types can be stored in a column and read from it, and by which conversions.
struct TypeFit {
  /// From the contract's type to the column's; nothing where they are the same.
  let write: Conversion?
  /// From the column's type to the contract's.
  let read: Conversion?
  /// Whether every value of the contract's type can be written.
  var isWritable = true

  static let same = TypeFit(write: nil, read: nil)

  /// Compares types without null; nothing where they do not fit.
  static func between(_ type: TypeRef, _ column: ColumnType, in core: CoreModel, database: Database) -> TypeFit? {
    let type = core.resolved(type).unwrapped
    switch type {
    case .scalar(let scalar): return between(scalar, column)
    case .named(let id):
      switch core[id].kind {
      case .enumeration(let enumeration): return between(enumeration, id, column, database)
      case .structure, .union: return column == .json ? TypeFit(write: .toJSON(type), read: .fromJSON(type)) : nil
      case .alias: return nil
      }
    case .list(let element):
      if column == .json { return TypeFit(write: .toJSON(type), read: .fromJSON(type)) }
      guard case .array(let inner) = column, inner.isElement, !core.resolved(element.type).isOptional,
        let fit = between(element.type, inner, in: core, database: database)
      else { return nil }
      return TypeFit(write: fit.write.map { .each($0) }, read: fit.read.map { .each($0) }, isWritable: fit.isWritable)
    case .map: return column == .json ? TypeFit(write: .toJSON(type), read: .fromJSON(type)) : nil
    case .optional: return nil
    }
  }

  private static func between(
    _ enumeration: Enumeration, _ id: ModelID, _ column: ColumnType, _ database: Database
  ) -> TypeFit? {
    guard enumeration.base == .string else { return nil }
    let fit = TypeFit(write: .enumerationToText(id), read: .textToEnumeration(id))
    switch column {
    case .text, .paddedText: return fit
    case .enumeration(let name):
      // A label that the contract does not know could not be answered, and a case that the database does not know not stored.
      let labels = Set(database.enumeration(named: name)?.values ?? [])
      let cases = Set(enumeration.cases.compactMap(\.value.stringValue))
      guard labels.isSubset(of: cases) else { return nil }
      return TypeFit(write: fit.write, read: fit.read, isWritable: cases.isSubset(of: labels))
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .bytes, .uuid, .date, .time, .timestamp, .interval, .json,
      .array, .other:
      return nil
    }
  }

  private static func between(_ scalar: Scalar, _ column: ColumnType) -> TypeFit? {
    // PostgreSQL makes `PT90M` of an interval another text than SQLite, and neither is what a client sent.
    if column == .interval { return nil }
    if column.valueType == .scalar(scalar) {
      // Text of any kind is no label of an enum type.
      if case .enumeration = column { return TypeFit(write: nil, read: nil, isWritable: false) }
      return .same
    }
    let text = TypeFit(write: .scalarToText(scalar), read: .textToScalar(scalar))
    switch (scalar, column) {
    case (.uuid, .text), (.uuid, .paddedText), (.dateTime, .text), (.date, .text), (.time, .text), (.duration, .text),
      (.uri, .text), (.decimal, .text), (.bytes, .text):
      return text
    case (.string, .uuid): return readOnlyText(.uuid)
    case (.string, .timestamp): return readOnlyText(.dateTime)
    case (.string, .date): return readOnlyText(.date)
    case (.string, .time): return readOnlyText(.time)
    case (.string, .decimal): return readOnlyText(.decimal)
    case (.bool, .int64): return TypeFit(write: .boolToInt64, read: .int64ToBool)
    case (.int32, .int64): return TypeFit(write: .int32ToInt64, read: .int64ToInt32)
    case (.int64, .int32), (.int64, .int16): return TypeFit(write: .int64ToInt32, read: .int32ToInt64)
    case (.double, .float): return TypeFit(write: .doubleToFloat, read: .floatToDouble)
    case (.float, .double): return TypeFit(write: .floatToDouble, read: .doubleToFloat)
    case (.double, .decimal): return TypeFit(write: .doubleToDecimal, read: .decimalToDouble)
    case (.double, .int64): return TypeFit(write: nil, read: .int64ToDouble, isWritable: false)
    default: return nil
    }
  }

  /// Text that the contract does not check can be read from such a column, and not written to it.
  private static func readOnlyText(_ scalar: Scalar) -> TypeFit {
    TypeFit(write: nil, read: .scalarToText(scalar), isWritable: false)
  }
}

extension ColumnType {
  /// Whether lists of the contract can be kept in an array of the type: what a column alone turns into another form can not.
  fileprivate var isElement: Bool {
    switch self {
    case .bytes, .time, .interval, .json, .array: false
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .text, .paddedText, .uuid, .date, .timestamp, .enumeration,
      .other:
      true
    }
  }
}
