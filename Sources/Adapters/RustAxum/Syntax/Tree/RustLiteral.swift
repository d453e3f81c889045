import SpecWriting

/// A literal token. Text of an input can only come in through these, so it cannot end a string or become code.
package struct RustLiteral: Hashable, Sendable {
  /// The token as it is written; of several lines, without their indents.
  package let token: String
  let isString: Bool
  /// Whether the lines of the token are joined by `\`, so that they may be indented.
  let isFolded: Bool

  private init(_ token: String, isString: Bool = false, isFolded: Bool = false) {
    self.token = token
    self.isString = isString
    self.isFolded = isFolded
  }

  /// One string value on several lines, each but the last ended by `\`: for SQL.
  ///
  /// The lines are joined as they are, so give each the space that separates it from the next. A line must not begin with a
  /// space, which the `\` before it would swallow; such text becomes a literal of one line.
  package static func folded(_ lines: [String]) -> Self {
    guard lines.count > 1, !lines.dropFirst().contains(where: { $0.isEmpty || $0.first == " " }) else {
      return string(lines.joined())
    }
    let texts = lines.map { Self.escaped($0, quote: "\"") }
    return RustLiteral("\"" + texts.joined(separator: "\\\n") + "\"", isString: true, isFolded: true)
  }

  /// The token at a column: folded lines stand below the first letter.
  func spelled(at column: Int) -> String {
    guard isFolded else { return token }
    return token.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + String(repeating: " ", count: column + 1))
  }

  /// A string literal; raw (`r"…"`) where that saves escapes, as in patterns and SQL.
  package static func string(_ value: String) -> Self {
    RustLiteral("\"" + escaped(value, quote: "\"") + "\"", isString: true)
  }

  /// A raw string literal with as many `#` as its text needs; an ordinary one where the text cannot stand raw.
  ///
  /// It keeps line breaks: rustfmt leaves the text of a raw string alone, and the lines after the first keep their own indent.
  package static func rawString(_ value: String) -> Self {
    guard value.unicodeScalars.allSatisfy({ $0 == "\n" || $0.isPlainColumn }) else { return string(value) }
    var longest = -1
    var current = -1
    for scalar in value.unicodeScalars {
      if scalar == "\"" { current = 0 } else if scalar == "#", current >= 0 { current += 1 } else { current = -1 }
      longest = max(longest, current)
    }
    let fence = String(repeating: "#", count: longest + 1)
    return RustLiteral("r\(fence)\"\(value)\"\(fence)", isString: true)
  }

  /// `b'a'`, for a letter of ASCII.
  package static func byte(_ letter: Unicode.Scalar) -> Self {
    precondition(letter.isASCII, "a byte literal is ASCII")
    return RustLiteral("b'" + escaped(String(letter), quote: "'") + "'")
  }

  /// `b"…"`, for ASCII text and escapes.
  package static func byteString(_ bytes: [UInt8]) -> Self {
    var text = ""
    for byte in bytes {
      switch byte {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x0A: text += "\\n"
      case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\x" + LiteralText.hex(UInt32(byte), digits: 2)
      }
    }
    return RustLiteral("b\"\(text)\"", isString: true)
  }

  package static func character(_ value: Unicode.Scalar) -> Self {
    RustLiteral("'" + escaped(String(value), quote: "'") + "'")
  }

  package static func bool(_ value: Bool) -> Self { RustLiteral(value ? "true" : "false") }

  /// An integer with digit groups of three (clippy: unreadable_literal) and an optional suffix such as `i64`.
  package static func integer(_ value: some BinaryInteger, suffix: String = "") -> Self {
    let digits = String(value.magnitude)
    let isShort = digits.utf8.count <= 4
    return RustLiteral((value < 0 ? "-" : "") + LiteralText.grouped(digits) + (suffix.isEmpty || isShort ? suffix : "_" + suffix))
  }

  /// A finite float, always with a decimal point; `f64::NAN` and the infinities have no literal and give nothing.
  package static func float(_ value: Double, suffix: String = "") -> Self? {
    guard value.isFinite else { return nil }
    let text = "\(value)"
    return RustLiteral(text.contains(".") || text.contains("e") ? text + suffix : text + ".0" + suffix)
  }

  /// Whether the token is a negative number, which needs parentheses before a method call.
  var isNegative: Bool { token.utf8.first == 0x2D }

  /// Escapes text for between quotes.
  ///
  /// Letters of the scripts that every terminal draws one column wide stay readable; all else becomes `\u{…}`.
  static func escaped(_ value: String, quote: Unicode.Scalar) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case quote: text += "\\" + String(quote)
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0": text += "\\0"
      default:
        text += scalar.isPlainColumn ? String(scalar) : "\\u{" + LiteralText.hex(scalar.value) + "}"
      }
    }
    return text
  }
}
