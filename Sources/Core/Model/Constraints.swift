public import SpecWriting

/// What values must meet beyond their type (JSON Schema 2020-12 validation §6); nothing set is nothing asked.
public struct Constraints: Hashable, Sendable {
  /// Lengths of strings count code points, as JSON Schema says.
  public var minLength: Int?
  public var maxLength: Int?
  public var pattern: Pattern?
  public var format: StringFormat?
  public var minimum: Bound?
  public var maximum: Bound?
  /// Greater than zero.
  public var multipleOf: JSONNumber?
  public var minItems: Int?
  public var maxItems: Int?
  public var uniqueItems = false
  /// Members of a map or of an open structure.
  public var minProperties: Int?
  public var maxProperties: Int?

  public init() {}

  public var isEmpty: Bool { self == Constraints() }
}

/// One end of a numeric range.
public struct Bound: Hashable, Sendable {
  public let value: JSONNumber
  public let isExclusive: Bool

  public init(_ value: JSONNumber, isExclusive: Bool = false) {
    self.value = value
    self.isExclusive = isExclusive
  }
}

/// A regular expression that was checked to lie in the subset which means the same in every stack: ECMA-262 without
/// look-around and back references. It is searched for, not anchored.
public struct Pattern: Hashable, Sendable {
  /// As the contract writes it.
  public let source: String
  /// The same in the common syntax of RE2 and Rust's `regex`, ASCII classes spelled out.
  public let portable: String

  public init(source: String, portable: String) {
    self.source = source
    self.portable = portable
  }
}

/// Formats of strings that have no type of their own but are checked.
public enum StringFormat: String, Hashable, Sendable, CaseIterable {
  case email
  case hostname
  case ipv4
  case ipv6
}
