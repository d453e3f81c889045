/// What the literals of all languages have in common.
package enum LiteralText {
  /// Decimal digits in groups of three, from five digits on: `12_345`.
  package static func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 4 else { return digits }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (count - index) % 3 == 0 { grouped += "_" }
      grouped.append(digit)
    }
    return grouped
  }

  /// A number in base 16, in lower case, with zeros before it.
  package static func hex(_ value: UInt32, digits: Int = 1) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}

extension Unicode.Scalar {
  /// Whether every terminal draws the scalar as one column, and it does nothing else: ASCII, Latin, Greek and Cyrillic letters.
  ///
  /// Literals escape all others, which also disarms bidirectional controls and invisible characters, and keeps our measure equal
  /// to that of formatters that know display widths.
  package var isPlainColumn: Bool {
    switch value {
    case 0x20...0x7E: true
    case 0xA1...0xAC, 0xAE...0x2FF: true  // Latin-1 and its extensions, without the soft hyphen
    case 0x370...0x482, 0x48A...0x52F: properties.isAlphabetic  // Greek and Cyrillic letters
    default: false
    }
  }
}
