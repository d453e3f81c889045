/// A pattern in which one sign stands for any text and one for any single character.
struct Wildcard {
  private let pattern: [Unicode.Scalar]
  private let any: Unicode.Scalar
  private let one: Unicode.Scalar
  private let isCaseSensitive: Bool

  init(_ pattern: String, any: Unicode.Scalar, one: Unicode.Scalar, isCaseSensitive: Bool) {
    self.pattern = Array((isCaseSensitive ? pattern : pattern.lowercased()).unicodeScalars)
    self.any = any
    self.one = one
    self.isCaseSensitive = isCaseSensitive
  }

  /// Matches in linear space, going back to the last sign for any text only.
  func matches(_ text: String) -> Bool {
    let text = Array((isCaseSensitive ? text : text.lowercased()).unicodeScalars)
    var (position, place) = (0, 0)
    var retry: (position: Int, place: Int)?
    while position < text.count {
      if place < pattern.count, pattern[place] == any {
        retry = (position, place + 1)
        place += 1
      } else if place < pattern.count, pattern[place] == one || pattern[place] == text[position] {
        position += 1
        place += 1
      } else if let last = retry {
        retry = (last.position + 1, last.place)
        position = last.position + 1
        place = last.place
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == any }
  }
}
