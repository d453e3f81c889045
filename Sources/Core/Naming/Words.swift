/// The words of a name, in lower case: the one form from which every language's spelling is made.
///
/// `createdAt`, `created_at`, `CreatedAt` and `created-at` have the same words.
public struct Words: Hashable, Sendable {
  /// ASCII letters and digits, never empty words.
  public let words: [String]

  public init(words: [String]) { self.words = words }

  /// Splits a name of any style: at everything that is no letter or digit, where lower case goes over to upper case, and
  /// before the last capital of a run (`HTTPServer` is `http`, `server`). Digits belong to the word before them.
  ///
  /// Letters lose their marks (`é` is `e`); others are spelled by their code point (`ß` is `u00df`), so that a name in any
  /// script is an identifier in every language.
  public init(_ name: some StringProtocol) {
    var splitter = WordSplitter()
    for scalar in name.unicodeScalars { splitter.add(scalar) }
    words = splitter.finish()
  }

  public var isEmpty: Bool { words.isEmpty }
}

/// How words are joined to one name.
public enum NameStyle: String, Hashable, Sendable, CaseIterable {
  /// `created_at`
  case snake
  /// `createdAt`
  case camel
  /// `CreatedAt`
  case pascal
  /// `CREATED_AT`
  case screaming
  /// `created-at`
  case kebab
}

extension Words {
  /// Returns the words as one name; empty where there are none.
  public func joined(_ style: NameStyle) -> String {
    switch style {
    case .snake: words.joined(separator: "_")
    case .kebab: words.joined(separator: "-")
    case .screaming: words.joined(separator: "_").uppercased()
    case .pascal: words.map(Self.capitalized).joined()
    case .camel: (words.prefix(1) + words.dropFirst().map(Self.capitalized)).joined()
    }
  }

  /// Returns the words as an identifier of any language: never empty, and never with a digit first.
  ///
  /// - Parameter fallback: the word that stands for nothing, and before a leading digit.
  public func identifier(_ style: NameStyle, fallback: String = "value") -> String {
    let startsWithDigit = words.first?.utf8.first.map { (0x30...0x39).contains($0) } ?? true
    return startsWithDigit ? Words(words: [fallback] + words).joined(style) : joined(style)
  }

  /// The first of the words, as many as have at most `length` characters with one between each; a first word that is longer
  /// alone is cut.
  public func limited(to length: Int) -> Words {
    var left = length
    var kept: [String] = []
    for word in words {
      guard word.count <= left else { break }
      kept.append(word)
      left -= word.count + 1
    }
    return Words(words: kept.isEmpty ? words.prefix(1).map { String($0.prefix(length)) } : kept)
  }

  /// The words of both, in order.
  public static func + (lhs: Self, rhs: Self) -> Self { Self(words: lhs.words + rhs.words) }

  private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

extension Words: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
