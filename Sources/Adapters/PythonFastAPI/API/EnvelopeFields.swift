import SpecAdapters
import SpecIR
import SpecRehearsal
import SpecWriting

/// Writes the parts of a failure that fill the fields of an envelope, from `error` and its `violations`.
struct EnvelopeFields {
  let target: PythonTarget
  /// Whether a failure without violations stands in their list itself.
  let listsFailure: Bool
  let codes: ListedCodes
  /// Whether the violations are wanted as JSON alone.
  let wantsJSON: Bool

  init(_ target: PythonTarget, _ envelope: ErrorEnvelope) {
    self.target = target
    listsFailure = envelope.listsFailure
    codes = ListedCodes(target.core, envelope: envelope.model)
    wantsJSON = envelope.roles.allSatisfy { $0 == .details || !$0.needsViolations }
  }

  /// Returns what the constructor of an envelope does.
  func body(of envelope: ErrorEnvelope) -> [PythonStatement] {
    var body: [PythonStatement] = []
    if envelope.roles.contains(where: \.needsViolations) { body.append(.assign("violations", violations)) }
    return body + [.return(made("cls", envelope.model, envelope.fields))]
  }

  /// Whether anything of the failure is told.
  func readsFailure(of envelope: ErrorEnvelope) -> Bool {
    envelope.roles.contains(where: \.needsViolations) || made("cls", envelope.model, envelope.fields).names("error")
  }

  private var violations: PythonExpr {
    if wantsJSON { return asJSON("error.violations") }
    guard listsFailure else { return "error.violations" }
    let own = PythonExpr.call(
      target.errors("Violation"),
      [.positional(.string("pointer")), .positional(.string("")), .positional("error.code"), .positional("error.message")])
    return .any(["error.violations", .list([own])])
  }

  /// `type(field=value, …)`, or what reads the same where fields have other names on the wire.
  private func made(_ type: PythonExpr, _ id: ModelID, _ assignments: [ErrorEnvelope.Assignment]) -> PythonExpr {
    guard case .structure(let structure) = target.core[id].kind else { return .none }
    let values = zip(structure.fields, target[id].fields).compactMap { field, name -> (Field, String, PythonExpr)? in
      guard let assignment = assignments.first(where: { $0.field == field.name }) else { return nil }
      return value(of: assignment.role, field).map { (field, name, $0) }
    }
    return constructed(type, id, values)
  }

  private func constructed(_ type: PythonExpr, _ id: ModelID, _ values: [(field: Field, name: String, value: PythonExpr)]) -> PythonExpr {
    let isRenamed = target.room(of: id) != .answer && values.contains { $0.field.name != $0.name }
    if isRenamed { return type.call("model_validate", [.positional(.dict(values.map { ($0.field.name, $0.value) }))]) }
    return type.called(values.map { .keyword($0.name, $0.value) })
  }

  /// Returns the value of a field; nothing where it stays absent.
  private func value(of role: ErrorEnvelope.Role, _ field: Field) -> PythonExpr? {
    let type = target.contract.resolved(field.shape.type)
    switch role {
    case .message: return "error.message"
    case .code: return code(type.unwrapped)
    case .status: return status(type.unwrapped)
    case .title: return .call(PythonSymbol(stringLiteral: EnvelopeHelper.title.rawValue), [.positional("error.status")])
    case .type: return .string("about:blank")
    case .timestamp: return PythonExpr.name(.datetime).call("now", [.positional(.name(.std("datetime", "UTC")))])
    case .object(let id, let assignments): return made(.name(target.symbol(of: id)), id, assignments)
    case .constant(let constant): return self.constant(constant, type.unwrapped)
    case .requestID: return .call(PythonSymbol(stringLiteral: EnvelopeHelper.requestID.rawValue))
    case .instance: return "error.path"
    case .details: return orAbsent(details(type.unwrapped), field)
    case .violations: return orAbsent(list(of: role, type), field)
    case .messages:
      let text = PythonExpr.call(PythonSymbol(stringLiteral: EnvelopeHelper.text.rawValue), [.positional("violation")])
      return orAbsent(.comprehension(.list, text, for: "violation", in: "violations"), field)
    }
  }

  private func code(_ type: TypeRef) -> PythonExpr {
    guard case .named(let id) = type, case .enumeration(let enumeration) = target.core[id].kind, enumeration.base == .string else {
      return "error.code"
    }
    let name = PythonExpr.name(target.symbol(of: id))
    return codes.expression(
      variant: { word in
        enumeration.cases.firstIndex { $0.value == .string(word) }.map { name.attribute(target[id].variants[$0]) }
      }, otherwise: name.attribute(target[id].variants[0]))
  }

  private func status(_ type: TypeRef) -> PythonExpr {
    switch type {
    case .scalar(.int32), .scalar(.int64), .named: "error.status"
    case .scalar(.float), .scalar(.double): .call("float", [.positional("error.status")])
    case .scalar(.decimal): .call(.decimal, [.positional("error.status")])
    case .scalar, .list, .map, .optional: .call("str", [.positional("error.status")])
    }
  }

  private func constant(_ constant: ErrorEnvelope.EnvelopeConstant, _ type: TypeRef) -> PythonExpr {
    let json: JSONValue =
      switch constant {
      case .text(let text): .string(text)
      case .number(let number): .number(JSONNumber(number))
      case .flag(let flag): .bool(flag)
      case .null: .null
      case .emptyList: .array([])
      }
    if case .emptyList = constant { return .list([]) }
    guard case .value(let value) = FieldDefault(json, of: type, in: target) else { return PythonValues.json(json) }
    return value
  }

  // MARK: Violations

  /// A list that is there where it holds something, in a field that may be absent.
  private func orAbsent(_ list: PythonExpr, _ field: Field) -> PythonExpr {
    let type = target.contract.resolved(field.shape.type)
    guard field.presence == .optional || type.isOptional else { return list }
    let absent = field.presence == .optional && type.isOptional ? PythonExpr.name(target.decoding("ABSENT")) : .none
    return .conditional(list, if: "violations", else: absent)
  }

  private func details(_ type: TypeRef) -> PythonExpr {
    let json = wantsJSON ? "violations" : asJSON("violations")
    return if case .map = type { .dict([("errors", json)]) } else { json }
  }

  private func asJSON(_ violations: PythonExpr) -> PythonExpr {
    .comprehension(.list, PythonExpr("violation").call("as_json"), for: "violation", in: violations)
  }

  private func list(of role: ErrorEnvelope.Role, _ type: TypeRef) -> PythonExpr {
    guard case .violations(let pointer, let parameter, let code, let message) = role, case .list(let element) = type.unwrapped,
      case .named(let id) = target.contract.resolved(element.type).unwrapped,
      case .structure(let structure) = target.core[id].kind
    else { return .list([]) }
    let values = zip(structure.fields, target[id].fields).compactMap { field, name -> (Field, String, PythonExpr)? in
      let value: PythonExpr? =
        switch field.name {
        case pointer where parameter != nil: part(isPointer: true, field)
        case parameter: part(isPointer: false, field)
        case pointer: "violation.place"
        case code: "violation.code"
        case message: "violation.detail"
        default: nil
        }
      return value.map { (field, name, $0) }
    }
    return .comprehension(
      .list, constructed(.name(target.symbol(of: id)), id, values), for: "violation", in: "violations")
  }

  /// The place of a violation where it is of this kind.
  private func part(isPointer: Bool, _ field: Field) -> PythonExpr {
    let kind = PythonExpr("violation.part").compare(isPointer ? .equal : .notEqual, .string("pointer"))
    let isAbsent = field.presence == .optional
    let isNullable = target.contract.resolved(field.shape.type).isOptional
    let otherwise: PythonExpr =
      isAbsent && isNullable ? .name(target.decoding("ABSENT")) : isAbsent || isNullable ? .none : .string("")
    return .conditional("violation.place", if: kind, else: otherwise)
  }
}
