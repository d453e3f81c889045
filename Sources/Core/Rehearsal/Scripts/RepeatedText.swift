/// A long text of one letter, which code says as that: `"a" * 101`.
package struct RepeatedText: Hashable {
  package let letter: String
  package let count: Int

  /// Shorter texts are read at a glance.
  private static let shortest = 41

  /// Nothing for any other text.
  package init?(_ text: String) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.count >= Self.shortest, scalars.allSatisfy({ $0 == first }) else { return nil }
    letter = String(first)
    count = scalars.count
  }
}
