/// The names of one scope of generated code: each is claimed once, and who comes second is renamed.
public struct NameScope: Sendable {
  private var taken: Set<String> = []
  private let reserved: ReservedWords
  private let mark: String
  /// What was renamed, in the order of claims, for notes to the reader.
  public private(set) var renames: [Rename] = []

  /// A name that could not be had as it was wished.
  public struct Rename: Hashable, Sendable {
    public let wished: String
    public let given: String
  }

  /// - Parameter mark: what stands between a name that ends with a digit and the number behind it.
  public init(reserved: ReservedWords = ReservedWords([]), mark: String = "_") {
    self.reserved = reserved
    self.mark = mark
  }

  /// Returns the wished name, or the first free one of `name2`, `name3`, …
  public mutating func claim(_ wished: String) -> String {
    let base = reserved.escape(wished)
    var given = base
    var number = 2
    while !taken.insert(given).inserted {
      // A name that ends with a digit gets a mark between, so that `user1` and `user` cannot meet at `user12`.
      given = base.last?.isNumber == true ? "\(base)\(mark)\(number)" : "\(base)\(number)"
      number += 1
    }
    if given != wished { renames.append(Rename(wished: wished, given: given)) }
    return given
  }

  /// Takes a name without asking for it, as for what a skeleton declares.
  public mutating func reserve(_ name: String) { taken.insert(name) }

  public func contains(_ name: String) -> Bool { taken.contains(name) }
}

/// The words that a language keeps for itself, and what is written in their place.
public struct ReservedWords: Sendable {
  private let words: Set<String>
  private let spelling: @Sendable (String) -> String

  /// - Parameter spelling: what stands for a reserved word; `word_` where nothing else is said.
  public init(_ words: Set<String>, spelling: @escaping @Sendable (String) -> String = { $0 + "_" }) {
    self.words = words
    self.spelling = spelling
  }

  public func contains(_ name: String) -> Bool { words.contains(name) }

  public func escape(_ name: String) -> String { words.contains(name) ? spelling(name) : name }
}
