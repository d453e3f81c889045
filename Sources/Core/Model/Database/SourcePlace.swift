public import SpecSource

/// Where a node of the ``Database`` was written; carried beside the node and no part of its equality.
///
/// Two places are always equal, so that the same table read from two files is the same table.
public struct SourcePlace: Hashable, Sendable {
  /// Nothing for a node that no input wrote.
  public let range: SourceRange?

  public init(_ range: SourceRange? = nil) { self.range = range }

  public static func == (lhs: Self, rhs: Self) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}
