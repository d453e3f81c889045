/// Where the decoded text of a scalar is: in the source, or in the arena's pool where decoding changed it.
struct TextRef {
  /// The offset of the first byte; the top bit says that it counts from the start of the pool.
  let start: UInt32
  let count: UInt32

  private static let pooled: UInt32 = 1 << 31

  init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  init(source range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), count: UInt32(range.count))
  }

  init(pool range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound) | Self.pooled, count: UInt32(range.count))
  }

  var isPooled: Bool { start & Self.pooled != 0 }
  var range: Range<Int> {
    let lower = Int(start & ~Self.pooled)
    return lower..<lower + Int(count)
  }
}

/// The nodes of one document as a struct of arrays.
///
/// A scalar's payload is its ``TextRef``. A container's is where its children start in `children` and how many items or entries
/// it has; the entries of a mapping are stored as key, value, key, value, …, and those of a large one are followed by a hash
/// table.
struct NodeArena: Sendable {
  /// The source from which text is taken, shared with its ``SourceFile``.
  let bytes: [UInt8]
  private(set) var pool: [UInt8] = []
  private var kinds: [NodeKind] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var payloads: [UInt32] = []
  private var counts: [UInt32] = []
  private var children: [UInt32] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
    // Real documents have a node for every 13 bytes or more; a short guess saves memory and costs one move.
    let guess = bytes.count / 24
    kinds.reserveCapacity(guess)
    starts.reserveCapacity(guess)
    ends.reserveCapacity(guess)
    payloads.reserveCapacity(guess)
    counts.reserveCapacity(guess)
    children.reserveCapacity(guess)
  }

  var count: Int { kinds.count }

  func kind(_ id: NodeID) -> NodeKind { kinds[Int(id.index)] }
  func start(_ id: NodeID) -> Int { Int(starts[Int(id.index)]) }
  func end(_ id: NodeID) -> Int { Int(ends[Int(id.index)]) }

  /// The number of items of a sequence or of entries of a mapping.
  func childCount(_ id: NodeID) -> Int { Int(counts[Int(id.index)]) }

  /// The child at a position among the items, or among keys and values counted together.
  func child(_ id: NodeID, _ position: Int) -> NodeID {
    NodeID(children[Int(payloads[Int(id.index)]) + position])
  }

  func text(_ id: NodeID) -> TextRef {
    TextRef(start: payloads[Int(id.index)], count: counts[Int(id.index)])
  }

  /// Lends the bytes of a scalar's decoded text, which are valid UTF-8.
  @inline(__always)
  func withText<Result>(_ id: NodeID, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let text = text(id)
    return (text.isPooled ? pool : bytes).withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[text.range])) }
  }
}

// MARK: Building

extension NodeArena {
  mutating func addScalar(_ kind: NodeKind, _ range: Range<Int>, text: TextRef) -> NodeID {
    add(kind, range, payload: text.start, count: text.count)
  }

  /// Adds a container whose end and children are told by ``close(_:end:children:count:)``.
  mutating func addContainer(_ kind: NodeKind, at start: Int) -> NodeID {
    add(kind, start..<start, payload: 0, count: 0)
  }

  /// Ends a container.
  /// - Parameters:
  ///   - items: its children; for a mapping, keys and values in turn.
  ///   - table: the hash table of a large mapping, else empty.
  mutating func close(_ id: NodeID, end: Int, items: ArraySlice<UInt32>, table: KeyTable? = nil) {
    let index = Int(id.index)
    ends[index] = UInt32(max(end, Int(starts[index])))
    payloads[index] = UInt32(children.count)
    counts[index] = UInt32(kinds[index] == .mapping ? items.count / 2 : items.count)
    children.append(contentsOf: items)
    guard let table else { return }
    children.append(UInt32(table.slots.count))
    children.append(contentsOf: table.slots)
  }

  /// Keeps text that is not found in the source as it must be read.
  mutating func addText(_ text: some Collection<UInt8>) -> TextRef {
    let start = pool.count
    pool.append(contentsOf: text)
    return TextRef(pool: start..<pool.count)
  }

  private mutating func add(_ kind: NodeKind, _ range: Range<Int>, payload: UInt32, count: UInt32) -> NodeID {
    kinds.append(kind)
    starts.append(UInt32(range.lowerBound))
    ends.append(UInt32(range.upperBound))
    payloads.append(payload)
    counts.append(count)
    return NodeID(kinds.count - 1)
  }
}

// MARK: Keys

extension NodeArena {
  /// Returns the position of the entry whose key has these bytes.
  func entryIndex(of key: UnsafeRawBufferPointer, in mapping: NodeID) -> Int? {
    let count = childCount(mapping)
    let first = Int(payloads[Int(mapping.index)])
    guard count > KeyTable.smallestCount else {
      return (0..<count).first { hasText(NodeID(children[first + 2 * $0]), key) }
    }
    let table = first + 2 * count
    let capacity = Int(children[table])
    var slot = KeyTable.hash(key) & (capacity - 1)
    while true {
      let entry = Int(children[table + 1 + slot])
      if entry == 0 { return nil }
      if hasText(NodeID(children[first + 2 * (entry - 1)]), key) { return entry - 1 }
      slot = (slot + 1) & (capacity - 1)
    }
  }

  func hasText(_ id: NodeID, _ other: UnsafeRawBufferPointer) -> Bool {
    guard kind(id).isScalar, Int(text(id).count) == other.count else { return false }
    return withText(id) { $0.elementsEqual(other) }
  }
}
