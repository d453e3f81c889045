/// Patterns: `LIKE`, `GLOB` and regular expressions, which the dialects do not share.
extension ExpressionPrinter {
  func like(
    _ operand: SQLExpression, _ pattern: SQLExpression, _ isCaseSensitive: Bool, _ negated: Bool
  ) throws(Untranslatable) -> String {
    let subject = try text(operand, atLeast: .concatenation)
    let word = negated ? "NOT " : ""
    switch (spelling.dialect, isCaseSensitive) {
    case (.postgres, true): return "\(subject) \(word)LIKE \(try text(pattern, atLeast: .concatenation))"
    case (.postgres, false): return "\(subject) \(word)ILIKE \(try text(pattern, atLeast: .concatenation))"
    case (.sqlite, false): return "\(subject) \(word)LIKE \(try text(pattern, atLeast: .concatenation))"
    case (.sqlite, true):
      // SQLite's LIKE does not tell upper from lower case; GLOB does.
      guard case .literal(.string(let text)) = pattern, let glob = Patterns.glob(fromLike: text) else {
        throw Untranslatable(
          "`LIKE` with this pattern has no form in SQLite", hint: "Compare with a constant pattern without `\\`.")
      }
      return "\(subject) \(word)GLOB \(spelling.string(glob))"
    }
  }

  func glob(_ operand: SQLExpression, _ pattern: SQLExpression, _ negated: Bool) throws(Untranslatable) -> String {
    let subject = try text(operand, atLeast: .concatenation)
    switch spelling.dialect {
    case .sqlite: return "\(subject) \(negated ? "NOT " : "")GLOB \(try text(pattern, atLeast: .concatenation))"
    case .postgres:
      guard case .literal(.string(let text)) = pattern else {
        throw Untranslatable("`GLOB` with a computed pattern has no form in PostgreSQL", hint: "Use a constant pattern.")
      }
      return "\(subject) \(negated ? "!~" : "~") \(spelling.string(Patterns.regex(fromGlob: text)))"
    }
  }

  func matches(
    _ operand: SQLExpression, _ pattern: SQLExpression, _ isCaseSensitive: Bool, _ negated: Bool
  ) throws(Untranslatable) -> (text: String, level: Level) {
    let subject = try text(operand, atLeast: .concatenation)
    if spelling.dialect == .postgres {
      let op = (negated ? "!~" : "~") + (isCaseSensitive ? "" : "*")
      return ("\(subject) \(op) \(try text(pattern, atLeast: .concatenation))", .comparison)
    }
    guard isCaseSensitive, case .literal(.string(let text)) = pattern, let test = Patterns.sqliteTest(ofRegex: text) else {
      throw Untranslatable(
        "SQLite has no regular expressions, and this one has no simpler form",
        hint: "Use `LIKE`, or a pattern such as `^[A-Z]{3}$` or `^[a-z0-9-]+$`; the contract can state the full one.")
    }
    switch test {
    case .glob(let glob): return ("\(subject) \(negated ? "NOT " : "")GLOB \(spelling.string(glob))", .comparison)
    case .only(let characters, let mayBeEmpty):
      var result = "\(subject) NOT GLOB \(spelling.string("*[^\(characters)]*"))"
      if !mayBeEmpty { result = "\(subject) <> '' AND " + result }
      return negated ? ("NOT (\(result))", .not) : (result, mayBeEmpty ? .comparison : .and)
    }
  }
}

/// Translations between kinds of patterns.
enum Patterns {
  /// A test that SQLite can do in place of a regular expression.
  enum SQLiteTest: Hashable {
    case glob(String)
    /// The text consists of these characters only, written as inside `[…]`.
    case only(String, mayBeEmpty: Bool)
  }

  /// `%` and `_` become `*` and `?`; characters that GLOB reads otherwise are put in brackets.
  static func glob(fromLike pattern: String) -> String? {
    guard !pattern.contains("\\") else { return nil }
    return pattern.map { character in
      switch character {
      case "%": "*"
      case "_": "?"
      default: literal(character)
      }
    }.joined()
  }

  private static func literal(_ character: Character) -> String {
    "*?[".contains(character) ? "[\(character)]" : String(character)
  }

  static func regex(fromGlob pattern: String) -> String {
    var result = "^"
    var rest = pattern[...]
    while let character = rest.popFirst() {
      switch character {
      case "*": result += ".*"
      case "?": result += "."
      case "[":
        guard let end = rest.dropFirst().firstIndex(of: "]") else {
          result += "\\["
          continue
        }
        result += "[\(rest[..<end].map { $0 == "\\" ? "\\\\" : String($0) }.joined())]"
        rest = rest[end...].dropFirst()
      default: result += "\\.^$+(){}|".contains(character) ? "\\\(character)" : String(character)
      }
    }
    return result + "$"
  }

  /// Finds a test for a pattern that is anchored at both ends and made of characters and classes with fixed counts, or of one
  /// class repeated. GLOB's classes mean what those of a regular expression mean.
  static func sqliteTest(ofRegex pattern: String) -> SQLiteTest? {
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), pattern.count <= 200 else { return nil }
    var rest = pattern.dropFirst().dropLast()
    var glob = ""
    while let character = rest.popFirst() {
      guard let item = item(startingWith: character, &rest) else { return nil }
      switch rest.first {
      case "+", "*":
        let mark = rest.removeFirst()
        guard glob.isEmpty, rest.isEmpty, let characters = item.characters else { return nil }
        return .only(characters, mayBeEmpty: mark == "*")
      case "{":
        guard let count = count(&rest) else { return nil }
        glob += String(repeating: item.glob, count: count)
      case "?", "|": return nil
      default: glob += item.glob
      }
    }
    return .glob(glob)
  }

  /// Reads one character or class; gives the text for GLOB and, for a class, what stands between its brackets.
  private static func item(
    startingWith character: Character, _ rest: inout Substring
  ) -> (glob: String, characters: String?)? {
    switch character {
    case "[":
      guard let end = rest.dropFirst().firstIndex(of: "]") else { return nil }
      let characters = String(rest[..<end])
      guard !characters.hasPrefix("^"), !characters.contains("\\"), !characters.contains("[") else { return nil }
      rest = rest[end...].dropFirst()
      return ("[\(characters)]", characters)
    case "\\":
      guard let escaped = rest.popFirst() else { return nil }
      if escaped == "d" { return ("[0-9]", "0-9") }
      guard !escaped.isLetter, !escaped.isNumber else { return nil }
      return (literal(escaped), nil)
    case ".", "(", ")", "^", "$", "*", "+", "?", "{", "}", "|": return nil
    default: return (literal(character), nil)
    }
  }

  private static func count(_ rest: inout Substring) -> Int? {
    guard let end = rest.firstIndex(of: "}"), let count = Int(rest[..<end].dropFirst()), (0...64).contains(count) else {
      return nil
    }
    rest = rest[end...].dropFirst()
    return count
  }
}
