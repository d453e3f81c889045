internal import SpecIR

extension TypeRef {
  /// The type with each model replaced.
  func replacingModels(_ replacement: (ModelID) -> ModelID) -> TypeRef {
    switch self {
    case .scalar: self
    case .list(let shape): .list(shape.replacingModels(replacement))
    case .map(let shape): .map(shape.replacingModels(replacement))
    case .named(let model): .named(replacement(model))
    case .optional(let type): .optional(type.replacingModels(replacement))
    }
  }
}

extension Shape {
  func replacingModels(_ replacement: (ModelID) -> ModelID) -> Shape {
    Shape(type.replacingModels(replacement), constraints)
  }
}

extension Model.Kind {
  func replacingModels(_ replacement: (ModelID) -> ModelID) -> Model.Kind {
    switch self {
    case .structure(var structure):
      for index in structure.fields.indices {
        structure.fields[index].shape = structure.fields[index].shape.replacingModels(replacement)
      }
      if case .kept(let shape) = structure.additional { structure.additional = .kept(shape.replacingModels(replacement)) }
      return .structure(structure)
    case .enumeration: return self
    case .union(var union):
      for index in union.variants.indices {
        union.variants[index].shape = union.variants[index].shape.replacingModels(replacement)
      }
      return .union(union)
    case .alias(let shape): return .alias(shape.replacingModels(replacement))
    }
  }
}

extension Structure.Additional {
}
