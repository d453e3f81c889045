internal import SpecDiagnostics

extension YAMLReader {
  /// Puts the entries of merged mappings where their `<<` stands (https://yaml.org/type/merge.html).
  ///
  /// Keys of the mapping itself win, wherever they stand; then those of earlier merged mappings. The work is bounded, since an
  /// alias pays for all that it repeats.
  mutating func merge(_ mergeKeys: [NodeID]) {
    let pending = Array(builder.pendingChildren)
    let keys = Set(mergeKeys)
    var taken: Set<[UInt8]> = []
    for index in stride(from: 0, to: pending.count, by: 2) where !keys.contains(NodeID(pending[index])) {
      if let key = text(NodeID(pending[index])) { taken.insert(key) }
    }
    var merged: [UInt32] = []
    for index in stride(from: 0, to: pending.count, by: 2) {
      guard keys.contains(NodeID(pending[index])) else {
        merged += pending[index...index + 1]
        continue
      }
      for source in mergedMappings(NodeID(pending[index + 1])) {
        for entry in 0..<builder.arena.childCount(source) {
          let key = builder.arena.child(source, 2 * entry)
          guard let text = text(key), taken.insert(text).inserted else { continue }
          merged.append(key.index)
          merged.append(builder.arena.child(source, 2 * entry + 1).index)
        }
      }
    }
    builder.replacePending(with: merged)
  }

  /// The mappings that the value of a `<<` names: itself, or the items of a sequence.
  private mutating func mergedMappings(_ value: NodeID) -> [NodeID] {
    switch builder.arena.kind(value) {
    case .mapping: return [value]
    case .sequence:
      let items = (0..<builder.arena.childCount(value)).map { builder.arena.child(value, $0) }
      for item in items where builder.arena.kind(item) != .mapping { reportKind(item) }
      return items.filter { builder.arena.kind($0) == .mapping }
    case .null, .bool, .integer, .float, .string:
      reportKind(value)
      return []
    }
  }

  private mutating func reportKind(_ value: NodeID) {
    guard !brokenAliases.contains(value) else { return }
    builder.findings.report(
      .mergeKind, "a merge key takes a mapping or a sequence of mappings, and this is \(builder.arena.kind(value).words)",
      at: builder.range(value), hint: "Quote the key, as in \"<<\": …, where no merge is meant.")
  }

  /// The bytes of a key; keys are the same only if these are, which is less than Swift's equality of strings.
  private func text(_ key: NodeID) -> [UInt8]? {
    guard builder.arena.kind(key).isScalar else { return nil }
    return builder.arena.withText(key) { Array($0) }
  }
}
