import SpecAdapters
import SpecIR
import SpecRehearsal
import SpecWriting

/// What a field has where a client says nothing: a value, or what makes one.
enum FieldDefault {
  case value(PythonExpr)
  /// A function without parameters, for values that nobody may share.
  case factory(PythonExpr)

  init(_ value: JSONValue, of type: TypeRef, in target: PythonTarget) {
    switch (target.contract.resolved(type).unwrapped, value) {
    case (_, .null): self = .value(.none)
    case (.scalar(.json), .array), (.scalar(.json), .object): self = Self.made(PythonValues.json(value))
    case (.scalar(let scalar), _):
      self = PythonValues.scalar(value, of: scalar).map { .value($0) } ?? Self.parsed(value, type, target)
    case (.named(let id), _):
      guard case .enumeration(let enumeration) = target.core[id].kind else {
        self = Self.parsed(value, type, target)
        return
      }
      let index = enumeration.cases.firstIndex { $0.value == value } ?? 0
      self = .value(
        enumeration.base == .string
          ? .name(target.symbol(of: id)).attribute(target[id].variants[index])
          : PythonValues.scalar(value, of: enumeration.base) ?? .none)
    case (.list(let item), .array(let items)): self = Self.list(items, of: item.type, in: target) ?? Self.parsed(value, type, target)
    case (.map(let item), .object(let members)): self = Self.map(members, of: item.type, in: target) ?? Self.parsed(value, type, target)
    case (.list, _), (.map, _), (.optional, _): self = Self.parsed(value, type, target)
    }
  }

  private static func list(_ items: [JSONValue], of type: TypeRef, in target: PythonTarget) -> FieldDefault? {
    var values: [PythonExpr] = []
    for item in items {
      guard case .value(let value) = FieldDefault(item, of: type, in: target) else { return nil }
      values.append(value)
    }
    return made(.list(values))
  }

  private static func map(_ members: [JSONValue.Member], of type: TypeRef, in target: PythonTarget) -> FieldDefault? {
    var values: [(String, PythonExpr)] = []
    for member in members {
      guard case .value(let value) = FieldDefault(member.value, of: type, in: target) else { return nil }
      values.append((member.key, value))
    }
    return made(.dict(values))
  }

  /// `list`, `dict`, or a function that makes the display.
  private static func made(_ display: PythonExpr) -> FieldDefault {
    switch display.kind {
    case .list(let items) where items.isEmpty: .factory("list")
    case .dict(let entries) where entries.isEmpty: .factory("dict")
    default: .factory(.lambda([], display))
    }
  }

  /// A value of a type of the contract, read as a client's would be.
  private static func parsed(_ value: JSONValue, _ type: TypeRef, _ target: PythonTarget) -> FieldDefault {
    let json = PythonArgument.positional(PythonValues.json(value))
    if case .named(let id) = target.contract.resolved(type).unwrapped, case .structure = target.core[id].kind {
      return .factory(.lambda([], PythonExpr.name(target.symbol(of: id)).call("model_validate", [json])))
    }
    let adapter = PythonExpr.call(
      .of("pydantic", "pydantic", "TypeAdapter"), [.positional(target.type(target.contract.resolved(type)))])
    return .factory(.lambda([], adapter.call("validate_python", [json])))
  }
}
