extension ColumnType {
  /// The type in which behaviour sees a value of the column, without null; nothing for a type without neutral meaning, whose
  /// columns no query can name.
  public var valueType: TypeRef? {
    switch self {
    case .boolean: .scalar(.bool)
    case .int16, .int32: .scalar(.int32)
    case .int64: .scalar(.int64)
    case .float: .scalar(.float)
    case .double: .scalar(.double)
    case .decimal: .scalar(.decimal)
    case .text, .paddedText, .enumeration: .scalar(.string)
    case .bytes: .scalar(.bytes)
    case .uuid: .scalar(.uuid)
    case .date: .scalar(.date)
    case .time: .scalar(.time)
    case .timestamp: .scalar(.dateTime)
    case .interval: .scalar(.duration)
    case .json: .scalar(.json)
    case .array(let element): element.valueType.map { .list(Shape($0)) }
    case .other: nil
    }
  }
}

extension Column {
  /// The type in which behaviour reads the column: with null where the column may hold it.
  public var valueType: TypeRef? {
    type.valueType.map { isNullable ? .optional($0) : $0 }
  }
}
