import SpecIR
import SpecWriting

extension SQLLiteral {
  /// The constant as a value of a column's type in behaviour; nothing where it is none.
  func json(as type: ColumnType) -> JSONValue? {
    switch (self, type) {
    case (.null, _): return .null
    case (.boolean(let flag), .boolean): return .bool(flag)
    case (.number(let digits), .boolean): return digits == "0" ? false : digits == "1" ? true : nil
    case (.number(let digits), .int16), (.number(let digits), .int32), (.number(let digits), .int64):
      guard let number = JSONNumber(literal: digits), number.int64 != nil else { return nil }
      return .number(number)
    case (.number(let digits), .float), (.number(let digits), .double), (.number(let digits), .decimal):
      return JSONNumber(literal: digits).map { .number($0) }
    case (.string(let text), .text), (.string(let text), .paddedText), (.string(let text), .enumeration),
      (.string(let text), .uuid), (.string(let text), .date):
      return .string(text)
    default: return nil
    }
  }
}
