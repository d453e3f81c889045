/// Colours on a terminal, and nothing elsewhere.
package struct TextStyle: Sendable {
  package let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  /// An effect by its number in ECMA-48 §8.3.117.
  package enum Effect: Int { case bold = 1, dim = 2, red = 31, green = 32, yellow = 33, blue = 34, cyan = 36 }

  package func callAsFunction(_ effect: Effect, _ text: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(effect.rawValue)m\(text)\u{1B}[0m" : text
  }
}
