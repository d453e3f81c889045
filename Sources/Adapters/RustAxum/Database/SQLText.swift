/// Lays SQL out for people.
enum SQLText {
  /// Breaks a list at its commas, so that no line is much wider than code is.
  static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for part in text.split(separator: ", ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.utf8.count + part.utf8.count > 80 {
        lines.append(line + ",")
        line = String(part)
      } else {
        line += line.isEmpty ? String(part) : ", \(part)"
      }
    }
    return lines + [line]
  }
}

extension [String] {
  /// The lines of one text, each but the last with the space that separates it from the next.
  var spaced: [String] { enumerated().map { $0 < count - 1 ? $1 + " " : $1 } }
}
