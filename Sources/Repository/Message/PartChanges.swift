/// How the parts of two generations differ: what a commit message tells.
package struct PartChanges: Equatable, Sendable {
  package let added: [LockedPart]
  package let changed: [LockedPart]
  package let removed: [LockedPart]

  /// Compares by kind and name; of parts that share both, in the order in which they stand. A rule counts only if it is there
  /// before and after.
  package init(from old: [LockedPart], to new: [LockedPart]) {
    var rest: [Key: [LockedPart]] = [:]
    for part in old { rest[Key(part), default: []].append(part) }
    var added: [LockedPart] = []
    var changed: [LockedPart] = []
    for part in new {
      guard let before = rest[Key(part)]?.first else {
        if part.kind.standsAlone { added.append(part) }
        continue
      }
      rest[Key(part)]?.removeFirst()
      if before != part { changed.append(part) }
    }
    self.added = added
    self.changed = changed
    var left = rest
    removed = old.filter { part in
      guard let index = left[Key(part)]?.firstIndex(of: part) else { return false }
      left[Key(part)]?.remove(at: index)
      return part.kind.standsAlone
    }
  }

  private struct Key: Hashable {
    let kind: LockedPart.Kind
    let name: String

    init(_ part: LockedPart) {
      kind = part.kind
      name = part.name
    }
  }

  var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}

extension CommitStory {
  /// Tells a generation by what it changes in the contract.
  ///
  /// A removed operation is marked as breaking; what a changed one means for its callers is for the reviewer to judge.
  ///
  /// - Parameters:
  ///   - previous: the parts of the generation before; nothing for the first.
  ///   - title: what the service is called.
  ///   - noun: what the target is, in a word.
  package init(
    of parts: [LockedPart], since previous: [LockedPart]?, title: String, noun: String = "backend", generatorVersion: String,
    inputs: [InputDigest]
  ) {
    guard let previous else {
      let kinds = LockedPart.Kind.allCases.filter(\.standsAlone)
      let counts = kinds.compactMap { kind in Self.count(parts.count { $0.kind == kind }, kind) }
      self.init(
        summary: title.isEmpty ? "first generation" : "\(noun) of \(title)",
        body: counts.isEmpty ? [] : ["Made of \(counts.joined(separator: ", "))."], generatorVersion: generatorVersion,
        inputs: inputs, parts: parts)
      return
    }
    let changes = PartChanges(from: previous, to: parts)
    self.init(
      type: changes.isEmpty ? "chore" : "feat", summary: changes.summary ?? "regenerate with specforge \(generatorVersion)",
      isBreaking: changes.removed.contains { $0.kind == .operation }, body: changes.lines,
      generatorVersion: generatorVersion, inputs: inputs, parts: parts)
  }

  fileprivate static func count(_ count: Int, _ kind: LockedPart.Kind) -> String? {
    count == 0 ? nil : "\(count) \(kind.rawValue)\(count == 1 ? "" : "s")"
  }
}

extension PartChanges {
  /// A few words for the subject: the change of the most telling kind, by name where it is one thing.
  fileprivate var summary: String? {
    let verbs: [(String, [LockedPart])] = [("remove", removed), ("add", added), ("change", changed)]
    for kind in LockedPart.Kind.allCases {
      let told: [String] = verbs.compactMap { verb, parts in
        let parts = parts.filter { $0.kind == kind }
        guard let first = parts.first else { return nil }
        let name = kind == .rule ? "rule of \(first.name)" : first.name
        return parts.count == 1 ? "\(verb) \(name)" : "\(verb) \(parts.count) \(kind.rawValue)s"
      }
      if !told.isEmpty { return told.joined(separator: ", ") }
    }
    return nil
  }

  /// One line for each part, by kind; of very many only the first.
  fileprivate var lines: [String] {
    LockedPart.Kind.allCases.flatMap { kind in
      let signs: [(String, [LockedPart])] = [("added", added), ("changed", changed), ("removed", removed)]
      let all = signs.flatMap { verb, parts in
        parts.filter { $0.kind == kind }.map { "- \(kind.rawValue) \(verb): \($0.name)" }
      }
      let hidden = all.count - Self.most
      return hidden > 0 ? all.prefix(Self.most) + ["- and \(hidden) more \(kind.rawValue)s"] : all
    }
  }

  /// How many parts of one kind a message lists.
  private static var most: Int { 40 }
}
