package import SpecIR

/// Turns a pattern of a contract into one that means the same in every stack.
package enum PatternTranslation {
  /// Returns the pattern, nothing for one that every text matches, or why it cannot be used.
  package static func translate(_ source: String) -> Result<Pattern?, PatternRefusal> {
    do {
      let node = try PatternParser.parse(source)
      if node == .sequence([]) { return .success(nil) }
      return .success(Pattern(source: source, portable: try PatternPrinter.print(node)))
    } catch {
      return .failure(PatternRefusal(reason: error.explanation))
    }
  }
}

/// Why a pattern is not checked, as the rest of a sentence that begins with the pattern.
package struct PatternRefusal: Error, Hashable {
  package let reason: String
}
