/// What is behind the names of aliases.
///
/// An alias that names itself, through aliases alone, in lists and maps too, has no type behind it: it stays a type of its own.
public struct AliasResolution: Sendable {
  private let shapes: [Shape?]
  /// The aliases that name themselves.
  public let recursive: Set<ModelID>

  public init(_ models: [Model]) {
    let shapes = models.map { model -> Shape? in
      if case .alias(let shape) = model.kind { shape } else { nil }
    }
    self.shapes = shapes
    recursive = Set(shapes.indices.map(ModelID.init).filter { Self.namesItself($0, shapes) })
  }

  public func isRecursive(_ id: ModelID) -> Bool { recursive.contains(id) }

  /// The type behind aliases; optional where any of them is.
  public func resolved(_ type: TypeRef) -> TypeRef {
    switch type {
    case .named(let id):
      if let shape = shapes[id.index], !isRecursive(id) { resolved(shape.type) } else { type }
    case .optional(let inner): resolved(inner).nullable
    case .scalar, .list, .map: type
    }
  }

  private static func namesItself(_ id: ModelID, _ shapes: [Shape?]) -> Bool {
    var seen: Set<ModelID> = []
    var open = [id]
    while let next = open.popLast() {
      guard let shape = shapes[next.index] else { continue }
      for target in shape.type.named {
        if target == id { return true }
        if seen.insert(target).inserted { open.append(target) }
      }
    }
    return false
  }
}

extension TypeRef {
  /// The models that the type names.
  fileprivate var named: [ModelID] {
    switch self {
    case .named(let id): [id]
    case .list(let shape), .map(let shape): shape.type.named
    case .optional(let type): type.named
    case .scalar: []
    }
  }
}
