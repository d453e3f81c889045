/// Text of an input with the punctuation of a keyboard.
///
/// Typographic quotes and dashes look like other characters, so linters refuse them in code (ruff's `RUF001` and `RUF002`).
enum PlainProse {
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'", "\u{201B}": "'", "\u{2032}": "'", "\u{B4}": "'", "\u{2010}": "-", "\u{2011}": "-",
    "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-", "\u{D7}": "x", "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"",
  ]

  static func text(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(plain[scalar] ?? scalar) }
    return String(output)
  }
}
