package import SpecDocuments

extension OpenAPI {
  /// Names a value in one of the arenas of a document.
  package struct ID<Value>: Hashable, Sendable, Comparable {
    package let index: UInt32

    init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
  }

  /// Values of one kind in the order in which the reader met them.
  package struct Arena<Value: Referable>: Sendable {
    package private(set) var values: [Value] = []

    package var count: Int { values.count }

    package var ids: [ID<Value>] { values.indices.map { ID($0) } }

    package subscript(id: ID<Value>) -> Value {
      _read { yield values[Int(id.index)] }
      _modify { yield &values[Int(id.index)] }
    }

    /// Keeps a value that says nothing yet: something may refer to it before it is read.
    mutating func reserve(_ node: Node, _ place: Place) -> ID<Value> {
      values.append(Value(node: node, place: place))
      return ID(values.count - 1)
    }
  }

  /// A value that has a place in a document and that a reference can name.
  package protocol Referable: Located {
    /// The place where it is written, not one of those from which it is referred to.
    var place: Place { get }

    init(node: Node, place: Place)
  }

  /// A value of the arena under a name, such as an entry of `components`.
  package struct Named<Value: Referable>: Sendable {
    package let name: String
    /// Where the name stands.
    package let key: Node
    package let id: ID<Value>
  }
}
