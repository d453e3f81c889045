internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecSource

/// Reads one document into the model; each object of the format has an extension of its own.
///
/// Nothing here recurses through references or schemas: whatever a reference may name is given an id when it is met and read when
/// its turn comes (``readReserved()``), so that the depth of the stack does not depend on the input.
struct Reader {
  var document: OpenAPIDocument
  var files: FileTable
  var findings = Findings()
  /// The ids of nodes that were met, by kind: a node is read once for each kind that is expected of it.
  private var known: [Known: UInt32] = [:]
  /// How many values of each arena have been read.
  private var done: [OpenAPI.ReferenceKind: Int] = [:]

  private struct Known: Hashable {
    let kind: OpenAPI.ReferenceKind
    let node: Node
  }

  init(document: OpenAPIDocument, file: Document, sources: SourceMap, loader: any SourceLoader) {
    self.document = document
    files = FileTable(root: file, sources: sources, loader: loader)
  }

  mutating func readAll() {
    let root = files.rootPlace
    check(document.node, as: .document)
    readInfo()
    readComponents(root)
    document.servers = servers(of: document.node)
    document.security = securityRequirements(of: document.node)
    readPaths(root)
    readWebhooks(root)
    readReserved()
    document.files = files.ids
    checkWhole()
  }

  /// Returns the id of a value that stands here, or that the reference here leads to; nothing where it leads nowhere or where
  /// this is no such value, which is reported.
  mutating func use<Value: Readable>(_ node: Node, _ place: @autoclosure () -> OpenAPI.Place) -> OpenAPI.ID<Value>? {
    guard isReference(node, for: Value.kind) else {
      guard isReadable(node, as: Value.kind) else { return nil }
      return reserve(node, place())
    }
    guard let target = resolve(node, as: Value.kind) else { return nil }
    return reserve(target.node, target.place)
  }

  /// Returns the id of a value that stands here.
  mutating func reserve<Value: Readable>(_ node: Node, _ place: @autoclosure () -> OpenAPI.Place) -> OpenAPI.ID<Value> {
    let key = Known(kind: Value.kind, node: node)
    if let index = known[key] { return OpenAPI.ID(Int(index)) }
    let id = document[keyPath: Value.arena].reserve(node, place())
    known[key] = id.index
    return id
  }

  /// Returns the entries of an object of named values.
  mutating func named<Value: Readable>(_ node: Node?, _ place: @autoclosure () -> OpenAPI.Place) -> [OpenAPI.Named<Value>] {
    guard let node, !node.entries.isEmpty else { return [] }
    let place = place()
    return node.entries.compactMap { key, value in
      guard let id: OpenAPI.ID<Value> = use(value, place.appending(key)) else { return nil }
      return OpenAPI.Named(name: key.text ?? "", key: key, id: id)
    }
  }

  // MARK: Turns

  /// Reads all values that have an id, and those that get one meanwhile.
  private mutating func readReserved() {
    var goesOn = true
    while goesOn {
      goesOn = false
      for kind in OpenAPI.ReferenceKind.allCases where readReserved(kind) { goesOn = true }
    }
  }

  private mutating func readReserved(_ kind: OpenAPI.ReferenceKind) -> Bool {
    switch kind {
    case .schemas: readReserved(OpenAPI.Schema.self)
    case .parameters: readReserved(OpenAPI.Parameter.self)
    case .headers: readReserved(OpenAPI.Header.self)
    case .requestBodies: readReserved(OpenAPI.RequestBody.self)
    case .responses: readReserved(OpenAPI.Response.self)
    case .examples: readReserved(OpenAPI.Example.self)
    case .links: readReserved(OpenAPI.Link.self)
    case .callbacks: readReserved(OpenAPI.Callback.self)
    case .securitySchemes: readReserved(OpenAPI.SecurityScheme.self)
    case .pathItems: readReserved(OpenAPI.PathItem.self)
    }
  }

  private mutating func readReserved<Value: Readable>(_: Value.Type) -> Bool {
    var next = done[Value.kind, default: 0]
    guard next < document[keyPath: Value.arena].count else { return false }
    while next < document[keyPath: Value.arena].count {
      let id = OpenAPI.ID<Value>(next)
      var value = document[keyPath: Value.arena][id]
      value.read(by: &self)
      document[keyPath: Value.arena][id] = value
      next += 1
    }
    done[Value.kind] = next
    return true
  }
}

/// A value that is read when its turn comes.
protocol Readable: OpenAPI.Referable {
  static var kind: OpenAPI.ReferenceKind { get }
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { get }

  mutating func read(by reader: inout Reader)
}
