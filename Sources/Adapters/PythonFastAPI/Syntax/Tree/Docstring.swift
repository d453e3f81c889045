import SpecWriting

/// Text of an input as a docstring: a summary of one line, and the rest behind an empty one.
///
/// Source: PEP 257, and ruff's rules `D205`, `D210`, `D403`, `D415` and those about sections.
enum Docstring {
  /// The columns that a summary may have in a class or a function at the top of a file: its quotes, and a full stop, have room too.
  private static let room = 88

  /// Returns the text; `summary` begins it where the text has no first sentence that fits.
  static func text(_ text: String?, summary: String) -> String {
    let lines = CommentText.lines(of: PlainProse.text(text ?? "")).map(inert)
    guard let first = lines.first else { return line(summary) ?? fallback }
    if lines.count == 1 || lines[1].isEmpty, let sentence = line(first) {
      let rest = lines.dropFirst().drop(while: \.isEmpty)
      return ([sentence] + (rest.isEmpty ? [] : [""] + rest)).joined(separator: "\n")
    }
    return ([line(summary) ?? fallback, ""] + lines).joined(separator: "\n")
  }

  private static let fallback = "A part of the contract."

  /// What linters take for the beginning of a string that names a file, not of a sentence (ruff's `S108`).
  private static let folders = ["/tmp", "/var/tmp", "/dev/shm"]

  /// Returns the text as one sentence on one line; nothing where it has no room or no words, or begins as no sentence does.
  static func line(_ text: String) -> String? {
    let words = CommentText.lines(of: PlainProse.text(text)).joined(separator: " ").split(separator: " ")
    guard let first = words.first, !first.hasPrefix("\""), !folders.contains(where: first.hasPrefix) else { return nil }
    let sentence = words.dropFirst().reduce(start(String(first))) { $0 + " " + $1 }.ended
    return sentence.widest <= room ? sentence : nil
  }

  /// The first word of a sentence: in upper case, or as code where it is a name such as `getUser`.
  private static func start(_ word: String) -> String {
    let name = word.prefix { $0.isASCII && $0.isLetter }
    let rest = word.dropFirst(name.count)
    guard name.first?.isLowercase == true, rest.allSatisfy({ "',.!?".contains($0) || $0.isASCII && $0.isLowercase }) else {
      return word
    }
    return (name.allSatisfy(\.isLowercase) ? name.prefix(1).uppercased() + name.dropFirst() : "`\(name)`") + rest
  }

  /// An item of a section such as `Raises:`, whose further lines are indented deeper.
  static func item(_ text: String) -> [String] {
    CommentText.wrapped(text, width: room - 8).enumerated().map { ($0 == 0 ? "    " : "        ") + $1 }
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

extension String {
  /// The text with a full stop.
  fileprivate var ended: String { last.map { ".?!".contains($0) } == true ? self : self + "." }
}
