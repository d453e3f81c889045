package import SpecNaming

/// How a language makes identifiers of the names of an input: what adapters differ in where names are decided, and all of it.
package struct IdentifierRules: Sendable {
  /// One kind of identifier: how it is made of a name, and what it may not be.
  package struct Kind: Sendable {
    let spelling: @Sendable (String) -> String
    let reserved: ReservedWords
    let mark: String

    /// - Parameter mark: what stands between a name that ends with a digit and the number that tells it from another.
    package init(reserved: ReservedWords, mark: String = "_", _ spelling: @escaping @Sendable (String) -> String) {
      self.spelling = spelling
      self.reserved = reserved
      self.mark = mark
    }

    package var scope: NameScope { NameScope(reserved: reserved, mark: mark) }

    package func callAsFunction(_ name: String) -> String { spelling(name) }
  }

  /// Functions, parameters and variables.
  package let values: Kind
  /// Members of structures and rows.
  package let fields: Kind
  package let types: Kind
  /// Cases of enumerations and of unions.
  package let variants: Kind
  package let modules: Kind
  /// The member that keeps what an open structure does not declare.
  package let additionalField: String

  package init(
    values: Kind, fields: Kind, types: Kind, variants: Kind, modules: Kind, additionalField: String
  ) {
    self.values = values
    self.fields = fields
    self.types = types
    self.variants = variants
    self.modules = modules
    self.additionalField = additionalField
  }
}
