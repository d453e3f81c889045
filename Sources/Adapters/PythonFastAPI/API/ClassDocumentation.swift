import SpecWriting

/// Docstrings of classes: a summary of one line, and the rest behind an empty one.
///
/// Source: PEP 257, and ruff's `D205`, `D415` and the rules about sections.
enum ClassDocumentation {
  /// The columns that a summary may have in a class at the top of a file.
  private static let room = 88

  /// Returns an input's text as a docstring; `summary` begins it where the text has no first sentence that fits.
  static func text(_ text: String?, summary: String) -> String {
    let fallback = fits(summary) ? summary : "A part of the contract."
    let paragraphs = CommentText.lines(of: PlainProse.text(text ?? "")).map(inert)
    guard let first = paragraphs.first else { return fallback }
    if paragraphs.count == 1, fits(first) { return ended(first) }
    if paragraphs.count > 1, paragraphs[1].isEmpty, fits(first) {
      return ([ended(first)] + paragraphs.dropFirst()).joined(separator: "\n")
    }
    return ([fallback, ""] + paragraphs).joined(separator: "\n")
  }

  private static func fits(_ line: String) -> Bool {
    // What is no ASCII may take two columns.
    line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } <= room
  }

  private static func ended(_ sentence: String) -> String {
    guard let last = sentence.last, !".?!".contains(last) else { return sentence }
    return sentence + "."
  }

  /// Words that linters take for the headings of sections when they stand alone.
  private static let headings: Set<String> = [
    "args", "arguments", "attention", "attributes", "caution", "danger", "error", "example", "examples", "hint", "important",
    "keyword args", "keyword arguments", "methods", "note", "notes", "other args", "other arguments", "other parameters",
    "parameters", "raises", "references", "return", "returns", "see also", "short summary", "tip", "todo", "warning", "warnings",
    "warns", "yield", "yields", "extended summary", "other params", "receives",
  ]

  private static func inert(_ line: String) -> String {
    let words = line.filter { $0 != ":" }.lowercased().split(separator: " ").joined(separator: " ")
    return headings.contains(words) ? "**" + line + "**" : line
  }
}
