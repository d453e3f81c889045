import SpecAdapters
import SpecIR

/// The models of which values are written as JSON: those of answers, and those that columns hold. What clients send besides is read
/// only, and needs no word on how it would be written.
struct WrittenModels {
  private(set) var models: Set<ModelID> = []

  /// None.
  init() {}

  init(_ target: PythonTarget) {
    for id in target.core.models.indices.map(ModelID.init) where !target.core[id].usage.isDisjoint(with: [.response, .error]) {
      add(id, target)
    }
    let expressions = target.core.functions.flatMap(\.body.expressions)
    for case .toJSON(let type) in expressions.flatMap(\.conversions).map(\.innermost) {
      for id in type.named { add(id, target) }
    }
  }

  /// Adds a model and all that it is made of.
  private mutating func add(_ id: ModelID, _ target: PythonTarget) {
    var open = [id]
    while let next = open.popLast() {
      if models.insert(next).inserted { open += target.mentioned(by: next) }
    }
  }
}

extension TypeRef {
  /// The models that the type names.
  fileprivate var named: [ModelID] {
    switch self {
    case .scalar: []
    case .list(let shape), .map(let shape): shape.type.named
    case .optional(let inner): inner.named
    case .named(let id): [id]
    }
  }
}

extension PythonTarget {
  /// Whether values of a model are written as JSON.
  func isWritten(_ id: ModelID) -> Bool { written.models.contains(id) }
}
