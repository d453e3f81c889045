/// The items of a sequence; empty for a node of another kind.
package struct NodeItems: RandomAccessCollection, Sendable {
  let node: Node
  package let endIndex: Int

  init(node: Node) {
    self.node = node
    endIndex = node.kind == .sequence ? node.document.arena.childCount(node.id) : 0
  }

  package var startIndex: Int { 0 }

  package subscript(position: Int) -> Node {
    precondition(position >= 0 && position < endIndex, "an item's position must be below the count")
    return Node(document: node.document, id: node.document.arena.child(node.id, position))
  }
}

/// The entries of a mapping; empty for a node of another kind.
package struct NodeEntries: RandomAccessCollection, Sendable {
  let node: Node
  package let endIndex: Int

  init(node: Node) {
    self.node = node
    endIndex = node.kind == .mapping ? node.document.arena.childCount(node.id) : 0
  }

  package var startIndex: Int { 0 }

  package subscript(position: Int) -> (key: Node, value: Node) {
    precondition(position >= 0 && position < endIndex, "an entry's position must be below the count")
    let arena = node.document.arena
    return (
      key: Node(document: node.document, id: arena.child(node.id, 2 * position)),
      value: Node(document: node.document, id: arena.child(node.id, 2 * position + 1))
    )
  }
}
