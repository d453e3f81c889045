/// Reads a regular expression of ECMA-262 as JSON Schema uses it: Unicode, no flags (JSON Schema 2020-12 §6.4).
///
/// Follows annex B where documents rely on it: a lone `]`, `{` or `}` and an escaped punctuation mark stand for themselves.
struct PatternParser {
  var rest: Substring.UnicodeScalarView
  private var depth = 0

  /// Deeper nesting is refused, so that neither this parser nor a regex engine runs out of stack.
  private static let deepestNesting = 50
  private static let longestPattern = 4096

  private init(_ source: String) { rest = Substring(source).unicodeScalars }

  static func parse(_ source: String) throws(PatternFailure) -> PatternNode {
    guard source.unicodeScalars.count <= longestPattern else { throw .tooLarge }
    guard !(source.hasPrefix("/^") && source.hasSuffix("$/")) else { throw .delimiters }
    var parser = PatternParser(source)
    let node = try parser.alternatives()
    guard parser.rest.isEmpty else { throw .syntax("“)” without “(”") }
    return node
  }

  private mutating func alternatives() throws(PatternFailure) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else { throw .tooLarge }
    var all = [try sequence()]
    while take("|") { all.append(try sequence()) }
    return all.count == 1 ? all[0] : .alternatives(all)
  }

  private mutating func sequence() throws(PatternFailure) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = rest.first, next != "|", next != ")" {
      let node = try term()
      nodes.append(try quantified(node))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func term() throws(PatternFailure) -> PatternNode {
    // Annex B: a brace that begins no quantifier is an ordinary character.
    if try braces() != nil { throw .syntax("nothing to repeat before a “{”") }
    guard let next = rest.popFirst() else { throw .syntax("it ends too early") }
    switch next {
    case "^": return .start
    case "$": return .end
    case ".": return .characters(CharacterSet.lineTerminators.complement)
    case "(": return try group()
    case "[": return .characters(try characterClass())
    case "\\": return .characters(try escape(inClass: false))
    case "*", "+", "?": throw .syntax("nothing to repeat before “\(next)”")
    default: return .characters(CharacterSet(next))
    }
  }

  private mutating func group() throws(PatternFailure) -> PatternNode {
    if take("?") { try groupPrefix() }
    let node = try alternatives()
    guard take(")") else { throw .syntax("“(” without “)”") }
    return node
  }

  /// Reads what follows `(?` in a group that may be written without it.
  private mutating func groupPrefix() throws(PatternFailure) {
    switch rest.popFirst() {
    case ":": return
    case "=", "!": throw .lookAround
    case "<":
      if rest.first == "=" || rest.first == "!" { throw .lookAround }
      guard let end = rest.firstIndex(of: ">") else { throw .syntax("a group's name has no end") }
      rest = rest[rest.index(after: end)...]
    default: throw .flags
    }
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }
}
