internal import OpenAPIReader
internal import SpecDocuments
internal import SpecIR
internal import SpecWriting

/// Schemas that must all hold, without the choices that were made already.
struct SchemaParts: Hashable {
  var schemas: [SchemaID]
  /// Choices of which one alternative is among the schemas.
  var settled: [Choice.Key]
  /// The one type that is meant, where the schemas allow several.
  var type: OpenAPI.SchemaType?

  init(_ schemas: [SchemaID], settled: [Choice.Key] = [], type: OpenAPI.SchemaType? = nil) {
    self.schemas = schemas
    self.settled = settled
    self.type = type
  }
}

/// A `oneOf` or an `anyOf`.
struct Choice: Hashable {
  let key: Key
  let alternatives: [SchemaID]

  struct Key: Hashable {
    let owner: SchemaID
    let isExactlyOne: Bool
  }
}

/// What a schema says with everything that holds besides it (`allOf`, references), merged into one.
struct FlatSchema {
  /// Every schema that was merged, in order.
  var merged: [SchemaID] = []
  /// The same for look-ups.
  var visited: Set<SchemaID> = []
  /// How many references and `allOf` follow each other at most, below the schema with which merging began.
  var longestChain = 0

  /// The allowed types without null; nothing where any is allowed.
  var types: [OpenAPI.SchemaType]?
  /// Whether null is allowed, as far as types say so.
  var allowsNull: Bool?
  /// Whether nothing can meet the schema, because it says `false`.
  var isImpossible = false
  var format: String?
  var allowed: AllowedValues?

  var minimum: OpenAPI.Bound?
  var maximum: OpenAPI.Bound?
  var multipleOf: JSONNumber?
  var minLength: Int?
  var maxLength: Int?
  var pattern: String?
  var contentEncoding: String?
  var contentMediaType: String?

  var items: [SchemaID] = []
  var hasTuple = false
  var minItems: Int?
  var maxItems: Int?
  var uniqueItems = false

  var properties: [Property] = []
  /// Where each property is, by name.
  var positions: [String: Int] = [:]
  var required: [String] = []
  /// The same for look-ups.
  var requiredNames: Set<String> = []
  var additional: Additional = .unstated
  var patternProperties: [SchemaID] = []
  var minProperties: Int?
  var maxProperties: Int?

  var choices: [Choice] = []

  var isReadOnly = false
  var isWriteOnly = false
  var isDeprecated = false
  var documentation: String?
  var defaultValue: OpenAPINode?
  var example: OpenAPINode?

  /// A member with the schemas that its value meets, all of them.
  struct Property {
    let name: String
    var schemas: [SchemaID]
  }

  enum Additional {
    case unstated
    case allowed
    case forbidden
    case schemas([SchemaID])
  }

  /// The values of `enum` or `const`.
  struct AllowedValues {
    var values: [JSONValue]
    /// The schema that listed them, which may name them too.
    let owner: SchemaID
  }

  /// Whether it has members, or rules about members.
  var hasObjectRules: Bool {
    guard case .unstated = additional else { return true }
    return !properties.isEmpty || !required.isEmpty || !patternProperties.isEmpty || minProperties != nil
      || maxProperties != nil
  }

  var hasArrayRules: Bool { !items.isEmpty || hasTuple || minItems != nil || maxItems != nil || uniqueItems }

  var hasStringRules: Bool { minLength != nil || maxLength != nil || pattern != nil || contentEncoding != nil }

  var hasNumberRules: Bool { minimum != nil || maximum != nil || multipleOf != nil }

  /// Whether it says anything of values but their type.
  var hasRules: Bool {
    hasObjectRules || hasArrayRules || hasStringRules || hasNumberRules || format != nil || allowed != nil
  }
}
