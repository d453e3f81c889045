import SpecDocuments
import SpecIR
import SpecWriting

/// A cursor on one node of the JSON, with what is needed to know whether the ids in it lie in range.
struct CorePiece {
  let node: Node
  var sizes: CoreSizes

  init(root: Node) {
    node = root
    sizes = CoreSizes(root)
  }

  private init(_ node: Node, _ sizes: CoreSizes) {
    self.node = node
    self.sizes = sizes
  }

  /// Returns a member as what the caller needs; a missing one is wrong.
  func value<Value: CoreReadable>(_ key: String) throws(Misread) -> Value { try Value(member(key)) }

  /// Returns a member, or nothing where it is null or not there.
  func optional<Value: CoreReadable>(_ key: String) throws(Misread) -> Value? {
    guard let found = node[key], !found.isNull else { return nil }
    return try Value(CorePiece(found, sizes))
  }

  /// Returns the items of a member that is a list.
  func list<Item: CoreReadable>(_ key: String) throws(Misread) -> [Item] { try member(key).items() }

  /// Returns the items of this list.
  func items<Item: CoreReadable>() throws(Misread) -> [Item] {
    var items: [Item] = []
    for piece in try pieces() { items.append(try Item(piece)) }
    return items
  }

  /// Returns the items of this list as they stand.
  func pieces() throws(Misread) -> [CorePiece] {
    guard node.kind == .sequence else { throw fault("a list is expected here") }
    return node.items.map { CorePiece($0, sizes) }
  }

  func member(_ key: String) throws(Misread) -> CorePiece {
    guard node.kind == .mapping else { throw fault("an object is expected here") }
    guard let found = node[key] else { throw fault("the member `\(key)` is missing") }
    return CorePiece(found, sizes)
  }

  /// Which of the alternatives this node is.
  func kind(_ key: String = "kind") throws(Misread) -> String { try value(key) }

  func unknown(_ kind: String) -> Misread { fault("`\(kind)` is none of the alternatives here") }

  func fault(_ message: String) -> Misread { Misread(message: message, node: node) }
}

/// What can be read from one node of the JSON.
protocol CoreReadable {
  init(_ json: CorePiece) throws(Misread)
}

extension String: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    guard let text = json.node.string else { throw json.fault("a text is expected here") }
    self = text
  }
}

extension Bool: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    guard let value = json.node.bool else { throw json.fault("true or false is expected here") }
    self = value
  }
}

extension Int: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    guard let value = json.node.int else { throw json.fault("an integer is expected here") }
    self = value
  }
}

extension JSONNumber: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    guard let value = json.node.number else { throw json.fault("a number is expected here") }
    self = value
  }
}

extension JSONValue: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self = json.node.json() }
}

extension CoreReadable where Self: RawRepresentable & CaseIterable, RawValue == String {
  init(_ json: CorePiece) throws(Misread) {
    let text = try String(json)
    guard let value = Self(rawValue: text) else {
      throw json.fault("`\(text)` is none of \(Self.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
    }
    self = value
  }
}
