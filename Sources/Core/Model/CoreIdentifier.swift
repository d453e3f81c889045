/// An index into one of the lists of a ``CoreModel``: small, stable within a run, and no substitute for a name.
public protocol CoreIdentifier: Hashable, Sendable, Comparable, CustomStringConvertible {
  var index: Int { get }
  init(_ index: Int)
}

extension CoreIdentifier {
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
  public var description: String { "\(Self.self)(\(index))" }
}

/// A ``Model`` of ``CoreModel/models``.
public struct ModelID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// An ``Operation`` of ``CoreModel/operations``.
public struct OperationID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A ``SecurityScheme`` of ``CoreModel/securitySchemes``.
public struct SecuritySchemeID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// An ``ErrorEnvelope`` of ``CoreModel/envelopes``.
public struct EnvelopeID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A ``Function`` of ``CoreModel/functions``.
public struct FunctionID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A ``ServiceError`` of ``CoreModel/errors``.
public struct ErrorID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A ``Query`` of ``CoreModel/queries``.
public struct QueryID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A ``RowShape`` of ``CoreModel/rows``.
public struct RowID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A ``RowMapping`` of ``CoreModel/mappings``.
public struct MappingID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A local of one ``Function``: a parameter or the result of a statement.
public struct LocalID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}
