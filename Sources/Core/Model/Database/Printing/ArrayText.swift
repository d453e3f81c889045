internal import SpecWriting

/// Constant arrays of PostgreSQL, `{a,"b c",NULL}`, as JSON.
enum ArrayText {
  /// Returns the array as JSON with its items as texts, or as numbers where the element type says so; nothing for arrays in
  /// arrays.
  static func json(_ text: String, isNumeric: Bool) -> String? {
    guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
    var rest = text.dropFirst().dropLast()
    var items: [JSONValue] = []
    guard !rest.isEmpty else { return "[]" }
    while true {
      guard let item = item(&rest, isNumeric) else { return nil }
      items.append(item)
      guard let separator = rest.popFirst() else { return JSONWriter.write(.array(items), indent: nil) }
      guard separator == "," else { return nil }
    }
  }

  private static func item(_ rest: inout Substring, _ isNumeric: Bool) -> JSONValue? {
    if rest.first == "\"" { return quoted(&rest) }
    let word = rest.prefix { $0 != "," }
    rest = rest[word.endIndex...]
    guard !word.contains("{"), !word.contains("\""), !word.isEmpty else { return nil }
    if word.uppercased() == "NULL" { return .null }
    return isNumeric ? JSONNumber(literal: String(word)).map { .number($0) } : .string(String(word))
  }

  private static func quoted(_ rest: inout Substring) -> JSONValue? {
    rest.removeFirst()
    var value = ""
    while let character = rest.popFirst() {
      if character == "\"" { return .string(value) }
      if character == "\\" {
        guard let escaped = rest.popFirst() else { return nil }
        value.append(escaped)
      } else {
        value.append(character)
      }
    }
    return nil
  }
}
