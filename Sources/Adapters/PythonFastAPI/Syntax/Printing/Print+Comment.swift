import SpecWriting

extension PythonPrinter {
  /// The text as `#` lines.
  func spellComment(_ text: String) -> Document {
    .joined(
      wrapped(text, reserving: 2).map { .text($0.isEmpty ? "#" : "# " + PythonComment.inert($0)) }, separator: .hardLine)
  }

  /// The text between triple quotes; nothing where it has no words.
  func spellDocstring(_ text: String) -> Document? {
    let isRaw = text.contains("\\")
    // Nothing can be escaped in an `r` string, so three quotes become others.
    var lines = Self.dedented(wrapped(text.replacing("\"\"\"", with: "'''"), reserving: isRaw ? 8 : 7))
    guard let first = lines.first, let last = lines.last else { return nil }
    // PEP 257 wants one around backslashes.
    let quotes = isRaw ? "r\"\"\"" : "\"\"\""
    if first.hasPrefix("\"") { lines[0] = " " + first }
    if lines.count == 1 {
      return .text("\(quotes)\(lines[0])\(last.hasSuffix("\"") || last.hasSuffix("\\") ? " " : "")\"\"\"")
    }
    lines[0] = quotes + lines[0]
    return .joined((lines + ["\"\"\""]).map { .text($0) }, separator: .hardLine)
  }

  /// Lines that have room here. A long line with characters of two columns is cut as if all of it were such.
  private func wrapped(_ text: String, reserving columns: Int) -> [String] {
    let room = max(Self.width - depth - columns, 40)
    return CommentText.lines(of: text).flatMap { line in
      if line.widest <= room { return [line] }
      return CommentText.wrapped(line, width: line.unicodeScalars.allSatisfy(\.isPlainColumn) ? room : room / 2)
    }
  }

  /// The first line without indent, and the others without the indent that they share.
  private static func dedented(_ lines: [String]) -> [String] {
    guard let first = lines.first else { return [] }
    let shared = lines.dropFirst().filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return [String(first.drop { $0 == " " })] + lines.dropFirst().map { String($0.dropFirst(shared)) }
  }
}

extension String {
  /// The most columns that the text can take: what is no plain character may take two.
  var widest: Int { unicodeScalars.reduce(0) { $0 + ($1.isPlainColumn ? 1 : 2) } }
}

/// Text of an input in comments and docstrings.
enum PythonComment {
  /// Words that make a comment an order to some tool, where a colon or an equals sign follows.
  private static let orders: Set<String> = [
    "coding", "flake8", "fmt", "isort", "mypy", "noqa", "nosec", "pragma", "pylint", "pyre", "pyright", "pytype", "ruff", "ty",
    "type", "yapf",
  ]

  /// The text, in which no tool finds an order: a space comes before the colon that would make one.
  static func inert(_ text: String) -> String {
    var output = ""
    var word = ""
    for character in text {
      if character == ":" || character == "=", orders.contains(where: word.hasSuffix) { output += " " }
      if character.isLetter || character.isNumber { word += character.lowercased() } else { word = "" }
      output.append(character)
    }
    let first = output.prefix { $0.isLetter || $0.isNumber }.lowercased()
    return first == "noqa" || first == "nosec" ? "> " + output : output
  }
}
