public import SpecWriting

/// A named type of the contract, or one that was derived and says from what.
public struct Model: Hashable, Sendable {
  /// The name in the contract; adapters turn it into an identifier.
  public var name: String
  public var documentation: String?
  public var isDeprecated: Bool
  public var kind: Kind
  /// Where values of this model travel.
  public var usage: Usage

  public enum Kind: Hashable, Sendable {
    case structure(Structure)
    case enumeration(Enumeration)
    case union(Union)
    /// Another name for a shape, such as a list or a constrained string.
    case alias(Shape)
  }

  public init(name: String, documentation: String? = nil, isDeprecated: Bool = false, kind: Kind, usage: Usage = Usage()) {
    self.name = name
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.kind = kind
    self.usage = usage
  }
}

/// Where values of a model travel: adapters read only what comes in and write only what goes out.
public struct Usage: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// In a request's body.
  public static let request = Usage(rawValue: 1)
  /// In a successful response's body.
  public static let response = Usage(rawValue: 2)
  /// In the body of a declared failure.
  public static let error = Usage(rawValue: 4)
  /// In a parameter outside the body; so is the structure made of an operation's query parameters.
  public static let query = Usage(rawValue: 8)
}

/// A record with declared fields.
///
/// Read-only fields stand in no request shape and write-only fields in no response shape: where a schema has either and
/// travels both ways, it becomes two models.
public struct Structure: Hashable, Sendable {
  public var fields: [Field]
  public var additional: Additional
  public var minProperties: Int?
  public var maxProperties: Int?

  /// What happens to members that no field declares.
  public enum Additional: Hashable, Sendable {
    /// Read over.
    case ignored
    /// A failure.
    case forbidden
    /// Kept, each of this shape.
    case kept(Shape)
  }

  public init(fields: [Field], additional: Additional = .ignored, minProperties: Int? = nil, maxProperties: Int? = nil) {
    self.fields = fields
    self.additional = additional
    self.minProperties = minProperties
    self.maxProperties = maxProperties
  }
}

/// One member of a structure.
public struct Field: Hashable, Sendable {
  /// The name on the wire.
  public var name: String
  public var shape: Shape
  public var presence: Presence
  public var documentation: String?
  public var isDeprecated: Bool
  public var example: JSONValue?

  public init(
    name: String, shape: Shape, presence: Presence, documentation: String? = nil, isDeprecated: Bool = false,
    example: JSONValue? = nil
  ) {
    self.name = name
    self.shape = shape
    self.presence = presence
    self.documentation = documentation
    self.isDeprecated = isDeprecated
    self.example = example
  }
}

/// Whether a member or parameter may be left out.
public enum Presence: Hashable, Sendable {
  case required
  /// May be absent, which is told apart from null.
  case optional
  /// May be absent, and then has this value, which fits the shape.
  case defaulted(JSONValue)
}

/// A closed list of values.
public struct Enumeration: Hashable, Sendable {
  /// `string`, `int32`, `int64`, `double` or `bool`.
  public var base: Scalar
  public var cases: [Case]

  public struct Case: Hashable, Sendable {
    /// A name for code, from the contract's extension where it gives one, else the value's text.
    public var name: String
    public var value: JSONValue
    public var documentation: String?

    public init(name: String, value: JSONValue, documentation: String? = nil) {
      self.name = name
      self.value = value
      self.documentation = documentation
    }
  }

  public init(base: Scalar, cases: [Case]) {
    self.base = base
    self.cases = cases
  }
}

/// One of several shapes.
public struct Union: Hashable, Sendable {
  public var variants: [Variant]
  public var matching: Matching

  public struct Variant: Hashable, Sendable {
    /// A name for code: the schema's name, else derived from its type.
    public var name: String
    public var shape: Shape
    /// The values of the discriminator that choose this variant; empty without one.
    public var tags: [String]

    public init(name: String, shape: Shape, tags: [String] = []) {
      self.name = name
      self.shape = shape
      self.tags = tags
    }
  }

  public enum Matching: Hashable, Sendable {
    /// The member of this name says which; every variant is a structure that has it.
    case discriminator(property: String)
    /// Exactly one variant accepts the value (`oneOf`).
    case exactlyOne
    /// The first variant that accepts the value (`anyOf`).
    case first
  }

  public init(variants: [Variant], matching: Matching) {
    self.variants = variants
    self.matching = matching
  }
}
