import SpecIR

extension PythonTarget {
  /// Returns the type of a value, without what the contract asks of it.
  func type(_ type: TypeRef) -> PythonExpr {
    switch type {
    case .scalar(let scalar): Self.type(of: scalar)
    case .list(let shape): .generic("list", [self.type(shape.type)])
    case .map(let shape): .generic("dict", ["str", self.type(shape.type)])
    case .optional(let inner): self.type(inner).optional
    case .named(let id): number(id).map(Self.type) ?? .name(symbol(of: id))
    }
  }

  /// What the values of a model are, where it lists numbers or flags that only the server sends: nothing reads those, so that no
  /// name says how.
  func number(_ id: ModelID) -> Scalar? {
    guard !isRead(id), case .enumeration(let enumeration) = core[id].kind, enumeration.base != .string else { return nil }
    return enumeration.base
  }

  /// The table of scalars.
  static func type(of scalar: Scalar) -> PythonExpr {
    switch scalar {
    case .string, .uri, .duration, .time: "str"
    case .int32, .int64: "int"
    case .float, .double: "float"
    case .decimal: .name(.decimal)
    case .bool: "bool"
    case .date: .name(.date)
    case .dateTime: .name(.datetime)
    case .uuid: .name(.uuid)
    case .bytes, .file: "bytes"
    case .json: "object"
    }
  }
}
