/// The core schema of YAML 1.2.2 §10.3.2: which plain scalars are null, booleans and numbers. All others are strings.
///
/// The forms of YAML 1.1 are strings here: `no`, `on`, `yes`, `1_000`, `0b1`, `1:30`, dates.
enum CoreSchema {
  static func kind(ofPlain text: UnsafeRawBufferPointer) -> NodeKind {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"): return text.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"): return isWord("null", text) ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return isWord("true", text) ? .bool : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return isWord("false", text) ? .bool : .string
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: return kind(ofNumeric: text)
    default: return .string
    }
  }

  /// Whether the text is a word in lower case, in upper case, or with its first letter in upper case.
  private static func isWord(_ word: StaticString, _ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    let lower = UnsafeRawBufferPointer(start: word.utf8Start, count: text.count)
    let caseBit: UInt8 = 0x20
    let rest = 1..<text.count
    return text[0] | caseBit == lower[0]
      && (rest.allSatisfy { text[$0] == lower[$0] }
        || text[0] == lower[0] ^ caseBit && rest.allSatisfy { text[$0] == lower[$0] ^ caseBit })
  }

  private static func kind(ofNumeric text: UnsafeRawBufferPointer) -> NodeKind {
    if text.count > 2, text[0] == UInt8(ascii: "0") {
      let digits = text[2...]
      if text[1] == UInt8(ascii: "x") { return digits.allSatisfy { hexDigit($0) != nil } ? .integer : .string }
      if text[1] == UInt8(ascii: "o") { return digits.allSatisfy { (0x30...0x37).contains($0) } ? .integer : .string }
    }
    var rest = text[...]
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    if rest.count == 4, rest.first == UInt8(ascii: "."), isWord("inf", UnsafeRawBufferPointer(rebasing: rest.dropFirst())) {
      return .float
    }
    if text.count == 4, text[0] == UInt8(ascii: "."), isNotANumber(UnsafeRawBufferPointer(rebasing: text[1...])) { return .float }
    return kind(ofDecimal: rest)
  }

  private static func isNotANumber(_ text: UnsafeRawBufferPointer) -> Bool {
    text.elementsEqual("nan".utf8) || text.elementsEqual("NaN".utf8) || text.elementsEqual("NAN".utf8)
  }

  /// Tells `[0-9]+` from `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?` and from what is no number.
  private static func kind(ofDecimal text: UnsafeRawBufferPointer.SubSequence) -> NodeKind {
    func dropDigits(_ rest: UnsafeRawBufferPointer.SubSequence) -> UnsafeRawBufferPointer.SubSequence {
      rest.drop { (0x30...0x39).contains($0) }
    }
    var rest = dropDigits(text)
    var digits = text.count - rest.count
    if rest.isEmpty { return digits > 0 ? .integer : .string }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst()
      rest = dropDigits(fraction)
      digits += fraction.count - rest.count
    }
    guard digits > 0 else { return .string }
    guard let mark = rest.first else { return .float }
    guard mark | 0x20 == UInt8(ascii: "e") else { return .string }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return !rest.isEmpty && dropDigits(rest).isEmpty ? .float : .string
  }
}

extension CoreSchema {
  /// Spells a YAML number as JSON does: `+7`, `007`, `.5`, `1.`, `0x1F` and `0o17` are 7, 7, 0.5, 1.0, 31 and 15.
  ///
  /// Returns nothing for `.inf`, `.nan` and for hexadecimal and octal numbers of more than 64 bits.
  static func jsonLiteral(ofNumber text: String) -> String? {
    if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16).map { String($0) } }
    if text.hasPrefix("0o") { return UInt64(text.dropFirst(2), radix: 8).map { String($0) } }
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    func takeDigits() -> Substring {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest[digits.endIndex...]
      return Substring(digits)
    }
    let whole = takeDigits().drop { $0 == "0" }
    var literal = (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = takeDigits()
      // Here `.inf` and `.nan` have letters, and what is no JSON number is refused by its own type.
      literal += "." + (fraction.isEmpty && !isLetter(rest.first) ? "0" : fraction)
    }
    return literal + Substring(rest)
  }

  private static func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte, byte | 0x20 != UInt8(ascii: "e") else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
