/// A pattern of `let`, `match`, a closure or a parameter.
package indirect enum RustPattern: Hashable, Sendable, ExpressibleByStringLiteral {
  /// `_`
  case wildcard
  /// `..`
  case rest
  /// `mut name`, `ref name`, `name @ pattern`
  case binding(String, isMutable: Bool = false, isReference: Bool = false, RustPattern? = nil)
  /// A unit variant or a constant: `Status::Open`.
  case path(RustPath)
  /// A literal token, as `RustExpr` spells it.
  case literal(RustLiteral)
  /// `1..=9`
  case range(RustLiteral, RustLiteral)
  case tuple([RustPattern])
  /// `Some(x)`
  case tupleStruct(RustPath, [RustPattern])
  /// `User { id, name: n, .. }`; a field without a pattern binds its own name.
  case structure(RustPath, [Field], hasRest: Bool)
  case reference(RustPattern, isMutable: Bool = false)
  case slice([RustPattern])
  case alternatives([RustPattern])

  package struct Field: Hashable, Sendable, ExpressibleByStringLiteral {
    package var name: String
    package var pattern: RustPattern?

    package init(_ name: String, _ pattern: RustPattern? = nil) {
      self.name = name
      self.pattern = pattern
    }

    package init(stringLiteral name: String) { self.init(name) }
  }

  package init(stringLiteral name: String) { self = name == "_" ? .wildcard : .binding(name) }

  package static func mut(_ name: String) -> Self { .binding(name, isMutable: true) }
  package static func some(_ pattern: RustPattern) -> Self { .tupleStruct("Some", [pattern]) }
  package static func ok(_ pattern: RustPattern) -> Self { .tupleStruct("Ok", [pattern]) }
  package static func err(_ pattern: RustPattern) -> Self { .tupleStruct("Err", [pattern]) }
  package static let none = RustPattern.path("None")

  /// `State(state)`: an extractor or a tuple struct taken apart.
  package static func call(_ symbol: RustSymbol, _ patterns: RustPattern...) -> Self {
    .tupleStruct(RustPath(symbol), patterns)
  }
}
