/// Names that linters take for those of secrets, so that a text assigned to one needs a word of its own.
///
/// Source: ruff's `S105`: `(^|_)(pas+wo?r?d|pass(phrase)?|pwd|token|secrete?)($|_)`, without case.
enum SecretNames {
  private static let words: Set<String> = ["pass", "passphrase", "pwd", "token", "secret", "secrete"]

  /// The statement that assigns `text` to `name`, with a note where it looks like a secret and is none.
  static func noted(_ statement: PythonStatement, _ name: String, _ text: String?) -> PythonStatement {
    guard let text, !text.isEmpty, name.lowercased().split(separator: "_").contains(where: isSecret) else { return statement }
    return statement.noted(.noqa(["S105"]))
  }

  private static func isSecret(_ word: Substring) -> Bool {
    if words.contains(String(word)) { return true }
    guard word.hasPrefix("pas") else { return false }
    let rest = word.dropFirst(2).drop { $0 == "s" }
    return ["wd", "wod", "wrd", "word"].contains(rest)
  }
}
