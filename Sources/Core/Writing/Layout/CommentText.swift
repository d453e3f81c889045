/// Text of an input on its way into a comment.
package enum CommentText {
  /// The lines of a text, broken between words where they are wider than `width` columns.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    lines(of: text).flatMap { line -> [String] in
      if line.columns <= width { return [line] }
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ") {
        if !current.isEmpty, current.columns + 1 + String(word).columns > width {
          lines.append(current)
          current = ""
        }
        current += (current.isEmpty ? "" : " ") + word
      }
      return lines + [current]
    }
  }

  /// The lines of a text, without what could end a comment's line or hide in it.
  ///
  /// Every line break of any convention ends a line; other control characters and tabs become a space; bidirectional controls
  /// (which rustc refuses, and which make code read otherwise than it runs) and invisible characters go. Spaces at the end of a
  /// line go too, and empty lines at both ends.
  package static func lines(of text: String) -> [String] {
    var lines: [String] = [""]
    var wasReturn = false
    for scalar in text.unicodeScalars {
      let isAfterReturn = wasReturn
      wasReturn = scalar == "\r"
      switch scalar.value {
      case 0x0A where isAfterReturn: continue
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: lines.append("")
      case 0x00..<0x20, 0x7F..<0xA1: lines[lines.count - 1] += " "
      case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: continue
      default: lines[lines.count - 1].unicodeScalars.append(scalar)
      }
    }
    lines = lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
