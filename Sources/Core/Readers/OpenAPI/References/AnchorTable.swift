internal import SpecDocuments

/// The schemas of a file that can be named by `$anchor` or `$id` (JSON Schema 2020-12 §8.2).
///
/// An `$id` is only compared as it is written: it does not change what relative references mean.
struct AnchorTable {
  private(set) var anchors: [String: Found] = [:]
  private(set) var ids: [String: Found] = [:]

  struct Found {
    let node: Node
    let place: OpenAPI.Place
  }

  init(_ document: Document, place: OpenAPI.Place) {
    var open = [Found(node: document.root, place: place)]
    // An alias of YAML may lead to one node on many ways.
    var seen: Set<Node> = [document.root]
    while let found = open.popLast() {
      note(found)
      for (key, value) in found.node.entries where !value.kind.isScalar && seen.insert(value).inserted {
        open.append(Found(node: value, place: found.place.appending(key)))
      }
      for (index, item) in found.node.items.enumerated() where !item.kind.isScalar && seen.insert(item).inserted {
        open.append(Found(node: item, place: found.place.appending(index)))
      }
    }
  }

  /// The first by order of reading wins where a document says a name twice, whichever way it was found.
  private mutating func note(_ found: Found) {
    for keyword in ["$anchor", "$dynamicAnchor"] {
      if let anchor = found.node[keyword]?.string { Self.keep(found, as: anchor, in: &anchors) }
    }
    if let id = found.node["$id"]?.string { Self.keep(found, as: id, in: &ids) }
  }

  private static func keep(_ found: Found, as name: String, in table: inout [String: Found]) {
    if let other = table[name], other.node.id < found.node.id { return }
    table[name] = found
  }
}
