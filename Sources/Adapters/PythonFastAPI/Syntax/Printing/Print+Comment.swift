import SpecWriting

extension PythonPrinter {
  /// The text as `#` lines.
  func spellComment(_ text: String) -> Document {
    let lines = CommentText.lines(of: text).flatMap { fitted($0, reserving: 2) }
    return .joined(lines.map { .text($0.isEmpty ? "#" : "# " + PythonComment.inert($0)) }, separator: .hardLine)
  }

  /// The text between triple quotes; nothing where it has no words.
  func spellDocstring(_ text: String) -> Document? {
    // Nothing can be escaped in an `r` string, so three quotes become others.
    let source = CommentText.lines(of: text.replacing("\"\"\"", with: "'''"))
    // PEP 257 wants an `r` string around backslashes.
    let quotes = source.contains { $0.contains("\\") } ? "r\"\"\"" : "\"\"\""
    // Quotes stand on the first line, and on the last where it is the same; a space may keep them from what they enclose.
    let taken = quotes.count + 1 + (source.count == 1 ? 3 : 0)
    var lines = Self.dedented(source.enumerated().flatMap { fitted($1, reserving: $0 == 0 ? taken : 0) })
    guard let first = lines.first, let last = lines.last else { return nil }
    if first.hasPrefix("\"") { lines[0] = " " + first }
    if lines.count == 1 {
      return .text("\(quotes)\(lines[0])\(last.hasSuffix("\"") || last.hasSuffix("\\") ? " " : "")\"\"\"")
    }
    lines[0] = quotes + lines[0]
    return .joined((lines + ["\"\"\""]).map { .text($0) }, separator: .hardLine)
  }

  /// The line, or several that have room here. One with characters of two columns is cut as if all of it were such.
  private func fitted(_ line: String, reserving columns: Int) -> [String] {
    let room = max(Self.width - depth - columns, 40)
    if line.widest <= room { return [line] }
    return CommentText.wrapped(line, width: line.unicodeScalars.allSatisfy(\.isPlainColumn) ? room : room / 2)
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
