import SpecAdapters
import SpecIR
import SpecRehearsal

/// Writes the types of values in one place of one file.
struct ValueTypes {
  let target: PythonTarget
  let uses: LibraryUses
  let patterns: PatternConstants
  /// The models of this file that Python does not know yet at this place: their names stand between quotes.
  var later: Set<ModelID> = []

  /// Returns the type of a value that clients send, with its reader in an `Annotated[…]`.
  ///
  /// - Parameter name: what the value is called, for the constants of its patterns.
  func read(_ shape: Shape, named name: String) -> PythonExpr {
    let constraints = shape.constraints
    switch shape.type {
    case .scalar(let scalar):
      return Self.annotated(PythonTarget.type(of: scalar), [reader(of: scalar, constraints, named: name)])
    case .list(let item):
      return Self.annotated(.generic("list", [read(item, named: name + " item")]), [items(constraints)])
    case .map(let value):
      return Self.annotated(.generic("dict", ["str", read(value, named: name + " value")]), [entries(constraints)])
    case .optional(let inner): return Self.union([read(Shape(inner, constraints), named: name), .none])
    case .named(let id): return named(id)
    }
  }

  /// Returns the type of a value that only the server sends: as Python sees it, with a writer where Pydantic would write
  /// otherwise than all stacks.
  func written(_ type: TypeRef) -> PythonExpr {
    switch target.contract.resolved(type) {
    case .scalar(let scalar): return written(scalar)
    case .list(let item): return .generic("list", [written(item.type)])
    case .map(let value): return .generic("dict", ["str", written(value.type)])
    case .optional(let inner): return Self.union([written(inner), .none])
    case .named(let id): return target.number(id).map(written) ?? named(id)
    }
  }

  private func written(_ scalar: Scalar) -> PythonExpr {
    let plain = PythonTarget.type(of: scalar)
    switch scalar {
    case .string, .int32, .int64, .double, .bool, .date, .time, .duration, .uuid, .uri, .json: return plain
    case .decimal: return uses.name("SentDecimal")
    case .dateTime: return uses.name("SentTime")
    case .bytes, .file: return uses.name("SentBytes")
    // What is computed may have more digits than 32 bits keep.
    case .float: return Self.annotated(plain, [reader(of: scalar, Constraints(), named: "")])
    }
  }

  private func named(_ id: ModelID) -> PythonExpr {
    let name = PythonExpr.name(target.symbol(of: id))
    return later.contains(id) ? name.quoted : name
  }

  // MARK: Type expressions

  /// `Annotated[type, marks…]`; marks of an annotated type stand behind those that it has.
  static func annotated(_ type: PythonExpr, _ marks: [PythonExpr]) -> PythonExpr {
    guard !marks.isEmpty else { return type }
    if case .subscript(let head, let items) = type.kind, case .name(.annotated) = head.kind {
      return .generic(.annotated, items + marks)
    }
    return .generic(.annotated, [type] + marks)
  }

  /// `one | two | None`, with `None` at the end. Where one stands between quotes, all do: a string has no `|`.
  static func union(_ types: [PythonExpr]) -> PythonExpr {
    let members = types.flatMap(\.unionMembers)
    let isQuoted = members.contains { $0.unquoted != nil }
    let plain = members.map { $0.unquoted ?? $0 }
    let others = plain.filter { !$0.isNone }
    let union = PythonExpr.union(others.count < plain.count ? others + [.none] : others)
    return isQuoted ? union.quoted : union
  }
}

extension PythonExpr {
  /// The type between quotes.
  fileprivate var unquoted: PythonExpr? { if case .quoted(let type) = kind { type } else { nil } }

  fileprivate var isNone: Bool { if case .constant("None") = kind { true } else { false } }

  /// The members of a union, or the type itself.
  fileprivate var unionMembers: [PythonExpr] {
    if case .quoted(let type) = kind, case .binary = type.kind { return type.unionMembers.map(\.quoted) }
    guard case .binary(let left, .bitOr, let right) = kind else { return [self] }
    return left.unionMembers + right.unionMembers
  }
}
