import SpecWriting

/// A string or bytes literal: its spelling is decided, its text can be anything.
package struct PythonString: Sendable {
  /// The literals side by side. Several where the text is long; they become one where one line has room.
  let parts: [Part]
  /// All of it as one literal.
  let joined: String

  struct Part: Sendable {
    /// `b`, `r` or nothing.
    var prefix: String
    /// What stands between the quotes, escaped.
    var content: String
    var quote: Character

    var token: String { "\(prefix)\(quote)\(content)\(quote)" }
  }

  /// The longest part, in columns: with its quotes it has room at most indents.
  static let partWidth = 68

  /// A string of any text, in parts where it is long.
  init(_ text: String) {
    let whole = Self.part(text)
    joined = whole.token
    parts = whole.content.utf8.count <= Self.partWidth ? [whole] : Self.pieces(of: text).map(Self.part)
  }

  /// A string of any text, as one literal.
  init(word text: String) {
    let whole = Self.part(text)
    joined = whole.token
    parts = [whole]
  }

  init(bytes: [UInt8]) {
    let quote = Self.preferredQuote(for: bytes)
    let content = bytes.map { Self.escape(Unicode.Scalar($0), quote: quote, isASCIIOnly: true) }.joined()
    let whole = Part(prefix: "b", content: content, quote: quote)
    parts = [whole]
    joined = whole.token
  }

  /// `r"…"`: nothing where the text cannot be said without escapes, or is no shorter so.
  init?(raw text: String) {
    guard text.contains("\\"), text.utf8.count <= Self.partWidth, text.unicodeScalars.allSatisfy(\.isPlainColumn),
      text.reversed().prefix(while: { $0 == "\\" }).count % 2 == 0
    else { return nil }
    let quote: Character = text.contains("\"") ? "'" : "\""
    guard !text.contains(quote) else { return nil }
    let whole = Part(prefix: "r", content: text, quote: quote)
    parts = [whole]
    joined = whole.token
  }

  private static func part(_ text: String) -> Part {
    let quote = preferredQuote(for: text.utf8)
    return Part(prefix: "", content: escaped(text, quote: quote), quote: quote)
  }

  /// Double quotes, unless single ones save escapes.
  static func preferredQuote(for text: some Sequence<UInt8>) -> Character {
    let (double, single) = text.reduce(into: (0, 0)) { counts, byte in
      if byte == 0x22 { counts.0 += 1 }
      if byte == 0x27 { counts.1 += 1 }
    }
    return double > single ? "'" : "\""
  }

  /// The text cut behind spaces and line breaks, or anywhere if there are none, into pieces whose literals keep `partWidth`.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var columns = 0
    var word = String.UnicodeScalarView()
    var wordColumns = 0
    func width(_ scalar: Unicode.Scalar) -> Int { escape(scalar, quote: "\"", isASCIIOnly: false).utf8.count }
    func flush() {
      if !piece.isEmpty { pieces.append(String(piece)) }
      piece = .init()
      columns = 0
    }
    for scalar in text.unicodeScalars {
      word.append(scalar)
      wordColumns += width(scalar)
      guard scalar == " " || scalar == "\n" || wordColumns >= partWidth - 10 else { continue }
      if columns + wordColumns > partWidth { flush() }
      piece.append(contentsOf: word)
      columns += wordColumns
      word = .init()
      wordColumns = 0
    }
    if columns + wordColumns > partWidth { flush() }
    piece.append(contentsOf: word)
    flush()
    return pieces
  }

  static func escaped(_ text: String, quote: Character) -> String {
    text.unicodeScalars.map { escape($0, quote: quote, isASCIIOnly: false) }.joined()
  }

  private static func escape(_ scalar: Unicode.Scalar, quote: Character, isASCIIOnly: Bool) -> String {
    switch scalar {
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      if Character(scalar) == quote { return "\\" + String(scalar) }
      if scalar.isPlainColumn, scalar.isASCII || !isASCIIOnly { return String(scalar) }
      switch scalar.value {
      case ..<0x100: return "\\x" + LiteralText.hex(scalar.value, digits: 2)
      case ..<0x10000: return "\\u" + LiteralText.hex(scalar.value, digits: 4)
      default: return "\\U" + LiteralText.hex(scalar.value, digits: 8)
      }
    }
  }
}
