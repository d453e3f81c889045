/// An open-addressed hash table from keys to the positions of their entries, for one mapping.
///
/// Slots hold the position plus one; zero is a free slot. At most half of them are taken.
struct KeyTable {
  /// Up to this many entries, comparing one by one is quicker than a table.
  static let smallestCount = 8

  private(set) var slots: [UInt32]

  init(count: Int) {
    var capacity = 32
    while capacity < count * 2 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
  }

  /// Enters a key, or returns the position of the entry that has it already.
  /// - Parameter keyAt: the key of the entry at a position.
  mutating func insert(_ key: NodeID, at position: Int, in arena: NodeArena, keyAt: (Int) -> NodeID) -> Int? {
    arena.withText(key) { text in
      var slot = Self.hash(text) & (slots.count - 1)
      while slots[slot] != 0 {
        let entry = Int(slots[slot]) - 1
        if arena.hasText(keyAt(entry), text) { return entry }
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = UInt32(position + 1)
      return nil
    }
  }

  /// Returns a hash that is seeded anew in each process, so that no input can be made whose keys all collide.
  ///
  /// Only look-ups depend on it, never the order of anything.
  static func hash(_ text: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: text)
    return hasher.finalize()
  }
}
