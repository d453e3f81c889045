/// A Rust type, restricted to the shapes that a generated backend needs.
package indirect enum RustType: Hashable, Sendable {
  /// A path with its generic arguments: `Vec<User>`.
  case path(RustPath)
  /// `&'a mut T`
  case reference(lifetime: String?, isMutable: Bool, RustType)
  case tuple([RustType])
  case slice(RustType)
  /// `[T; 16]`. Keep the element short: rustfmt aligns the length where it breaks.
  case array(RustType, length: String)
  /// `impl A + B`
  case implTrait([RustBound])
  /// `dyn A + B`. Behind `&` several bounds get parentheses; keep those short, for rustfmt aligns them where they break.
  case dynTrait([RustBound])
  /// `fn(A) -> B`
  case function([RustType], RustType?)
  /// `_`
  case inferred

  package static let unit = RustType.tuple([])

  /// `&T`
  package static func ref(_ type: RustType, lifetime: String? = nil) -> Self {
    .reference(lifetime: lifetime, isMutable: false, type)
  }

  /// `&mut T`
  package static func refMut(_ type: RustType, lifetime: String? = nil) -> Self {
    .reference(lifetime: lifetime, isMutable: true, type)
  }

  /// A type by its symbol and generic arguments.
  package static func named(_ symbol: RustSymbol, _ arguments: RustType...) -> Self {
    .path(RustPath(symbol, generics: arguments.map(RustGenericArgument.type)))
  }

  /// A type by its symbol and any generic arguments: types, lifetimes, bindings.
  package static func named(_ symbol: RustSymbol, arguments: [RustGenericArgument]) -> Self {
    .path(RustPath(symbol, generics: arguments))
  }

  package static func option(_ type: RustType) -> Self { .named("Option", type) }
  package static func vec(_ type: RustType) -> Self { .named("Vec", type) }
  package static func box(_ type: RustType) -> Self { .named("Box", type) }
  package static func result(_ value: RustType, _ error: RustType) -> Self { .named("Result", value, error) }
  package static let string = RustType.named("String")
  package static let str = RustType.named("str")
  package static let bool = RustType.named("bool")
  package static let i32 = RustType.named("i32")
  package static let i64 = RustType.named("i64")
  package static let u64 = RustType.named("u64")
  package static let f32 = RustType.named("f32")
  package static let f64 = RustType.named("f64")
  package static let selfType = RustType.named("Self")
}

extension RustType: ExpressibleByStringLiteral {
  /// A name in scope, written by us: `"Self"`, `"T"`, `"u16"`.
  package init(stringLiteral name: String) { self = .path(RustPath(RustSymbol(stringLiteral: name))) }
}

/// One argument between angle brackets.
package enum RustGenericArgument: Hashable, Sendable {
  case type(RustType)
  /// `'a`, written without the quote.
  case lifetime(String)
  /// `Item = T`
  case binding(String, RustType)
  /// A constant, as a token: `8`.
  case constant(String)
}

/// One bound of a type parameter, of `impl` or of `dyn`.
package enum RustBound: Hashable, Sendable, ExpressibleByStringLiteral {
  case trait(RustPath)
  /// `?Sized`
  case optional(RustPath)
  /// `for<'a> Trait<'a>`
  case higherRanked(lifetime: String, RustPath)
  /// `Fn(A, B) -> C`, with the name of the trait.
  case function(RustSymbol, [RustType], RustType?)
  /// `'a`, written without the quote.
  case lifetime(String)

  package init(stringLiteral name: String) { self = .trait(RustPath(RustSymbol(stringLiteral: name))) }

  package static func trait(_ symbol: RustSymbol, _ arguments: RustType...) -> Self {
    .trait(RustPath(symbol, generics: arguments.map(RustGenericArgument.type)))
  }
}

/// What stands between `<` and `>` of a declaration, and its `where` clause.
package struct RustGenerics: Hashable, Sendable, ExpressibleByArrayLiteral {
  package enum Parameter: Hashable, Sendable {
    /// `'a`, written without the quote.
    case lifetime(String)
    case type(String, bounds: [RustBound] = [])
    case constant(String, RustType)
  }

  package struct Predicate: Hashable, Sendable {
    package var type: RustType
    package var bounds: [RustBound]

    package init(_ type: RustType, _ bounds: [RustBound]) {
      self.type = type
      self.bounds = bounds
    }
  }

  package var parameters: [Parameter]
  package var predicates: [Predicate]

  package init(_ parameters: [Parameter] = [], where predicates: [Predicate] = []) {
    self.parameters = parameters
    self.predicates = predicates
  }

  package init(arrayLiteral parameters: Parameter...) { self.init(parameters) }
}
