internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecSource

extension Reader {
  /// Whether a node says nothing but where to look. In 3.1 a schema may say more beside it and is then one of its own.
  func isReference(_ node: Node, for kind: OpenAPI.ReferenceKind) -> Bool {
    guard node.kind == .mapping, node["$ref"] != nil else { return false }
    guard kind == .schemas, document.dialect == .v31 else { return true }
    return node.entries.count == 1
  }

  /// Whether a node has the form of a value, which is reported where not. Only schemas of 3.1 may be booleans.
  mutating func isReadable(_ node: Node, as kind: OpenAPI.ReferenceKind) -> Bool {
    if node.kind == .mapping { return true }
    if kind == .schemas, node.kind == .bool {
      if document.dialect == .v31 { return true }
      report(
        .memberKind, "a schema is expected, and this is a boolean", at: node, hint: "Booleans are schemas since OpenAPI 3.1.")
      return false
    }
    report(.memberKind, "\(kind.article) is expected, and this is \(node.kind.article)", at: node)
    return false
  }

  /// Follows references from a node to a value; a schema that is itself a reference is an end of its own. What leads nowhere is
  /// reported, and nothing is returned.
  mutating func resolve(_ node: Node, as kind: OpenAPI.ReferenceKind) -> OpenAPI.ReferenceTarget? {
    var current = node
    var seen: Set<Node> = [node]
    while true {
      checkSiblings(of: current, as: kind)
      guard let target = step(from: current, as: kind) else { return nil }
      guard kind != .schemas, isReference(target.node, for: kind) else {
        guard isReadable(target.node, as: kind) else { return nil }
        remember(target, for: node)
        return target
      }
      guard seen.insert(target.node).inserted else {
        report(.refCycle, "this reference leads back to itself", at: node["$ref"] ?? node)
        return nil
      }
      current = target.node
    }
  }

  /// Where a `$ref` leads, without going on from there.
  private mutating func step(from node: Node, as kind: OpenAPI.ReferenceKind) -> OpenAPI.ReferenceTarget? {
    guard let value = node["$ref"] else { return nil }
    guard let text = value.string else {
      report(.refSyntax, "a reference is a string, and this is \(value.kind.article)", at: value, hint: kind.example)
      return nil
    }
    return resolve(text, at: value, as: kind)
  }

  /// Where a reference leads that is written as a string, without going on from there.
  mutating func resolve(_ text: String, at value: Node, as kind: OpenAPI.ReferenceKind) -> OpenAPI.ReferenceTarget? {
    guard let reference = Reference(text) else {
      report(.refSyntax, "“\(text)” is no reference", at: value, hint: kind.example)
      return nil
    }
    guard let found = find(reference, text, at: value) else { return nil }
    guard let wrong = found.place.section, wrong != kind else {
      return OpenAPI.ReferenceTarget(kind: kind, node: found.node, place: found.place)
    }
    report(.refKind, "\(kind.article) is expected here, and “\(text)” is \(wrong.article)", at: value)
    return nil
  }

  private mutating func find(_ reference: Reference, _ text: String, at value: Node) -> AnchorTable.Found? {
    if !reference.file.isEmpty, let found = files.anchors(of: value.document).ids[reference.file], reference.isWhole {
      return found
    }
    guard let document = file(of: reference, at: value) else { return nil }
    switch reference.fragment {
    case .anchor(let name):
      if let found = files.anchors(of: document).anchors[name] { return found }
      report(
        .refUnknown, "there is no anchor “\(name)”", at: value,
        hint: "A pointer begins with a slash: “#/components/schemas/\(name)”.")
      return nil
    case .pointer(let pointer):
      guard let node = document.root.resolve(pointer) else {
        reportUnknown(text, pointer, in: document, at: value)
        return nil
      }
      return AnchorTable.Found(node: node, place: files.place(ofRoot: document.source).appending(pointer))
    }
  }

  private mutating func file(of reference: Reference, at value: Node) -> Document? {
    if reference.file.isEmpty { return value.document }
    if reference.isRemote {
      report(
        .refFile, "“\(reference.file)” is not on this machine, and nothing is fetched from a network", at: value,
        hint: "Save the file within the project and refer to it by a relative path.")
      return nil
    }
    switch files.load(reference.file, from: value.document.source, into: &findings) {
    case .document(let document): return document
    case .unsound: return nil
    case .failure(let failure):
      report(.refFile, "“\(reference.file)” \(failure.explanation)", at: value)
      return nil
    }
  }

  /// Keeps what a self-contained copy of the document must spell otherwise.
  mutating func remember(_ target: OpenAPI.ReferenceTarget, for node: Node) {
    let root = files.rootSource
    let isLocal = (node["$ref"] ?? node).text?.hasPrefix("#") == true
    guard !isLocal || node.document.source != root || target.node.document.source != root else { return }
    document.references[node] = target
  }
}

extension Reference {
  fileprivate var isWhole: Bool {
    switch fragment {
    case .pointer(let pointer): pointer.tokens.isEmpty
    case .anchor: false
    }
  }
}

extension OpenAPI.Place {
  /// The section of `components` of which the value is an entry.
  var section: OpenAPI.ReferenceKind? {
    let tokens = pointer.tokens
    guard tokens.count == 3, tokens[0] == "components" else { return nil }
    return OpenAPI.ReferenceKind(rawValue: tokens[1])
  }
}

extension OpenAPI.ReferenceKind {
  fileprivate var example: String { "It looks like “#/components/\(rawValue)/Name” or “other.yaml#/Name”." }

  /// As in “… is expected”.
  var article: String {
    switch self {
    case .schemas: "a schema"
    case .parameters: "a parameter"
    case .headers: "a header"
    case .requestBodies: "a request body"
    case .responses: "a response"
    case .examples: "an example"
    case .links: "a link"
    case .callbacks: "a callback"
    case .securitySchemes: "a security scheme"
    case .pathItems: "a path item"
    }
  }
}

extension SourceLoadFailure {
  fileprivate var explanation: String {
    switch self {
    case .missing: "does not exist"
    case .outsideRoot: "lies outside of the project's root, and only files within are read"
    case .remote: "is not on this machine, and nothing is fetched from a network"
    case .unreadable(let reason): "cannot be read: \(reason)"
    }
  }
}
