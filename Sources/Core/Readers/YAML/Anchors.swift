internal import SpecDiagnostics

/// What an anchor names.
enum Anchor {
  /// A container that has not ended yet.
  case open(NodeID)
  /// A node with its weight, aliases expanded, and its levels of containers.
  case finished(NodeID, weight: Int, levels: Int)
}

extension YAMLReader {
  /// Repeats the node of an anchor, or puts a null where that cannot be.
  mutating func alias(_ event: borrowing YAMLEvent) {
    let place = bytes(of: event)
    let name = event.anchor ?? ""
    switch anchors[name] {
    case .finished(let id, let weight, let levels):
      switch builder.repeatNode(id, weight: weight, levels: levels, end: place.upperBound) {
      case .done: return
      case .tooHeavy: reportBudget("the document grows beyond all measure when its aliases are expanded", at: place)
      case .tooDeep: reportBudget("more than \(DocumentLimits.depth) levels of nesting when aliases are expanded", at: place)
      }
    case .open(let id):
      builder.findings.report(
        .aliasRecursive, "the alias \(quoted("*" + name)) stands inside of the node that it repeats", at: place,
        related: [Diagnostic.Related("the node starts here", at: builder.findings.place(builder.range(id)))])
    case nil:
      builder.findings.report(
        .aliasUnknown, "no anchor \(quoted("&" + name)) stands before this alias", at: place,
        hint: "Quote the value if it is text that begins with “*”.")
    }
    brokenAliases.insert(builder.scalar(.null, place, text: TextRef(source: place.lowerBound..<place.lowerBound)))
  }

  /// Told once: where one alias is too many, those after it are too.
  private mutating func reportBudget(_ message: String, at place: Range<Int>) {
    guard !isOverBudget else { return }
    isOverBudget = true
    builder.findings.report(
      .aliasBudget, message, at: place, hint: "Write the repeated parts as references or shorten them.")
  }
}
