internal import SpecDiagnostics

extension DocumentBuilder {
  /// Checks the keys of a mapping whose entries are pending, and drops those that no reader could use: a key given before, and a
  /// key that is no scalar. Returns the table by which a large mapping is searched.
  mutating func keepSoundEntries(from first: Int) -> KeyTable? {
    let count = (pending.count - first) / 2
    var table = count > KeyTable.smallestCount ? KeyTable(count: count) : nil
    var kept = 0
    for position in 0..<count {
      let key = NodeID(pending[first + 2 * position])
      guard isUsable(key) else { continue }
      if let earlier = enter(key, at: kept, after: first, into: &table) {
        reportDuplicate(key, of: earlier)
        continue
      }
      pending[first + 2 * kept] = key.index
      pending[first + 2 * kept + 1] = pending[first + 2 * position + 1]
      kept += 1
    }
    pending.removeSubrange((first + 2 * kept)...)
    // Look-ups search a small mapping without a table, also one that was larger before duplicates went.
    return kept > KeyTable.smallestCount ? table : nil
  }

  /// Enters a key, or returns the same key of an entry before it.
  private func enter(_ key: NodeID, at position: Int, after first: Int, into table: inout KeyTable?) -> NodeID? {
    func keyAt(_ entry: Int) -> NodeID { NodeID(pending[first + 2 * entry]) }
    let earlier =
      if table != nil {
        table?.insert(key, at: position, in: arena, keyAt: keyAt)
      } else {
        arena.withText(key) { text in (0..<position).first { arena.hasText(keyAt($0), text) } }
      }
    return earlier.map(keyAt)
  }

  private mutating func isUsable(_ key: NodeID) -> Bool {
    switch arena.kind(key) {
    case .string, .bool, .integer, .float: return true
    case .null:
      findings.report(
        .keyNull, "a key is null", at: range(key),
        hint: "Write the key's name; where the word “null” itself is the name, quote it.")
      return true
    case .sequence, .mapping:
      findings.report(
        .keyKind, "a key is \(arena.kind(key).words), and only text can be a key", at: range(key),
        hint: "Quote the key if it begins with “{” or “[”.")
      return false
    }
  }

  private mutating func reportDuplicate(_ key: NodeID, of first: NodeID) {
    let text = arena.withText(key) { String(decoding: $0, as: UTF8.self) }
    findings.report(
      .keyDuplicate, "the key \(quoted(text)) is given twice in one mapping", at: range(key),
      hint: "Remove or rename one of the two; the first one is used.",
      related: [Diagnostic.Related("the first one is here", at: findings.place(range(first)))])
  }
}
