/// How many columns of a terminal a text takes.
enum DisplayWidth {
  static func columns(_ scalars: some Sequence<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + columns($1) } }

  /// None for a mark that is drawn over the character before it, two for a wide one, else one; control characters are no matter
  /// here, since none is ever written.
  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    // ASCII, the most of every line, needs no look-up.
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
  }

  /// The blocks whose characters have the East Asian Width W or F (Unicode Standard Annex #11, EastAsianWidth.txt); what is not
  /// assigned in them counts too.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul Jamo, leading consonants
    0x2E80...0x303E,  // CJK radicals and punctuation
    0x3041...0x33FF,  // Kana, Bopomofo, CJK compatibility
    0x3400...0x4DBF, 0x4E00...0x9FFF,  // CJK ideographs
    0xA000...0xA4CF,  // Yi
    0xA960...0xA97F, 0xAC00...0xD7A3,  // Hangul
    0xF900...0xFAFF,  // CJK compatibility ideographs
    0xFE10...0xFE19, 0xFE30...0xFE6F,  // vertical and small forms
    0xFF00...0xFF60, 0xFFE0...0xFFE6,  // fullwidth forms
    0x16FE0...0x1B2FF,  // Tangut, Kana supplements, Nushu
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x2FFFD, 0x30000...0x3FFFD,  // CJK ideographs of the supplementary planes
  ]
}
