/// A path as it stands in code: a symbol, what follows it, and generic arguments.
///
/// `RustPath(.uuid, "now_v7")` is `Uuid::now_v7` with `use uuid::Uuid;`.
package struct RustPath: Hashable, Sendable, ExpressibleByStringLiteral {
  package var symbol: RustSymbol
  /// The generic arguments of the symbol.
  package var generics: [RustGenericArgument]
  /// The segments after the symbol, each with its own arguments.
  package var rest: [Segment]
  /// For `<T as Trait>::name`: the type, where `symbol` is the trait.
  package var qualifiedSelf: Box<RustType>?

  package struct Segment: Hashable, Sendable {
    package var name: String
    package var generics: [RustGenericArgument]

    package init(_ name: String, generics: [RustGenericArgument] = []) {
      self.name = name
      self.generics = generics
    }
  }

  /// A reference to a value, so that types may hold paths that hold types.
  package final class Box<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    package init(_ value: Value) { self.value = value }
    package static func == (lhs: Box, rhs: Box) -> Bool { lhs.value == rhs.value }
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
  }

  package init(_ symbol: RustSymbol, generics: [RustGenericArgument] = [], _ rest: String...) {
    self.symbol = symbol
    self.generics = generics
    self.rest = rest.map { Segment($0) }
  }

  package init(_ symbol: RustSymbol, generics: [RustGenericArgument] = [], rest: [Segment]) {
    self.symbol = symbol
    self.generics = generics
    self.rest = rest
  }

  /// `<T as Trait>::name`
  package init(type: RustType, as trait: RustSymbol, _ name: String) {
    self.init(trait, name)
    qualifiedSelf = Box(type)
  }

  package init(stringLiteral name: String) { self.init(RustSymbol(stringLiteral: name)) }

  /// Whether the path is one plain segment, which rustfmt treats as simple.
  var isSingleSegment: Bool { rest.isEmpty && qualifiedSelf == nil && symbol.style != .qualified }
}
