package import SpecNaming
package import SpecWriting

/// The bodies that the tests of one file send: each is named once.
package struct SharedBodies {
  package struct Body {
    package let name: String
    /// The operation that takes it.
    package let operation: String
    package let value: JSONValue
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
    if let known = all.first(where: { $0.operation == operation && $0.value == value }) { return known.name }
    let name = names.claim(spelling(operation))
    all.append(Body(name: name, operation: operation, value: value))
    return name
  }
}
