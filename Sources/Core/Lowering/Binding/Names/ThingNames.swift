import SpecNaming

extension Words {
  /// The words without anything between them, by which names are compared: `username` is `user_name`.
  var compact: String { words.joined() }

  var snake: String { joined(.snake) }

  var pascal: String { joined(.pascal) }

  /// The words as people write them in a sentence.
  var sentence: String { words.joined(separator: " ") }

  func isSame(as other: Words) -> Bool { !words.isEmpty && compact == other.compact }

  /// Whether both name the same thing, each in the singular or the plural.
  func namesSameThing(as other: Words) -> Bool {
    isSame(as: other) || singular.isSame(as: other.singular)
  }
}
