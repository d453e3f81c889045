extension TypeRef {
  /// The models that a value of this type holds, in order; without those that they hold themselves.
  package var models: [ModelID] {
    switch self {
    case .scalar: []
    case .list(let shape), .map(let shape): shape.type.models
    case .named(let model): [model]
    case .optional(let type): type.models
    }
  }
}

extension Model.Kind {
  /// The shapes of which values are made, in order.
  package var shapes: [Shape] {
    switch self {
    case .structure(let structure): structure.fields.map(\.shape) + structure.additional.shapes
    case .enumeration: []
    case .union(let union): union.variants.map(\.shape)
    case .alias(let shape): [shape]
    }
  }
}

extension Structure.Additional {
  /// The shape of undeclared members, where they are kept.
  fileprivate var shapes: [Shape] {
    switch self {
    case .ignored, .forbidden: []
    case .kept(let shape): [shape]
    }
  }
}
