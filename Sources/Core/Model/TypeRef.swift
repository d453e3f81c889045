/// The type of a value on the wire and in behaviour.
///
/// Null is spelled once, as ``optional(_:)``; whether a member may be absent is no part of its type but its ``Presence``.
public indirect enum TypeRef: Hashable, Sendable {
  case scalar(Scalar)
  /// A list; the constraints of its elements sit beside their type.
  case list(Shape)
  /// A map with string keys.
  case map(Shape)
  case named(ModelID)
  /// The type or null.
  case optional(TypeRef)

  /// The type without null.
  public var unwrapped: TypeRef {
    guard case .optional(let type) = self else { return self }
    return type.unwrapped
  }

  public var isOptional: Bool {
    guard case .optional = self else { return false }
    return true
  }

  /// The type with null allowed; wrapping twice is wrapping once.
  public var nullable: TypeRef { isOptional ? self : .optional(self) }
}

/// A type with the constraints that its values meet beyond being of that type.
public struct Shape: Hashable, Sendable {
  public var type: TypeRef
  public var constraints: Constraints

  public init(_ type: TypeRef, _ constraints: Constraints = Constraints()) {
    self.type = type
    self.constraints = constraints
  }
}

/// The scalar types that every stack can tell apart.
public enum Scalar: String, Hashable, Sendable, CaseIterable {
  case string
  /// An integer of 32 bits, with sign.
  case int32
  /// An integer of 64 bits, with sign; a JSON integer without format is one.
  case int64
  /// IEEE 754 binary32.
  case float
  /// IEEE 754 binary64.
  case double
  /// A decimal number without rounding.
  case decimal
  case bool
  /// RFC 3339 `full-date`.
  case date
  /// RFC 3339 `full-time` or `partial-time`.
  case time
  /// RFC 3339 `date-time`; written in UTC with `Z`.
  case dateTime = "date-time"
  /// ISO 8601 duration, as RFC 3339 appendix A.
  case duration
  case uuid
  /// RFC 3986 URI with a scheme.
  case uri
  /// Bytes, as base64 (RFC 4648 §4) in JSON.
  case bytes
  /// The content of an uploaded or downloaded file, never inside JSON.
  case file
  /// Any JSON value, where the contract itself says that anything may stand there.
  case json
}
