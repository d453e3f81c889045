/// Writes JSON with members in the order they were declared: the same value, the same bytes.
public struct JSONWriter {
  /// Spaces for each level; nothing for one line.
  public let indent: Int?
  private var out = ""

  private init(indent: Int?) { self.indent = indent }

  /// Returns the value as JSON text without a final newline.
  public static func write(_ value: JSONValue, indent: Int? = 2) -> String {
    var writer = JSONWriter(indent: indent)
    writer.write(value, depth: 0)
    return writer.out
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: out += "null"
    case .bool(let bool): out += bool ? "true" : "false"
    case .number(let number): out += number.literal
    case .string(let text): Self.quote(text, into: &out)
    case .array(let items): list(items, "[", "]", depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      list(members, "{", "}", depth) {
        Self.quote($1.key, into: &$0.out)
        $0.out += $0.indent == nil ? ":" : ": "
        $0.write($1.value, depth: depth + 1)
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], _ open: String, _ close: String, _ depth: Int, each: (inout JSONWriter, Item) -> Void
  ) {
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += "," }
      newline(depth + 1)
      each(&self, item)
    }
    if !items.isEmpty { newline(depth) }
    out += close
  }

  private mutating func newline(_ depth: Int) {
    guard let indent else { return }
    out += "\n"
    out += String(repeating: " ", count: indent * depth)
  }

  /// Appends a JSON string literal; control characters are escaped (RFC 8259 §7), and so is what reorders the text around it for
  /// the eyes of a reviewer (CVE-2021-42574).
  public static func quote(_ text: String, into out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\0"..<" ", "\u{7F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
