/// Compares types as behaviour sees them: behind other names for them, and without the constraints of what they hold.
struct TypeComparison {
  let core: CoreModel

  /// How deep types are compared; a list that holds itself has no end.
  private static let depth = 64

  func isSame(_ left: ValueType, _ right: ValueType) -> Bool {
    switch (left, right) {
    case (.unit, .unit): true
    case (.api(let left), .api(let right)), (.presence(let left), .presence(let right)): isSame(left, right)
    case (.row(let left), .row(let right)): left == right
    case (.optional(let left), .optional(let right)), (.list(let left), .list(let right)): isSame(left, right)
    case (.unit, _), (.api, _), (.presence, _), (.row, _), (.optional, _), (.list, _): false
    }
  }

  func isSame(_ left: TypeRef, _ right: TypeRef) -> Bool { isSame(left, right, depth: 0) }

  private func isSame(_ left: TypeRef, _ right: TypeRef, depth: Int) -> Bool {
    if left == right { return true }
    guard depth < Self.depth else { return false }
    switch (resolved(left), resolved(right)) {
    case (.scalar(let left), .scalar(let right)): return left == right
    case (.named(let left), .named(let right)): return left == right
    case (.list(let left), .list(let right)), (.map(let left), .map(let right)):
      return isSame(left.type, right.type, depth: depth + 1)
    case (.optional(let left), .optional(let right)): return isSame(left, right, depth: depth + 1)
    case (.scalar, _), (.named, _), (.list, _), (.map, _), (.optional, _): return false
    }
  }

  /// Returns the type behind other names for it, null kept once.
  func resolved(_ type: TypeRef) -> TypeRef {
    var type = type
    for _ in 0...core.models.count {
      switch type {
      case .named(let id):
        guard core.models.indices.contains(id.index), case .alias(let shape) = core[id].kind else { return type }
        type = shape.type
      case .optional(let inner): return resolved(inner).nullable
      case .scalar, .list, .map: return type
      }
    }
    return type
  }

  func structure(_ type: TypeRef) -> Structure? {
    guard case .named(let id) = resolved(type), core.models.indices.contains(id.index),
      case .structure(let structure) = core[id].kind
    else { return nil }
    return structure
  }

  func isEnumeration(_ type: TypeRef) -> Bool {
    guard case .named(let id) = resolved(type), core.models.indices.contains(id.index), case .enumeration = core[id].kind else {
      return false
    }
    return true
  }

  func isInteger(_ type: TypeRef) -> Bool {
    switch resolved(type) {
    case .scalar(.int32), .scalar(.int64): true
    case .scalar, .list, .map, .named, .optional: false
    }
  }
}
