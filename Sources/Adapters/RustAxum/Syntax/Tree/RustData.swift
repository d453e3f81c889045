/// What a struct or an enum variant holds.
package enum RustFields: Sendable {
  case unit
  case tuple([RustField])
  case named([RustField])

  var all: [RustField] {
    switch self {
    case .unit: []
    case .tuple(let fields), .named(let fields): fields
    }
  }
}

/// A field; of a tuple, the name is not written.
package struct RustField: Sendable {
  package var name: String
  package var type: RustType
  package var visibility: RustVisibility
  package var documentation: String?
  package var attributes: [RustAttribute]

  package init(
    _ name: String, _ type: RustType, _ visibility: RustVisibility = .public, documentation: String? = nil,
    attributes: [RustAttribute] = []
  ) {
    self.name = name
    self.type = type
    self.visibility = visibility
    self.documentation = documentation
    self.attributes = attributes
  }

  /// A field of a tuple. Its attributes stand on its line: keep them short, as `#[from]`.
  package init(_ type: RustType, _ visibility: RustVisibility = .inherited, attributes: [RustAttribute] = []) {
    self.init("", type, visibility, attributes: attributes)
  }
}

package struct RustStruct: Sendable {
  package var name: String
  package var generics: RustGenerics
  package var fields: RustFields
  package var visibility: RustVisibility
  package var documentation: String?
  package var attributes: [RustAttribute]

  package init(
    _ name: String, generics: RustGenerics = [], _ fields: RustFields, _ visibility: RustVisibility = .public,
    documentation: String? = nil, attributes: [RustAttribute] = []
  ) {
    self.name = name
    self.generics = generics
    self.fields = fields
    self.visibility = visibility
    self.documentation = documentation
    self.attributes = attributes
  }
}

package struct RustEnum: Sendable {
  package var name: String
  package var generics: RustGenerics
  package var variants: [RustVariant]
  package var visibility: RustVisibility
  package var documentation: String?
  package var attributes: [RustAttribute]

  package init(
    _ name: String, generics: RustGenerics = [], _ variants: [RustVariant], _ visibility: RustVisibility = .public,
    documentation: String? = nil, attributes: [RustAttribute] = []
  ) {
    self.name = name
    self.generics = generics
    self.variants = variants
    self.visibility = visibility
    self.documentation = documentation
    self.attributes = attributes
  }
}

package struct RustVariant: Sendable, ExpressibleByStringLiteral {
  package var name: String
  package var fields: RustFields
  package var documentation: String?
  package var attributes: [RustAttribute]

  package init(_ name: String, _ fields: RustFields = .unit, documentation: String? = nil, attributes: [RustAttribute] = []) {
    self.name = name
    self.fields = fields
    self.documentation = documentation
    self.attributes = attributes
  }

  package init(stringLiteral name: String) { self.init(name) }
}
