package import SpecDocuments
package import SpecSource
package import SpecWriting

extension OpenAPI {
  /// A schema of OpenAPI 3.0 (a dialect of JSON Schema draft 5) or of 3.1 (JSON Schema 2020-12).
  ///
  /// Where another schema is expected and only `{ $ref: … }` is written, the id is the one of the target. A schema has a
  /// ``reference`` of its own in two cases: a named component that is nothing but a reference, and a `$ref` with siblings in 3.1.
  package struct Schema: Referable {
    package let node: Node
    package let place: Place

    /// The schema that holds besides what is said here.
    package var reference: SchemaReference?
    /// `true` accepts everything and `false` nothing; set for a schema that is written as a boolean.
    package var boolean: Bool?

    /// The types as written, in order; empty where none is said.
    package var types: [SchemaType] = []
    /// `nullable: true` of 3.0. In 3.1 null is one of the ``types``.
    package var isNullable = false
    package var format: String?
    /// The allowed values; nothing where not restricted.
    package var enumeration: [Node]?
    package var const: Node?
    package var defaultValue: Node?
    /// `example` and then `examples`.
    package var examples: [Node] = []

    package var number = NumberRules()
    package var string = StringRules()
    package var array = ArrayRules()
    package var object = ObjectRules()
    package var combination = Combination()

    package var isReadOnly = false
    package var isWriteOnly = false
    package var isDeprecated = false
    /// `$defs`, and `definitions` of older drafts.
    package var definitions: [Named<Schema>] = []

    package var xml: Node? { node["xml"] }

    /// The name under which people know it: of a component, or of the file that is nothing but this schema; nothing for an inline
    /// one.
    package var componentName: String? { place.componentName }

    package init(node: Node, place: Place) {
      self.node = node
      self.place = place
    }
  }

  package enum SchemaType: String, Hashable, Sendable, CaseIterable {
    case null, boolean, integer, number, string, array, object
  }

  package struct SchemaReference: Sendable {
    package let target: SchemaID
    /// The reference as written.
    package let text: String
    package let range: SourceRange
  }

  /// A lower or upper bound of a number.
  package struct Bound: Hashable, Sendable {
    package let value: JSONNumber
    package let isExclusive: Bool
  }

  package struct NumberRules: Hashable, Sendable {
    /// `minimum` and `exclusiveMinimum`, whichever is stricter.
    package var minimum: Bound?
    package var maximum: Bound?
    package var multipleOf: JSONNumber?
  }

  package struct StringRules: Sendable {
    /// In code points.
    package var minLength: Int?
    package var maxLength: Int?
    /// A regular expression of ECMA-262, not anchored, as written; whether it is one is not checked here.
    package var pattern: String?
    package var contentEncoding: String?
    package var contentMediaType: String?
    package var contentSchema: SchemaID?
  }

  package struct ArrayRules: Sendable {
    package var items: SchemaID?
    package var prefixItems: [SchemaID] = []
    package var contains: SchemaID?
    package var minContains: Int?
    package var maxContains: Int?
    package var minItems: Int?
    package var maxItems: Int?
    package var uniqueItems = false
    package var unevaluatedItems: SchemaID?
  }

  package struct ObjectRules: Sendable {
    package var properties: [Named<Schema>] = []
    package var required: [String] = []
    package var additional: AdditionalProperties?
    package var patternProperties: [Named<Schema>] = []
    package var propertyNames: SchemaID?
    package var minProperties: Int?
    package var maxProperties: Int?
    package var unevaluated: AdditionalProperties?
    package var dependentRequired: [DependentRequired] = []
    package var dependentSchemas: [Named<Schema>] = []
  }

  package enum AdditionalProperties: Hashable, Sendable {
    case allowed(Bool)
    case schema(SchemaID)
  }

  package struct DependentRequired: Sendable {
    package let property: String
    package let key: Node
    package let required: [String]
  }

  package struct Combination: Sendable {
    package var allOf: [SchemaID] = []
    package var oneOf: [SchemaID] = []
    package var anyOf: [SchemaID] = []
    package var not: SchemaID?
    package var condition: SchemaID?
    package var then: SchemaID?
    package var otherwise: SchemaID?
    package var discriminator: Discriminator?
  }

  /// The property that tells the alternatives of a union apart.
  package struct Discriminator: Located {
    package let node: Node
    package let propertyName: String
    package var mapping: [Entry] = []

    /// A value of the property with the schema that it means.
    package struct Entry: Sendable {
      package let value: String
      package let key: Node
      package let target: SchemaID
    }
  }
}
