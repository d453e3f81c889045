// Measures of text that layout decides by. They read UTF-8 once and make no substrings.
//
// A column is one Unicode scalar. Combining and double-width characters would be off by one or more; an emitter whose
// formatter counts display width escapes them (see the literals of the language).

extension String {
  /// Whether the text holds a line break.
  package var isMultiline: Bool { utf8.contains(0x0A) }

  /// The number of line breaks.
  package var lineBreaks: Int { utf8.reduce(into: 0) { if $1 == 0x0A { $0 += 1 } } }

  /// The number of lines, counting a last line only when it has text.
  package var lineCount: Int {
    if isEmpty { return 0 }
    return lineBreaks + (utf8.last == 0x0A ? 0 : 1)
  }

  /// The columns of a text as if it were one line.
  package var columns: Int { utf8.reduce(into: 0) { if $1 & 0xC0 != 0x80 { $0 += 1 } } }

  package var firstLineColumns: Int {
    var count = 0
    for byte in utf8 {
      if byte == 0x0A { break }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }

  package var lastLineColumns: Int {
    var count = 0
    for byte in utf8.reversed() {
      if byte == 0x0A { break }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }

  /// The columns of the last line without the spaces around it.
  package var trimmedLastLineColumns: Int {
    var count = 0
    var atEnd = true
    var trailing = 0
    for byte in utf8.reversed() {
      if byte == 0x0A { break }
      if byte == 0x20 {
        if !atEnd { trailing += 1 }
      } else if byte & 0xC0 != 0x80 {
        atEnd = false
        count += trailing + 1
        trailing = 0
      }
    }
    return count
  }

  /// The columns of the widest line after the first; 0 when there is none.
  package var widestFurtherLine: Int {
    var widest = 0
    var current = 0
    var isFirst = true
    for byte in utf8 {
      if byte == 0x0A {
        if !isFirst { widest = Swift.max(widest, current) }
        isFirst = false
        current = 0
      } else if byte & 0xC0 != 0x80 {
        current += 1
      }
    }
    return isFirst ? 0 : Swift.max(widest, current)
  }

  /// Whether the first line ends with this ASCII character.
  package func firstLineEnds(with character: Character) -> Bool {
    guard let wanted = character.asciiValue else { return false }
    var last: UInt8?
    for byte in utf8 {
      if byte == 0x0A { break }
      last = byte
    }
    return last == wanted
  }

  /// A line break and this many spaces.
  package static func newline(indent: Int) -> String { "\n" + String(repeating: " ", count: indent) }
}
