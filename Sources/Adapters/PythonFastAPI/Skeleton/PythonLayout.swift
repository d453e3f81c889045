/// Rendered templates as ruff's formatter leaves them: a package of a long name makes lines of imports longer.
enum PythonLayout {
  /// Returns the text with a member per line in parentheses where an import has no room on its line.
  static func wrappingImports(_ text: String) -> String {
    guard text.contains("import ") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let words = line.split(separator: " ")
      guard line.utf8.count > PythonPrinter.width, words.count > 3, words[0] == "from", words[2] == "import", words[3] != "(" else {
        return String(line)
      }
      let members = words[3...].map { "    \($0.last == "," ? $0.dropLast() : $0),\n" }
      return "from \(words[1]) import (\n\(members.joined()))"
    }.joined(separator: "\n")
  }
}
