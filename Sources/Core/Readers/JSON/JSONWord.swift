extension JSONReader {
  /// Reads a number or one of the three names; another word is reported and kept as text.
  mutating func word() throws(GaveUp) {
    let end = wordEnd
    guard end > index else {
      try report(index < bytes.count ? "expected a value" : "the file ends where a value should be", at: index..<index + 1)
      throw GaveUp()
    }
    let word = bytes[index..<end]
    if let kind = Self.kind(of: word) {
      scalar(kind, index..<end)
    } else {
      try report("\(quoted(String(decoding: word, as: UTF8.self))) is no JSON value", at: index..<end, hint: Self.hint(for: word))
      scalar(.string, index..<end)
    }
  }

  /// Where the letters, digits and signs at the index end, bytes beyond ASCII counted to them.
  var wordEnd: Int {
    bytes[index...].firstIndex { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: false
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "$"): false
      default: true
      }
    } ?? bytes.count
  }

  private static func kind(of word: ArraySlice<UInt8>) -> NodeKind? {
    switch word.first {
    case UInt8(ascii: "t"): word.elementsEqual("true".utf8) ? .bool : nil
    case UInt8(ascii: "f"): word.elementsEqual("false".utf8) ? .bool : nil
    case UInt8(ascii: "n"): word.elementsEqual("null".utf8) ? .null : nil
    default: kind(ofNumber: word)
    }
  }

  /// `-? (0 | [1-9][0-9]*) (\.[0-9]+)? ([eE][+-]?[0-9]+)?` (RFC 8259 §6)
  private static func kind(ofNumber word: ArraySlice<UInt8>) -> NodeKind? {
    var rest = word
    func takeDigits() -> Int {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest[digits.endIndex...]
      return digits.count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let hasLeadingZero = rest.first == UInt8(ascii: "0")
    let whole = takeDigits()
    guard whole == 1 || whole > 1 && !hasLeadingZero else { return nil }
    if rest.isEmpty { return .integer }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard takeDigits() > 0 else { return nil }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard takeDigits() > 0 else { return nil }
    }
    return rest.isEmpty ? .float : nil
  }

  private static func hint(for word: ArraySlice<UInt8>) -> String {
    switch String(decoding: word, as: UTF8.self).lowercased() {
    case "true": return "Write true."
    case "false": return "Write false."
    case "null", "none", "nil", "undefined": return "Write null."
    case "nan", "infinity", "-infinity", "+infinity": return "JSON has no such number; write null or a string."
    default: break
    }
    let isNumeric = word.first.map { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) } == true
    return isNumeric
      ? "A number has no leading “+” or zero, and digits on both sides of its point." : "Text must stand in double quotes."
  }
}
