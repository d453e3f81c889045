package import SpecNaming
package import SpecWriting

/// The bodies that the tests of one file send, and the rows that they list: each is named once.
package struct SharedBodies {
  package struct Body {
    package let name: String
    package let kind: Kind
    /// The operation that takes it, or that lists the rows.
    package let operation: String
    package let value: JSONValue

    package var documentation: String {
      switch kind {
      case .body: "A body that `\(operation)` takes."
      case .rows: "What the rows that `\(operation)` lists differ in."
      }
    }
  }

  package enum Kind: Hashable, Sendable {
    case body
    /// A list of objects.
    case rows
  }

  /// In the order of first use.
  package private(set) var all: [Body] = []
  /// The constants of the file.
  package var names = NameScope()
  private let spelling: @Sendable (String) -> String

  /// - Parameter spelling: how the language makes the name of a constant of an operation's name.
  package init(spelling: @escaping @Sendable (String) -> String) { self.spelling = spelling }

  /// Returns the name of the constant that holds a body.
  package mutating func name(of value: JSONValue, for operation: String) -> String {
    name(of: value, for: operation, .body)
  }

  /// Returns the name of the constant that holds rows: what differs between the bodies that make them.
  package mutating func name(of rows: ListedRows, listedBy operation: String) -> String {
    name(of: rows.changes, for: operation, .rows)
  }

  private mutating func name(of value: JSONValue, for operation: String, _ kind: Kind) -> String {
    if let known = all.first(where: { $0.kind == kind && $0.operation == operation && $0.value == value }) { return known.name }
    let name = names.claim(spelling(operation))
    all.append(Body(name: name, kind: kind, operation: operation, value: value))
    return name
  }
}
