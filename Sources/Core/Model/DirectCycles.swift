/// Which models hold themselves without a list or a map between: a value of such a type would have no end in languages that
/// keep values in place, so adapters for those put a reference there.
public struct DirectCycles: Sendable {
  private let component: [Int]
  private let holdsItself: [Bool]

  public init(_ models: [Model]) {
    let edges = models.map(\.directReferences)
    component = StrongComponents(edges).component
    holdsItself = edges.enumerated().map { node, targets in targets.contains(node) }
  }

  /// Whether a value of the first model can hold, in place, a value of the second that can hold one of the first.
  public func contains(_ holder: ModelID, _ held: ModelID) -> Bool {
    holder == held ? holdsItself[holder.index] : component[holder.index] == component[held.index]
  }
}

extension Model {
  /// The models of which a value lies in place inside a value of this one.
  var directReferences: [Int] {
    switch kind {
    case .structure(let structure): structure.fields.flatMap(\.shape.type.directReferences)
    case .union(let union): union.variants.flatMap(\.shape.type.directReferences)
    case .alias(let shape): shape.type.directReferences
    case .enumeration: []
    }
  }
}

extension TypeRef {
  fileprivate var directReferences: [Int] {
    switch self {
    case .named(let id): [id.index]
    case .optional(let type): type.directReferences
    case .scalar, .list, .map: []
    }
  }
}
