/// An attribute: `#[name]`, `#[name = "value"]` or `#[name(items)]`.
package struct RustAttribute: Hashable, Sendable, ExpressibleByStringLiteral {
  /// One item in the parentheses of an attribute.
  package indirect enum Item: Hashable, Sendable, ExpressibleByStringLiteral {
    case word(String)
    case value(String, RustLiteral)
    /// A literal by itself, as in `#[error("text")]`.
    case literal(RustLiteral)
    case list(String, [Item])
    /// A path that is resolved like any other, such as a trait to derive.
    case path(RustPath)

    package init(stringLiteral name: String) { self = .word(name) }
  }

  package enum Body: Hashable, Sendable {
    case word
    case value(RustLiteral)
    case list([Item])
  }

  package var name: String
  package var body: Body

  package init(_ name: String, _ body: Body = .word) {
    self.name = name
    self.body = body
  }

  package init(stringLiteral name: String) { self.init(name) }

  /// `#[derive(A, B)]`. Neighbouring derives would be merged by rustfmt: give all of them at once.
  package static func derive(_ traits: RustPath...) -> Self { Self("derive", .list(traits.map(Item.path))) }
  package static func derive(_ traits: [RustPath]) -> Self { Self("derive", .list(traits.map(Item.path))) }

  /// `#[serde(items)]`
  package static func serde(_ items: Item...) -> Self { Self("serde", .list(items)) }
  package static func serde(_ items: [Item]) -> Self { Self("serde", .list(items)) }

  /// `#[allow(lint)]`
  package static func allow(_ lints: Item...) -> Self { Self("allow", .list(lints)) }

  package static let cfgTest = Self("cfg", .list(["test"]))
  package static let tokioTest = Self("tokio::test")
}

extension RustAttribute.Item {
  /// `name = "text"`
  package static func string(_ name: String, _ value: String) -> Self { .value(name, .string(value)) }
}
