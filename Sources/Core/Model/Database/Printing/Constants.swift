/// Constants as a column of the other dialect stores them.
enum Constants {
  /// Returns the text of a constant for a column of that type, or for no column.
  static func text(_ literal: SQLLiteral, as type: ColumnType?, in dialect: SQLDialect) throws(Untranslatable) -> String {
    let spelling = SQLSpelling(dialect)
    switch literal {
    case .null: return "NULL"
    case .boolean(let value): return spelling.boolean(value)
    case .bytes(let bytes): return spelling.bytes(bytes)
    case .number(let digits):
      if type == .boolean, digits == "0" || digits == "1" { return spelling.boolean(digits == "1") }
      return digits
    case .string(let text):
      guard let type else { return spelling.string(text) }
      return dialect == .sqlite ? try sqlite(text, type, spelling) : spelling.string(text)
    }
  }

  private static func sqlite(
    _ text: String, _ type: ColumnType, _ spelling: SQLSpelling
  ) throws(Untranslatable) -> String {
    switch type {
    case .text, .paddedText, .json, .enumeration, .interval, .time, .other: return spelling.string(text)
    case .uuid: return spelling.string(text.lowercased())
    case .int16, .int32, .int64, .float, .double, .decimal:
      // PostgreSQL takes `'12.50'` for a number.
      guard Double(text) != nil else { throw refused(text, "a number") }
      return text
    case .boolean:
      switch text.lowercased() {
      case "t", "true", "yes", "on", "1": return "1"
      case "f", "false", "no", "off", "0": return "0"
      default: throw refused(text, "a truth value")
      }
    case .bytes:
      guard let bytes = TimeText.hexBytes(text) else { throw refused(text, "bytes in hexadecimal (`\\x…`)") }
      return spelling.bytes(bytes)
    case .date:
      guard let moment = TimeText(text), moment.isDateOnly else { throw refused(text, "a date such as `2024-01-31`") }
      return spelling.string(moment.date)
    case .timestamp(let hasZone):
      guard let moment = TimeText(text), let written = moment.timestamp(hasZone: hasZone) else {
        throw refused(text, "a time such as `2024-01-31 12:00:00+00`")
      }
      return spelling.string(written)
    case .array(let element):
      guard let json = ArrayText.json(text, isNumeric: element.isNumeric) else { throw refused(text, "an array such as `{a,b}`") }
      return spelling.string(json)
    }
  }

  private static func refused(_ text: String, _ wanted: String) -> Untranslatable {
    Untranslatable("`\(text.prefix(60))` cannot be carried over", hint: "Write \(wanted).")
  }
}

extension ColumnType {
  var isNumeric: Bool {
    switch self {
    case .int16, .int32, .int64, .float, .double, .decimal: true
    case .boolean, .text, .paddedText, .bytes, .uuid, .date, .time, .timestamp, .interval, .json, .enumeration, .array, .other:
      false
    }
  }
}
