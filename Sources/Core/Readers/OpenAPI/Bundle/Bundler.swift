internal import SpecDocuments
package import SpecWriting

extension OpenAPIDocument {
  /// Returns the document as one JSON value that refers to no other file.
  ///
  /// What references to other files lead to becomes a component, under the name by which it is known there or, where that is
  /// taken, with a number. A document that refers to no other file is returned as it is.
  package func bundled() -> JSONValue {
    guard !references.isEmpty else { return node.json() }
    var bundler = Bundler(self)
    return bundler.bundle()
  }

  /// Returns ``bundled()`` as JSON text with a final newline.
  package func bundledText() -> String { JSONWriter.write(bundled()) + "\n" }
}

/// Copies a document and brings what it refers to elsewhere into its components.
struct Bundler {
  let document: OpenAPIDocument
  private var names: ComponentNames
  /// The components that are still to be written, in the order in which they were met.
  private var pending: [Component] = []
  private var written: [OpenAPI.ReferenceKind: [JSONValue.Member]] = [:]
  /// Where the path items of other files were written: there is no section for them in 3.0, so that the first use holds a copy.
  private var pathItems: [Node: JSONPointer] = [:]
  /// Where the value being written stands in the result.
  private var way: [String] = []

  private struct Component {
    let kind: OpenAPI.ReferenceKind
    let name: String
    let node: Node
  }

  init(_ document: OpenAPIDocument) {
    self.document = document
    names = ComponentNames(document)
  }

  mutating func bundle() -> JSONValue {
    guard case .object(var members) = value(document.node) else { return document.node.json() }
    var next = 0
    while next < pending.count {
      let component = pending[next]
      way = ["components", component.kind.rawValue, component.name]
      let copy = value(component.node)
      written[component.kind, default: []].append(JSONValue.Member(component.name, copy))
      next += 1
    }
    addComponents(to: &members)
    return .object(members)
  }

  private mutating func value(_ node: Node) -> JSONValue {
    if let target = document.references[node] { return reference(node, to: target) }
    switch node.kind {
    case .null, .bool, .integer, .float, .string: return node.json()
    case .sequence:
      return .array(node.items.enumerated().map { index, item in value(item, at: String(index)) })
    case .mapping: return .object(members(of: node))
    }
  }

  private mutating func value(_ node: Node, at token: String) -> JSONValue {
    way.append(token)
    defer { way.removeLast() }
    return value(node)
  }

  private mutating func members(of node: Node, except left: String? = nil) -> [JSONValue.Member] {
    node.entries.compactMap { key, value in
      let name = key.text ?? ""
      return name == left ? nil : JSONValue.Member(name, self.value(value, at: name))
    }
  }

  // MARK: References

  private mutating func reference(_ node: Node, to target: OpenAPI.ReferenceTarget) -> JSONValue {
    if target.kind == .pathItems { return pathItem(node, target) }
    if names.isHome(node, of: target), way.count == 3 { return value(target.node) }
    let text = "#\(pointer(to: target))"
    // In the mapping of a discriminator the reference is a text alone.
    guard node.kind == .mapping else { return .string(text) }
    return .object([JSONValue.Member("$ref", .string(text))] + members(of: node, except: "$ref"))
  }

  /// Where a value stands in the result; one of another file becomes a component.
  private mutating func pointer(to target: OpenAPI.ReferenceTarget) -> JSONPointer {
    if target.node.document === document.node.document { return target.place.pointer }
    if let name = names[target] { return JSONPointer(["components", target.kind.rawValue, name]) }
    let name = names.claim(target)
    pending.append(Component(kind: target.kind, name: name, node: target.node))
    return JSONPointer(["components", target.kind.rawValue, name])
  }

  private mutating func pathItem(_ node: Node, _ target: OpenAPI.ReferenceTarget) -> JSONValue {
    let isHere = target.node.document === document.node.document
    if let pointer = isHere ? target.place.pointer : pathItems[target.node] {
      return .object([JSONValue.Member("$ref", .string("#\(pointer)"))])
    }
    pathItems[target.node] = JSONPointer(way)
    return value(target.node)
  }

  // MARK: Components

  private func addComponents(to members: inout [JSONValue.Member]) {
    guard !written.isEmpty else { return }
    let position = members.firstIndex { $0.key == "components" }
    var sections: [JSONValue.Member] = []
    if let position, case .object(let present) = members[position].value { sections = present }
    for kind in OpenAPI.ReferenceKind.allCases {
      guard let added = written[kind] else { continue }
      if let index = sections.firstIndex(where: { $0.key == kind.rawValue }) {
        guard case .object(let present) = sections[index].value else { continue }
        sections[index] = JSONValue.Member(kind.rawValue, .object(present + added))
      } else {
        sections.append(JSONValue.Member(kind.rawValue, .object(added)))
      }
    }
    let components = JSONValue.Member("components", .object(sections))
    if let position { members[position] = components } else { members.append(components) }
  }
}
