package import SpecSource

/// A cursor on a node: its document and its id. Equal cursors are on the same node of the same document.
package struct Node: Sendable {
  package let document: Document
  package let id: NodeID

  package var kind: NodeKind { document.arena.kind(id) }

  /// The bytes that spell the node, with its quotes, anchor and tag; for a block of YAML, from its first to its last child.
  ///
  /// Reached through an alias it is the place of the anchor's node.
  package var range: SourceRange {
    SourceRange(source: document.source, start: document.arena.start(id), end: document.arena.end(id))
  }

  package var isNull: Bool { kind == .null }

  /// The decoded text of any scalar as it is written (`3.10` stays "3.10"); nothing for sequences and mappings.
  package var text: String? {
    guard kind.isScalar else { return nil }
    return document.arena.withText(id) { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a string.
  package var string: String? { kind == .string ? text : nil }

  /// Whether this is a scalar with exactly that text, compared byte by byte and without making a string.
  package func hasText(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { document.arena.hasText(id, UnsafeRawBufferPointer($0)) }
  }

  /// The items of a sequence; none for another kind.
  package var items: NodeItems { NodeItems(node: self) }

  /// The entries of a mapping in the order of the document; none for another kind. No two have the same key.
  ///
  /// What a YAML merge key brings in stands where the `<<` stands.
  package var entries: NodeEntries { NodeEntries(node: self) }

  /// The value of a key, compared byte by byte; a YAML key of any scalar kind is found by its text (`200`).
  package subscript(key: String) -> Node? { entry(key)?.value }

  /// The key, which tells where it stands, with its value.
  package func entry(_ key: String) -> (key: Node, value: Node)? {
    guard kind == .mapping else { return nil }
    var key = key
    let index = key.withUTF8 { document.arena.entryIndex(of: UnsafeRawBufferPointer($0), in: id) }
    return index.map { entries[$0] }
  }
}

extension Node: Hashable {
  package static func == (lhs: Self, rhs: Self) -> Bool { lhs.id == rhs.id && lhs.document === rhs.document }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(document))
    hasher.combine(id)
  }
}
