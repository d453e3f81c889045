extension Lexer {
  /// How a string writes what cannot stand in it as itself.
  enum StringEscapes {
    case none
    /// `E'…'`
    case backslash
    /// `U&'…'`
    case unicode
  }

  /// Reads `'…'`, where `''` stands for a quote.
  mutating func string(from start: Int, escapes: StringEscapes) {
    position += 1
    var value: [UInt8] = []
    var isClosed = false
    while !isClosed, let byte = peek() {
      position += 1
      switch (byte, escapes) {
      case (UInt8(ascii: "'"), _):
        isClosed = peek() != byte
        if !isClosed {
          position += 1
          value.append(byte)
        }
      case (UInt8(ascii: "\\"), .backslash): escape(into: &value)
      case (UInt8(ascii: "\\"), .unicode): unicodeEscape(into: &value)
      case (_, _): value.append(byte)
      }
    }
    if !isClosed { report("string is not closed", from: start, hint: "Close it with `'`; a quote inside is written twice.") }
    emit(.string, from: start, text: String(decoding: value, as: UTF8.self))
  }

  /// PostgreSQL §4.1.2.2: `\b \f \n \r \t`, octal, `\xh`, `\uXXXX`, `\UXXXXXXXX`; any other character is itself.
  private mutating func escape(into value: inout [UInt8]) {
    guard let byte = peek() else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "b"): value.append(0x08)
    case UInt8(ascii: "f"): value.append(0x0C)
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "u"): appendScalar(hexDigits: 4, to: &value)
    case UInt8(ascii: "U"): appendScalar(hexDigits: 8, to: &value)
    case UInt8(ascii: "x"): value.append(UInt8(truncatingIfNeeded: digits(radix: 16, atMost: 2) ?? 0x78))
    case 0x30...0x37:
      position -= 1
      value.append(UInt8(truncatingIfNeeded: digits(radix: 8, atMost: 3) ?? 0))
    default: value.append(byte)
    }
  }

  private mutating func appendScalar(hexDigits count: Int, to value: inout [UInt8]) {
    guard let code = digits(radix: 16, atMost: count), let scalar = Unicode.Scalar(code) else {
      return report("escape names no character", from: position, hint: "Write `\\uXXXX` with four hexadecimal digits.")
    }
    value.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  private mutating func digits(radix: UInt32, atMost count: Int) -> UInt32? {
    var result: UInt32?
    for _ in 0..<count {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else { break }
      result = (result ?? 0) &* radix &+ UInt32(digit)
      position += 1
    }
    return result
  }

  /// `\XXXX` and `\+XXXXXX`, and `\\` for itself; another escape character (`UESCAPE`) is not read.
  private mutating func unicodeEscape(into value: inout [UInt8]) {
    if peek() == UInt8(ascii: "\\") {
      position += 1
      return value.append(UInt8(ascii: "\\"))
    }
    let isLong = peek() == UInt8(ascii: "+")
    if isLong { position += 1 }
    appendScalar(hexDigits: isLong ? 6 : 4, to: &value)
  }

  mutating func blob(from start: Int) {
    position += 1
    let digits = position
    while let byte = peek(), byte != UInt8(ascii: "'") { position += 1 }
    let value = text(digits, position)
    if peek() == nil {
      report("string is not closed", from: start, hint: "Close it with `'`.")
    } else {
      position += 1
    }
    if value.utf8.count % 2 != 0 || !value.utf8.allSatisfy(\.isHexDigit) {
      report("`X'…'` does not hold pairs of hexadecimal digits", from: start, hint: "Write two digits for each byte.")
      return emit(.blob, from: start, text: "")
    }
    emit(.blob, from: start, text: value)
  }

  /// Reads a name in quotes; the closing quote written twice stands for itself, except for `[…]`.
  mutating func quotedName(closing: UInt8) {
    let start = position
    position += 1
    var value: [UInt8] = []
    while let byte = peek() {
      position += 1
      if byte == closing {
        guard peek() == closing, closing != UInt8(ascii: "]") else {
          return emit(.quotedName, from: start, text: String(decoding: value, as: UTF8.self))
        }
        position += 1
      }
      value.append(byte)
    }
    report("quoted name is not closed", from: start, hint: "Close it with the same kind of quote.")
    emit(.quotedName, from: start, text: String(decoding: value, as: UTF8.self))
  }

  /// Reads `$tag$…$tag$`, or `$1`.
  mutating func dollar() {
    let start = position
    if peek(1)?.isDigit == true { return parameter() }
    var index = position + 1
    while index < limit, bytes[index].startsWord || index > position + 1 && bytes[index].isDigit { index += 1 }
    guard index < limit, bytes[index] == UInt8(ascii: "$") else { return symbol(UInt8(ascii: "$")) }
    let tag = Array(bytes[position...index])
    position = index + 1
    let body = position
    while position < limit {
      if bytes[position] == UInt8(ascii: "$"), bytes[position..<limit].starts(with: tag) {
        let value = text(body, position)
        position += tag.count
        return emit(.string, from: start, text: value)
      }
      position += 1
    }
    report(
      "dollar-quoted string is not closed", from: start, hint: "Close it with `\(String(decoding: tag, as: UTF8.self))`.")
    emit(.string, from: start, text: text(body, position))
  }
}
