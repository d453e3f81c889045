import SpecIR

/// How many bytes a value takes in place, at most: what decides whether a variant of a union is boxed.
///
/// An enum is as large as its largest variant. clippy asks for a box where one variant exceeds the others by 200 bytes
/// (large_enum_variant); no unboxed variant is larger than that.
struct RustSizes {
  private let core: CoreModel
  private let cycles: DirectCycles
  private var known: [ModelID: Int] = [:]

  static let limit = 200

  init(_ core: CoreModel, _ cycles: DirectCycles) {
    self.core = core
    self.cycles = cycles
  }

  /// Whether a value of the type is boxed as a variant.
  mutating func isLarge(_ type: TypeRef) -> Bool { bound(type, in: nil, depth: 0) > Self.limit }

  private mutating func bound(_ type: TypeRef, in holder: ModelID?, depth: Int) -> Int {
    switch type {
    case .scalar(let scalar): Self.bound(scalar)
    case .list, .map: 24
    case .optional(let inner): 8 + bound(inner, in: holder, depth: depth)
    case .named(let id):
      // What holds itself is boxed, and what is nested this deep is large.
      if let holder, cycles.contains(holder, id) { 8 } else if depth > 64 { Self.limit + 1 } else { bound(id, depth: depth + 1) }
    }
  }

  private mutating func bound(_ id: ModelID, depth: Int) -> Int {
    if let size = known[id] { return size }
    let size: Int
    switch core[id].kind {
    case .structure(let structure):
      var sum = structure.additional.isKept ? 24 : 0
      for field in structure.fields {
        sum += bound(field.shape.type, in: id, depth: depth) + (field.presence == .optional ? 8 : 0)
      }
      size = sum
    case .enumeration: size = 8
    case .union(let union):
      var largest = 0
      for variant in union.variants { largest = max(largest, bound(variant.shape.type, in: id, depth: depth)) }
      // Variants above the limit are boxed, so the union is no larger than it.
      size = 8 + min(largest, Self.limit)
    case .alias(let shape): size = bound(shape.type, in: nil, depth: depth)
    }
    known[id] = size
    return size
  }

  private static func bound(_ scalar: Scalar) -> Int {
    switch scalar {
    case .string, .uri, .duration, .time, .bytes, .file: 24
    case .int32, .int64, .float, .double, .bool, .date: 8
    case .decimal, .dateTime, .uuid: 16
    case .json: 32
    }
  }
}
