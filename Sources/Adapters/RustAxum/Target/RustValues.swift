import SpecAdapters
import SpecIR
import SpecWriting

extension RustTarget {
  /// Returns a value of the contract as an expression of its type; the value fits the type, as Core has checked.
  func value(_ value: JSONValue, of type: TypeRef) -> RustExpr {
    switch (type, value) {
    case (.optional, .null): .none
    case (.optional(let inner), _): .some(self.value(value, of: inner))
    case (.scalar(let scalar), _): self.value(value, of: scalar)
    case (.list(let shape), .array(let items)):
      items.isEmpty ? .call("Vec::new") : .vec(items.map { self.value($0, of: shape.type) })
    case (.map(let shape), .object(let members)):
      .call(
        RustPath(.btreeMap, "from"),
        .array(
          members.map { .tuple(RustExpr.string($0.key).call("to_owned"), self.value($0.value, of: shape.type)) }))
    case (.named(let id), _): self.value(value, of: id)
    case (.list, _), (.map, _): .macro("unreachable")
    }
  }

  private func value(_ value: JSONValue, of scalar: Scalar) -> RustExpr {
    switch (scalar, value) {
    case (.int32, .number(let number)), (.int64, .number(let number)): .integer(number.int64 ?? 0)
    case (.float, .number(let number)), (.double, .number(let number)):
      RustLiteral.float(number.double ?? 0).map { .literal($0) } ?? .integer(0)
    case (.bool, .bool(let flag)): .bool(flag)
    case (.json, _): .macro(RustPath(.jsonMacro), json(value))
    case (_, .string(let text)): self.text(text, of: scalar)
    case (.decimal, .number(let number)): Decoders.decimal(number.literal) ?? parsed(number.literal)
    default: json(value)
    }
  }

  /// A scalar that is written as text in a contract.
  private func text(_ text: String, of scalar: Scalar) -> RustExpr {
    switch scalar {
    case .decimal: Decoders.decimal(text) ?? parsed(text)
    case .date, .dateTime, .uuid, .bytes: parsed(text)
    default: RustExpr.string(text).call("to_owned")
    }
  }

  /// A constant that is read from its JSON; Core has checked that it can be.
  private func parsed(_ text: String) -> RustExpr {
    .call(RustPath(.decode, "constant"), .macro(RustPath(.jsonMacro), .string(text)))
  }

  private func value(_ value: JSONValue, of id: ModelID) -> RustExpr {
    switch core[id].kind {
    case .enumeration(let enumeration) where enumeration.base != .string:
      return self.value(value, of: .scalar(enumeration.base))
    case .enumeration(let enumeration):
      let index = enumeration.cases.firstIndex { $0.value == value } ?? 0
      return .path(.api(self[id].name), self[id].variants[index])
    case .alias(let shape):
      let inner = self.value(value, of: shape.type)
      return isNewtype(id) ? .call(RustPath(.api(self[id].name)), inner) : inner
    case .structure, .union: return .call(RustPath(.decode, "constant"), .macro(RustPath(.jsonMacro), json(value)))
    }
  }

  /// A JSON value inside `json!`.
  private func json(_ value: JSONValue) -> RustExpr {
    switch value {
    case .null: "null"
    case .bool(let flag): .bool(flag)
    case .number(let number):
      number.int64.map { .integer($0) } ?? number.double.flatMap { RustLiteral.float($0) }.map { .literal($0) } ?? .integer(0)
    case .string(let text): .string(text)
    case .array(let items): .array(items.map(json))
    case .object(let members):
      .call(
        RustPath(.decode, "members"),
        .array(members.map { .tuple(.string($0.key), .macro(RustPath(.jsonMacro), json($0.value))) }))
    }
  }

  /// The query parameters that a query model is made of.
  func queryParameters(of id: ModelID) -> [Parameter] {
    core.operations.first { $0.queryModel == id }?.parameters.filter { $0.location == .query } ?? []
  }
}
