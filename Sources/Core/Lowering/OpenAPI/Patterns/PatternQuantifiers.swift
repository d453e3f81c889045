extension PatternParser {
  /// Reads a quantifier, where one follows.
  mutating func quantified(_ node: PatternNode) throws(PatternFailure) -> PatternNode {
    guard let (minimum, maximum) = try quantifier() else { return node }
    // Laziness chooses among matches and does not change whether there is one.
    _ = take("?")
    if node == .start || node == .end { throw .syntax("an anchor cannot be repeated") }
    if try quantifier() != nil { throw .syntax("a quantifier follows a quantifier") }
    return .repeated(node, minimum: minimum, maximum: maximum)
  }

  private mutating func quantifier() throws(PatternFailure) -> (Int, Int?)? {
    switch rest.first {
    case "*":
      rest.removeFirst()
      return (0, nil)
    case "+":
      rest.removeFirst()
      return (1, nil)
    case "?":
      rest.removeFirst()
      return (0, 1)
    case "{": return try braces()
    default: return nil
    }
  }

  /// Reads `{2}`, `{2,}` or `{2,5}`; nothing, and nothing consumed, where the brace begins none of them.
  mutating func braces() throws(PatternFailure) -> (Int, Int?)? {
    let start = rest
    guard take("{"), let minimum = try number() else {
      rest = start
      return nil
    }
    var maximum: Int? = minimum
    if take(",") { maximum = try number() }
    guard take("}") else {
      rest = start
      return nil
    }
    if let maximum, maximum < minimum { throw .syntax("the numbers of a quantifier are out of order") }
    return (minimum, maximum)
  }

  private mutating func number() throws(PatternFailure) -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest[digits.endIndex...]
    guard let value = Int(String(digits)), value <= PatternPrinter.largestCount else { throw .tooLarge }
    return value
  }
}
