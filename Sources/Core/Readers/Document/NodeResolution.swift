extension Node {
  /// The node at a pointer that starts here.
  package func resolve(_ pointer: JSONPointer) -> Node? {
    let (node, depth) = nearest(pointer)
    return depth == pointer.tokens.count ? node : nil
  }

  /// The last node that exists on the way of a pointer, and how many of its tokens lead there.
  ///
  /// A finding about a pointer that leads nowhere shows how far it went and what was there instead.
  package func nearest(_ pointer: JSONPointer) -> (node: Node, depth: Int) {
    var node = self
    for (depth, token) in pointer.tokens.enumerated() {
      guard let next = node.child(token) else { return (node, depth) }
      node = next
    }
    return (node, pointer.tokens.count)
  }

  private func child(_ token: String) -> Node? {
    switch kind {
    case .mapping: self[token]
    case .sequence: JSONPointer.index(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
    case .null, .bool, .integer, .float, .string: nil
    }
  }
}

extension JSONPointer {
  /// The position that a token means in an array: digits without a leading zero (RFC 6901 §4).
  fileprivate static func index(_ token: String) -> Int? {
    guard let first = token.utf8.first, token.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard first != 0x30 || token.utf8.count == 1 else { return nil }
    return Int(token)
  }
}
