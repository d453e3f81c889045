internal import SpecSource

/// A name as it stands in a file.
struct NameSyntax: Sendable {
  let text: String
  let isQuoted: Bool
  let range: SourceRange
}

/// A name with an optional schema before it.
struct QualifiedNameSyntax: Sendable {
  let schema: NameSyntax?
  let name: NameSyntax

  var range: SourceRange {
    guard let schema else { return name.range }
    return schema.range.union(name.range)
  }
}

/// A type as it stands in a file.
struct TypeSyntax: Sendable {
  let schema: NameSyntax?
  /// The words of the name, such as `double` and `precision`; a quoted name is one word.
  let words: [NameSyntax]
  /// What stands between parentheses, as written.
  let arguments: [String]
  /// How many `[]` follow.
  let dimensions: Int
  let range: SourceRange

  /// The words in lower case with one space between them.
  var name: String { words.map { $0.text.lowercased() }.joined(separator: " ") }
}

extension SourceRange {
  /// Returns the range from the start of this one to the end of another in the same file.
  func union(_ other: SourceRange) -> SourceRange {
    SourceRange(source: source, start: Int(min(start, other.start)), end: Int(max(end, other.end)))
  }
}
