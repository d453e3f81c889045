import SpecAdapters
import SpecIR
import SpecWriting

/// Writes the part of a failure that fills one field of an envelope, from `error`, its `violations` and the request that
/// `failed`.
struct EnvelopeValue {
  let target: RustTarget
  let field: Field
  /// What listed codes call the failures.
  let codes: ListedCodes

  private var error: RustExpr { "error" }

  func value(of role: ErrorEnvelope.Role) -> RustExpr {
    let type = target.resolved(field.shape.type)
    if case .messages = role { return list(messages, isPresent: field.presence != .optional) }
    if case .violations = role { return list(violations(role, type), isPresent: field.presence != .optional) }
    if case .details = role { return details }
    let plain = plain(role, type.unwrapped)
    let value = type.isOptional && !isNull(role) ? RustExpr.some(plain) : plain
    return field.presence == .optional ? .some(value) : value
  }

  private func isNull(_ role: ErrorEnvelope.Role) -> Bool { role == .constant(.null) }

  private func plain(_ role: ErrorEnvelope.Role, _ type: TypeRef) -> RustExpr {
    switch role {
    case .message: error.field("message").call("clone").call("into_owned")
    case .code: code(type)
    case .status: number(error.field("status").call("as_u16"), type)
    case .title:
      error.field("status").call("canonical_reason").call("unwrap_or", .string("Error")).call("to_owned")
    case .type: RustExpr.string("about:blank").call("to_owned")
    case .timestamp: .call(RustPath(.utc, "now"))
    case .object(let id, let assignments): object(id, assignments)
    case .constant(let constant): self.constant(constant, type)
    case .instance: RustExpr("failed").field("path").call("to_owned")
    case .requestID: RustExpr("failed").field("request_id").call("to_owned")
    case .details, .violations, .messages: details
    }
  }

  private func code(_ type: TypeRef) -> RustExpr {
    guard case .named(let id) = type, case .enumeration(let enumeration) = target.core[id].kind else {
      return error.field("code").call("to_owned")
    }
    func variant(_ index: Int) -> RustExpr { .path(.api(target[id].name), target[id].variants[index]) }
    return codes.expression(
      error, variant: { word in enumeration.cases.firstIndex { $0.value == .string(word) }.map(variant) }, otherwise: variant(0))
  }

  private func number(_ value: RustExpr, _ type: TypeRef) -> RustExpr {
    switch type {
    case .scalar(.int32): .call(RustPath("i32", "from"), value)
    case .scalar(.int64): .call(RustPath("i64", "from"), value)
    case .scalar(.float): .call(RustPath("f32", "from"), value)
    case .scalar(.double): .call(RustPath("f64", "from"), value)
    default: value.call("to_string")
    }
  }

  private func constant(_ constant: ErrorEnvelope.EnvelopeConstant, _ type: TypeRef) -> RustExpr {
    switch constant {
    case .text(let text): target.value(.string(text), of: type)
    case .number(let number): target.value(.number(JSONNumber(number)), of: type)
    case .flag(let flag): .bool(flag)
    case .null: .none
    case .emptyList: .call("Vec::new")
    }
  }

  private func object(_ id: ModelID, _ assignments: [ErrorEnvelope.Assignment]) -> RustExpr {
    guard case .structure(let structure) = target.core[id].kind else { return .none }
    let values = zip(structure.fields, target[id].fields).map { field, name in
      guard let role = assignments.first(where: { $0.field == field.name })?.role else {
        return RustExpr.FieldValue(name, RustExpr.none)
      }
      return RustExpr.FieldValue(name, EnvelopeValue(target: target, field: field, codes: codes).value(of: role))
    }
    return .structure(RustPath(.api(target[id].name)), values)
  }

  // MARK: Violations

  private var details: RustExpr {
    let map = RustExpr.call(
      RustPath(.btreeMap, "from"),
      .array([.tuple(RustExpr.string("errors").call("to_owned"), .macro(RustPath(.jsonMacro), "violations"))]))
    let type = target.resolved(field.shape.type).unwrapped
    let value: RustExpr = if case .map = type { map } else { .macro(RustPath(.jsonMacro), "violations") }
    guard field.presence == .optional || target.resolved(field.shape.type).isOptional else { return value }
    return RustExpr.not(RustExpr("violations").call("is_empty")).call("then", .closure([], value))
  }

  private func list(_ items: RustExpr, isPresent: Bool) -> RustExpr {
    guard !isPresent else { return items }
    return RustExpr.not(RustExpr("violations").call("is_empty")).call("then", .closure([], items))
  }

  private var messages: RustExpr {
    RustExpr("violations").call("iter").call("map", .closure(["violation"], RustExpr("violation").call("to_string")))
      .call("collect")
  }

  private func violations(_ role: ErrorEnvelope.Role, _ type: TypeRef) -> RustExpr {
    guard case .violations(let pointer, let parameter, let code, let message) = role,
      case .list(let element) = type.unwrapped, case .named(let id) = target.resolved(element.type),
      case .structure(let structure) = target.core[id].kind
    else { return .call("Vec::new") }
    let violation = RustExpr("violation")
    let values = zip(structure.fields, target[id].fields).map { field, name -> RustExpr.FieldValue in
      if field.name == parameter || field.name == pointer && parameter != nil {
        let part = violation.field("place").call(field.name == pointer ? "pointer" : "parameter")
        guard field.presence != .optional else { return .init(name, part.call("map", .path("str", "to_owned"))) }
        return .init(name, part.call("unwrap_or_default").call("to_owned"))
      }
      let value: RustExpr? =
        switch field.name {
        case pointer: violation.field("place").call("name").call("to_owned")
        case code: violation.field("code").call("to_owned")
        case message: violation.field("detail").call("clone")
        default: nil
        }
      guard let value else { return .init(name, untold(field)) }
      return .init(name, field.presence == .optional ? .some(value) : value)
    }
    return RustExpr("violations").call("iter")
      .call("map", .closure(["violation"], .structure(RustPath(.api(target[id].name)), values))).call("collect")
  }

  /// What stands in a field of a violation that has no part for it.
  private func untold(_ field: Field) -> RustExpr {
    guard case .defaulted(let value) = field.presence else { return .none }
    return target.value(value, of: target.resolved(field.shape.type))
  }
}
