internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecSource

/// Reading members whose form ``check(_:as:)`` has already judged: what is of another form counts as absent.
extension Reader {
  func text(_ node: Node, _ name: String) -> String? { node[name]?.text }

  func bool(_ node: Node, _ name: String) -> Bool { node[name]?.bool == true }

  func count(_ node: Node, _ name: String) -> Int? { node[name]?.int.flatMap { $0 >= 0 ? $0 : nil } }

  func object(_ node: Node, _ name: String) -> Node? { node[name].flatMap { $0.kind == .mapping ? $0 : nil } }

  /// The entries of an object; none of anything else.
  func entries(_ node: Node?) -> [(key: Node, value: Node)] { node.map { Array($0.entries) } ?? [] }

  /// The strings of an array; another item is reported.
  mutating func strings(_ node: Node?, _ what: String) -> [String] {
    guard let node, node.kind == .sequence else { return [] }
    return node.items.compactMap { item in
      guard let text = item.text, item.kind != .null else {
        report(.memberKind, "a string is expected in “\(what)”, and this is \(item.kind.article)", at: item)
        return nil
      }
      return text
    }
  }

  /// The strings of an array that may name each only once.
  mutating func distinctStrings(_ node: Node?, _ what: String) -> [String] {
    guard let node, node.kind == .sequence else { return [] }
    var first: [String: SourceRange] = [:]
    for item in node.items {
      guard let text = item.text else { continue }
      if let earlier = first[text] {
        findings.report(
          .listDuplicate, "“\(text)” is named twice in “\(what)”", at: item.range,
          related: [Diagnostic.Related("first named here", at: earlier)])
      } else {
        first[text] = item.range
      }
    }
    var seen: Set<String> = []
    return strings(node, what).filter { seen.insert($0).inserted }
  }

  /// One of a fixed set of words; another is reported.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(_ node: Node?, _ what: String) -> Word? {
    guard let node, let text = node.text else { return nil }
    if let word = Word(rawValue: text) { return word }
    reportWord(node, text, what, Word.allCases.map(\.rawValue))
    return nil
  }

  mutating func reportWord(_ node: Node, _ text: String, _ what: String, _ words: [String]) {
    report(
      .valueUnknown, "“\(text)” is not a value of “\(what)”", at: node,
      hint: Suggestion.nearest(to: text, in: words).map { "Did you mean “\($0)”?" }
        ?? "It is one of \(words.joined(separator: ", ")).")
  }

  /// The objects of an array; another item is reported.
  mutating func objects(_ node: Node?, _ what: String) -> [Node] {
    guard let node, node.kind == .sequence else { return [] }
    return node.items.filter { item in
      guard item.kind != .mapping else { return true }
      report(.memberKind, "an object is expected in “\(what)”, and this is \(item.kind.article)", at: item)
      return false
    }
  }

  /// Where an object begins: its first key, so that a finding about what it lacks does not mark all of it.
  func start(of node: Node) -> SourceRange {
    node.entries.first?.key.range ?? node.range
  }
}

extension Node {
  /// Where a value of a member stands, or the whole where there is none.
  func range(of member: String) -> SourceRange { self[member]?.range ?? range }

  /// Where the name of a member stands, or the whole where there is none.
  func keyRange(of member: String) -> SourceRange { entry(member)?.key.range ?? range }
}
