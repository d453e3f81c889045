internal import SpecDiagnostics

extension JSONReader {
  /// Reads a string in double quotes; one without escapes stays where it is in the source.
  mutating func string() throws(GaveUp) {
    let start = index
    index += 1
    var decoded: [UInt8] = []
    // Where the part begins that is not yet copied to the decoded text.
    var copied = index
    while peek != UInt8(ascii: "\"") {
      if peek == UInt8(ascii: "\\") {
        decoded.append(contentsOf: bytes[copied..<index])
        try escape(into: &decoded)
        copied = index
      } else if peek < 0x20 {
        try controlCharacter(peek, in: start)
      } else {
        index += 1
      }
    }
    var text = TextRef(source: copied..<index)
    if copied > start + 1 {
      decoded.append(contentsOf: bytes[copied..<index])
      text = builder.addText(decoded)
    }
    index += 1
    builder.scalar(.string, start..<index, text: text)
  }

  private mutating func controlCharacter(_ byte: UInt8, in start: Int) throws(GaveUp) {
    guard index < bytes.count, byte != 0x0A, byte != 0x0D else {
      let hint = index < bytes.count ? "Write a line break inside of a string as \\n." : nil
      try report("the string is not closed on its line", at: start..<index, hint: hint)
      throw GaveUp()
    }
    let hex = String(byte, radix: 16)
    let escape = byte == 0x09 ? "\\t" : "\\u00\(hex.count == 1 ? "0" : "")\(hex)"
    try report("a control character in a string", at: index..<index + 1, hint: "Write it as \(escape).")
    index += 1
  }

  /// Decodes the escape at the index (RFC 8259 §7) and moves behind it.
  private mutating func escape(into text: inout [UInt8]) throws(GaveUp) {
    let start = index
    let letter = index + 1 < bytes.count ? bytes[index + 1] : 0
    index += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape(from: start)
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default:
      // The character after the backslash may be a line end or a part of a longer one: it is read again.
      index = start + 1
      try report(
        "“\\” begins no escape here", at: start..<index,
        hint: "JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.")
    }
  }

  /// Reads the digits after `\u`, of both halves where they are a surrogate pair.
  private mutating func unicodeEscape(from start: Int) throws(GaveUp) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let first = hexUnit() else {
      try report("“\\u” takes four hexadecimal digits", at: start..<index)
      return replacement
    }
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, peek == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u") {
      let second = index
      index += 2
      if let low = hexUnit(), (0xDC00...0xDFFF).contains(low) {
        return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(low) - 0xDC00) ?? replacement
      }
      index = second
    }
    try report(
      "half of a surrogate pair is no character", at: start..<index,
      hint: "Write both halves, or the character itself.")
    return replacement
  }

  /// Four hexadecimal digits; the index stays before the first byte that is none.
  private mutating func hexUnit() -> UInt16? {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = hexDigit(peek) else { return nil }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }

  /// Reads a string in single quotes, which JSON does not have, as what is meant.
  mutating func singleQuoted() throws(GaveUp) {
    let end = bytes[(index + 1)..<lineEnd].firstIndex(of: UInt8(ascii: "'"))
    try report("a string must stand in double quotes", at: index..<(end ?? index) + 1)
    guard let end else { throw GaveUp() }
    builder.scalar(.string, index..<end + 1, text: TextRef(source: index + 1..<end))
    index = end + 1
  }
}
