internal import SpecIR
internal import SpecSource

/// One lexical element of SQL, by the bytes that it covers.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    /// A name or a keyword without quotes.
    case word
    /// A name in quotes.
    case quotedName
    case string
    /// `X'…'` of SQLite; the text holds the hexadecimal digits.
    case blob
    case number
    /// An operator or a punctuation mark.
    case symbol
    /// `$1`, `?` or `:name`.
    case parameter
    /// After the last element of the file.
    case end
  }

  let kind: Kind
  /// The decoded text: a string without quotes and escapes, a quoted name as meant, everything else as written.
  let text: String
  /// The text in upper case, for a word; empty for everything else. Keywords are told by it.
  let keyword: String
  let start: Int
  let end: Int
}

/// A comment, kept apart from the tokens.
struct Comment: Sendable {
  /// The lines without the comment's marks.
  let lines: [String]
  let start: Int
  let end: Int
}

/// A file taken apart.
struct TokenList: Sendable {
  var tokens: [Token] = []
  var comments: [Comment] = []
}
