import SpecWriting

extension PythonPrinter {
  /// The text as `#` lines.
  func spellComment(_ text: String) -> Document {
    .joined(
      wrapped(text, reserving: 2).map { .text($0.isEmpty ? "#" : "# " + PythonComment.inert($0)) }, separator: .hardLine)
  }

  /// The text between triple quotes; nothing where it has no words.
  func spellDocstring(_ text: String) -> Document? {
    let plain = Self.dedented(wrapped(text, reserving: text.contains("\\") ? 8 : 7))
    let isRaw = PythonComment.canBeRaw(plain)
    var lines = isRaw ? plain : plain.map(PythonComment.escaped)
    guard let first = lines.first, let last = lines.last else { return nil }
    let quotes = isRaw ? "r\"\"\"" : "\"\"\""
    if first.hasPrefix("\"") { lines[0] = " " + first }
    if lines.count == 1 {
      return .text("\(quotes)\(lines[0])\(last.hasSuffix("\"") ? " " : "")\"\"\"")
    }
    lines[0] = quotes + lines[0]
    return .joined((lines + ["\"\"\""]).map { .text($0) }, separator: .hardLine)
  }

  /// Lines that have room here. Text with characters of two columns is cut as if all of it were such.
  private func wrapped(_ text: String, reserving columns: Int) -> [String] {
    let room = max(Self.width - depth - columns, 40)
    return CommentText.wrapped(text, width: text.unicodeScalars.allSatisfy { $0.isPlainColumn || $0 == "\n" } ? room : room / 2)
  }

  /// The first line without indent, and the others without the indent that they share.
  private static func dedented(_ lines: [String]) -> [String] {
    guard let first = lines.first else { return [] }
    let shared = lines.dropFirst().filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return [String(first.drop { $0 == " " })] + lines.dropFirst().map { String($0.dropFirst(shared)) }
  }
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

  /// Whether lines with backslashes can stand in an `r` string: nothing there can be escaped.
  ///
  /// Source: PEP 257, which wants one around backslashes.
  static func canBeRaw(_ lines: [String]) -> Bool {
    lines.contains { $0.contains("\\") } && !lines.contains { $0.contains("\"\"\"") } && lines.last?.hasSuffix("\\") == false
  }

  /// Text for between triple quotes: it cannot end them, and a backslash stays one.
  static func escaped(_ line: String) -> String {
    var output = ""
    var quotes = 0
    for character in line {
      quotes = character == "\"" ? quotes + 1 : 0
      if character == "\\" {
        output += "\\\\"
      } else if quotes == 3 {
        output += "\\\""
        quotes = 0
      } else {
        output.append(character)
      }
    }
    return output
  }
}
