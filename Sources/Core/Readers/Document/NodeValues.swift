package import SpecWriting

extension Node {
  package var bool: Bool? {
    guard kind == .bool else { return nil }
    return hasText("true") || hasText("True") || hasText("TRUE")
  }

  /// The value of a number that is mathematically an integer and fits, whether it is written `3` or `3.0`.
  package var int: Int? {
    number?.int64.flatMap { Int(exactly: $0) }
  }

  /// The number with all its digits, as a JSON literal; nothing for `.inf` and `.nan`, which JSON cannot say.
  package var number: JSONNumber? {
    guard kind == .integer || kind == .float, let text else { return nil }
    return JSONNumber(literal: text) ?? CoreSchema.jsonLiteral(ofNumber: text).flatMap { JSONNumber(literal: $0) }
  }

  /// The node as a JSON value, aliases expanded.
  ///
  /// The limits that held when the document was read bound its size and its depth. `.inf` and `.nan` become strings.
  package func json() -> JSONValue {
    switch kind {
    case .null: .null
    case .bool: .bool(bool == true)
    case .integer, .float: number.map { .number($0) } ?? .string(text ?? "")
    case .string: .string(text ?? "")
    case .sequence: .array(items.map { $0.json() })
    case .mapping: .object(entries.map { JSONValue.Member($0.key.text ?? "", $0.value.json()) })
    }
  }
}
