import SpecWriting

/// Text of an input as a docstring: a first line that says what it is about, and all of it behind an empty line where that is
/// not all.
///
/// Source: ruff's rules D205 (a summary is one line) and D415 (which ends like a sentence).
enum PythonDocumentation {
  /// How many characters a first line has room for.
  private static let width = 86

  /// An item of a section such as `Raises:`, whose further lines are indented deeper.
  static func item(_ text: String) -> [String] {
    CommentText.wrapped(text, width: width - 6).enumerated().map { ($0 == 0 ? "    " : "        ") + $1 }
  }

  static func summary(_ text: String?, otherwise: String) -> String {
    let lines = CommentText.lines(of: text ?? "")
    guard let first = lines.first else { return otherwise }
    let paragraph = lines.prefix { !$0.isEmpty }.count
    if paragraph == 1, first.count <= width, first.isPlain {
      return ([first.asSentence] + lines.dropFirst()).joined(separator: "\n")
    }
    return ([otherwise, ""] + lines).joined(separator: "\n")
  }
}

extension String {
  /// The text with a full stop.
  var asSentence: String { hasSuffix(".") || hasSuffix("!") || hasSuffix("?") ? self : self + "." }

  /// The message of a failure as what a docstring's `Raises` says: "where the name is too long."
  var asReason: String { "where " + prefix(1).lowercased() + dropFirst() }

  fileprivate var isPlain: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
}
