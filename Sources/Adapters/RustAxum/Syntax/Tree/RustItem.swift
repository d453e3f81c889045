/// An item of a file, a module, an `impl` or a block.
package indirect enum RustItem: Sendable {
  case use(RustUse, RustVisibility)
  case module(RustModule)
  case constant(RustConstant)
  case alias(RustAlias)
  case structure(RustStruct)
  case enumeration(RustEnum)
  case implementation(RustImpl)
  case trait(RustTrait)
  case function(RustFunction)
  /// Lines that are written already, without indent. Trusted text only.
  case raw(String)
  /// A line comment that stands for itself.
  case comment(String)
}

package enum RustVisibility: Sendable {
  case inherited, `public`, crate

  var text: String {
    switch self {
    case .inherited: ""
    case .public: "pub "
    case .crate: "pub(crate) "
    }
  }
}

/// `mod name;`, or `mod name { … }`.
package struct RustModule: Sendable {
  package var name: String
  package var visibility: RustVisibility
  package var documentation: String?
  package var attributes: [RustAttribute]
  /// The items; nothing for a module in a file of its own.
  package var items: [RustItem]?

  package init(
    _ name: String, _ visibility: RustVisibility = .inherited, documentation: String? = nil, attributes: [RustAttribute] = [],
    items: [RustItem]? = nil
  ) {
    self.name = name
    self.visibility = visibility
    self.documentation = documentation
    self.attributes = attributes
    self.items = items
  }
}

/// `const NAME: type = value;`, or `static`.
package struct RustConstant: Sendable {
  package var name: String
  package var type: RustType
  package var value: RustExpr
  package var visibility: RustVisibility
  package var documentation: String?
  package var attributes: [RustAttribute]
  package var isStatic: Bool

  package init(
    _ name: String, _ type: RustType, _ value: RustExpr, _ visibility: RustVisibility = .inherited,
    documentation: String? = nil, attributes: [RustAttribute] = [], isStatic: Bool = false
  ) {
    self.name = name
    self.type = type
    self.value = value
    self.visibility = visibility
    self.documentation = documentation
    self.attributes = attributes
    self.isStatic = isStatic
  }
}

/// `type Name = type;`, also inside `impl`; in a trait without a type.
package struct RustAlias: Sendable {
  package var name: String
  package var generics: RustGenerics
  package var type: RustType?
  package var visibility: RustVisibility
  package var documentation: String?

  package init(
    _ name: String, generics: RustGenerics = [], _ type: RustType?, _ visibility: RustVisibility = .inherited,
    documentation: String? = nil
  ) {
    self.name = name
    self.generics = generics
    self.type = type
    self.visibility = visibility
    self.documentation = documentation
  }
}

/// `impl Trait for Type { … }`
package struct RustImpl: Sendable {
  package var generics: RustGenerics
  package var trait: RustPath?
  package var type: RustType
  package var attributes: [RustAttribute]
  package var items: [RustItem]

  package init(
    generics: RustGenerics = [], _ trait: RustPath? = nil, for type: RustType, attributes: [RustAttribute] = [],
    _ items: [RustItem]
  ) {
    self.generics = generics
    self.trait = trait
    self.type = type
    self.attributes = attributes
    self.items = items
  }
}

/// `trait Name: Bounds { … }`
package struct RustTrait: Sendable {
  package var name: String
  package var generics: RustGenerics
  package var bounds: [RustBound]
  package var visibility: RustVisibility
  package var documentation: String?
  package var attributes: [RustAttribute]
  package var items: [RustItem]

  package init(
    _ name: String, generics: RustGenerics = [], bounds: [RustBound] = [], _ visibility: RustVisibility = .public,
    documentation: String? = nil, attributes: [RustAttribute] = [], _ items: [RustItem]
  ) {
    self.name = name
    self.generics = generics
    self.bounds = bounds
    self.visibility = visibility
    self.documentation = documentation
    self.attributes = attributes
    self.items = items
  }
}
