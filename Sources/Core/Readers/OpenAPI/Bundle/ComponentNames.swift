internal import SpecDocuments

/// The names of components in a self-contained copy of a document.
struct ComponentNames {
  private var taken: [OpenAPI.ReferenceKind: Set<String>] = [:]
  private var names: [Key: String] = [:]
  /// The entries of the document's own components that are nothing but a reference to another file: what they refer to is written
  /// in their place.
  private var homes: [Key: Node] = [:]

  private struct Key: Hashable {
    let kind: OpenAPI.ReferenceKind
    let node: Node
  }

  init(_ document: OpenAPIDocument) {
    guard let components = document.node["components"] else { return }
    for kind in OpenAPI.ReferenceKind.allCases {
      guard let section = components[kind.rawValue] else { continue }
      taken[kind] = Set(section.entries.compactMap(\.key.text))
      for (key, value) in section.entries {
        guard let target = document.references[value], target.kind == kind, value.entries.count == 1 else { continue }
        guard target.node.document !== document.node.document, homes[Key(kind: kind, node: target.node)] == nil else { continue }
        homes[Key(kind: kind, node: target.node)] = value
        names[Key(kind: kind, node: target.node)] = key.text ?? ""
      }
    }
  }

  subscript(target: OpenAPI.ReferenceTarget) -> String? { names[Key(kind: target.kind, node: target.node)] }

  func isHome(_ node: Node, of target: OpenAPI.ReferenceTarget) -> Bool {
    homes[Key(kind: target.kind, node: target.node)] == node
  }

  /// Gives a value of another file the name by which it is known there, with a number where that is taken.
  mutating func claim(_ target: OpenAPI.ReferenceTarget) -> String {
    let known = target.place.componentName ?? target.place.token ?? ""
    var base = String(known.unicodeScalars.map { Self.isAllowed($0) ? Character($0) : "_" })
    if base.isEmpty { base = "Component" }
    var name = base
    var number = 2
    while !taken[target.kind, default: []].insert(name).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    names[Key(kind: target.kind, node: target.node)] = name
    return name
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
    default: false
    }
  }
}
