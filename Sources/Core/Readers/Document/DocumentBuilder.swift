internal import SpecDiagnostics
internal import SpecSource

/// Builds the arena of one document from the events of a reader: scalars, and containers that open and close.
///
/// Inside a mapping, keys and values are told in turn.
struct DocumentBuilder {
  let source: SourceID
  private(set) var arena: NodeArena
  var findings: FindingList

  /// The weight of all that was told so far, aliases expanded; see ``DocumentLimits``.
  private(set) var weight = 0
  private let weightLimit: Int
  private var open: [OpenContainer] = []
  /// The children of the open containers, innermost last.
  var pending: [UInt32] = []
  /// Where the last event ended.
  private(set) var lastEnd = 0

  private struct OpenContainer {
    let id: NodeID
    /// Where its children start among the pending ones.
    let first: Int
    /// How many levels of containers are below it so far.
    var levelsBelow = 0
  }

  init(source: SourceID, bytes: [UInt8]) {
    self.source = source
    findings = FindingList(source: source)
    arena = NodeArena(bytes: bytes)
    weightLimit = DocumentLimits.weight(ofFileSize: bytes.count)
  }

  /// Whether the next node is the key of a mapping.
  var expectsKey: Bool {
    guard let container = open.last else { return false }
    return arena.kind(container.id) == .mapping && (pending.count - container.first).isMultiple(of: 2)
  }

  /// The bytes of a node.
  func range(_ id: NodeID) -> Range<Int> { arena.start(id)..<arena.end(id) }

  mutating func addText(_ text: some Collection<UInt8>) -> TextRef { arena.addText(text) }

  @discardableResult
  mutating func scalar(_ kind: NodeKind, _ range: Range<Int>, text: TextRef) -> NodeID {
    let id = arena.addScalar(kind, range, text: text)
    weight += DocumentLimits.nodeWeight + Int(text.count)
    lastEnd = max(lastEnd, range.upperBound)
    push(id)
    return id
  }

  /// Opens a container, or returns nothing where it would lie too deep.
  mutating func open(_ kind: NodeKind, at start: Int) -> NodeID? {
    guard open.count < DocumentLimits.depth else { return nil }
    let id = arena.addContainer(kind, at: start)
    weight += DocumentLimits.nodeWeight
    push(id)
    open.append(OpenContainer(id: id, first: pending.count))
    lastEnd = max(lastEnd, start + 1)
    return id
  }

  /// Closes the innermost container and returns how many levels of containers it has, its own counted.
  ///
  /// A mapping must have been told as many values as keys.
  @discardableResult
  mutating func close(end: Int) -> Int {
    let container = open.removeLast()
    lastEnd = max(lastEnd, end)
    if arena.kind(container.id) == .mapping {
      let table = keepSoundEntries(from: container.first)
      arena.close(container.id, end: end, items: pending[container.first...], table: table)
    } else {
      arena.close(container.id, end: end, items: pending[container.first...])
    }
    pending.removeSubrange(container.first...)
    raiseLevels(to: container.levelsBelow + 1)
    return container.levelsBelow + 1
  }

  /// Repeats a finished node, such as the one of an anchor.
  /// - Parameters:
  ///   - added: what the node weighed when it was told.
  ///   - levels: its levels of containers; none for a scalar.
  mutating func repeatNode(_ id: NodeID, weight added: Int, levels: Int, end: Int) -> RepeatOutcome {
    guard weight + added <= weightLimit else { return .tooHeavy }
    guard open.count + levels <= DocumentLimits.depth else { return .tooDeep }
    weight += added
    lastEnd = max(lastEnd, end)
    push(id)
    raiseLevels(to: levels)
    return .done
  }

  enum RepeatOutcome { case done, tooHeavy, tooDeep }

  /// Replaces what the innermost container has been told so far.
  mutating func replacePending(with entries: [UInt32]) {
    guard let container = open.last else { return }
    pending.replaceSubrange(container.first..., with: entries)
  }

  /// What the innermost container has been told so far.
  var pendingChildren: ArraySlice<UInt32> { open.last.map { pending[$0.first...] } ?? [] }

  /// Returns the document of which all nodes have been told.
  func finish() -> Document? {
    guard open.isEmpty, let root = pending.first else { return nil }
    return Document(source: source, arena: arena, root: NodeID(root))
  }

  private mutating func push(_ id: NodeID) { pending.append(id.index) }

  private mutating func raiseLevels(to levels: Int) {
    guard !open.isEmpty else { return }
    open[open.count - 1].levelsBelow = max(open[open.count - 1].levelsBelow, levels)
  }
}
