public import SpecSource

/// Where the nodes of a ``CoreModel`` came from; a side table, and no part of its equality.
public struct Provenance: Sendable {
  private var origins: [CoreNode: [Origin]] = [:]

  public init() {}

  public mutating func add(_ origin: Origin, to node: CoreNode) {
    origins[node, default: []].append(origin)
  }

  /// Gives a node the origins of the one that it was made from.
  public mutating func copyOrigins(of node: CoreNode, to copy: CoreNode) {
    guard let found = origins[node] else { return }
    origins[copy, default: []] += found
  }

  /// The origins of a node, in the order in which they were found.
  public subscript(node: CoreNode) -> [Origin] { origins[node] ?? [] }
}

/// A node that has origins.
public enum CoreNode: Hashable, Sendable {
  case model(ModelID)
  case field(ModelID, Int)
  case operation(OperationID)
  case parameter(OperationID, Int)
  case function(FunctionID)
  case query(QueryID)
  case mapping(MappingID)
  case error(ErrorID)
}

/// One place, or one reason, from which a node was made.
public struct Origin: Hashable, Sendable {
  public let range: SourceRange?
  /// What the place contributed, such as `schema User` or `unique constraint users_email_key`.
  public let evidence: String

  public init(_ evidence: String, at range: SourceRange?) {
    self.evidence = evidence
    self.range = range
  }
}
