import SpecIR
import SpecNaming
import SpecWriting

/// Spells expressions of Behaviour in Rust: what is moved, borrowed, copied and cloned is decided here and nowhere else.
struct Spelling {
  let target: RustTarget
  /// The names and types of locals, by ``LocalID``.
  private var locals: [(name: String, expression: RustExpr, type: ValueType, isBorrowed: Bool)]

  /// Inside a function of the service layer: parameters are borrowed, everything else is owned.
  init(target: RustTarget, function: Function, names: [String]) {
    self.target = target
    locals = zip(function.locals, names).enumerated().map { index, local in
      (local.1, RustExpr(stringLiteral: local.1), local.0.type, index < function.parameterCount)
    }
  }

  /// Inside a mapping: local 0 is the row, which is consumed.
  init(target: RustTarget, row: RowID) {
    self.target = target
    locals = [("row", "row", .row(row), false)]
  }

  /// A value as it stands in code.
  enum Operand {
    /// Owned, or of a type that is copied: may be used up.
    case value(RustExpr)
    /// A part of something borrowed: may be looked at, not taken.
    case place(RustExpr)
    /// A reference, or an optional one.
    case reference(RustExpr)

    var expression: RustExpr {
      switch self {
      case .value(let expression), .place(let expression), .reference(let expression): expression
      }
    }
  }

  // MARK: What callers ask for

  /// The value, to be kept.
  func owned(_ expression: Expression) -> RustExpr {
    let operand = operand(expression)
    let type = type(of: expression)
    guard !isCopy(type) else { return operand.expression }
    switch operand {
    case .value(let value): return value
    case .place(let place): return place.call("clone")
    case .reference(let reference):
      guard isOptional(type) else { return reference.call("to_owned") }
      return reference.call("map", .closure(["value"], RustExpr("value").call("to_owned")))
    }
  }

  /// The value, to be looked at: a copy, a reference, or an optional of one.
  func borrowed(_ expression: Expression) -> RustExpr {
    let operand = operand(expression)
    let type = type(of: expression)
    guard !isCopy(type) else { return operand.expression }
    switch operand {
    case .reference(let reference): return reference
    case .value(let expression), .place(let expression):
      return optionalDepth(type) == 0 ? .ref(expression) : look(at: expression, type)
    }
  }

  /// The optional value by reference.
  func look(at value: RustExpr, _ type: ValueType) -> RustExpr {
    let look = derefs(type) ? "as_deref" : "as_ref"
    return optionalDepth(type) > 1 ? value.call("as_ref").call("map", .path("Option", look)) : value.call(look)
  }

  /// The value of a structure's field: boxed where the structure would hold itself.
  func field(_ field: Field, _ value: Expression, isBoxed: Bool) -> RustExpr {
    var spelled = owned(value)
    // An optional field takes a value as well as a presence.
    if field.presence == .optional, !isPresence(type(of: value)) {
      spelled = .some(isBoxed ? .call("Box::new", spelled) : spelled)
    } else if isBoxed {
      spelled =
        target.resolved(field.shape.type).isOptional || field.presence == .optional
        ? spelled.call("map", "Box::new") : .call("Box::new", spelled)
    }
    return spelled
  }

  // MARK: Types

  func type(of expression: Expression) -> ValueType {
    switch expression {
    case .local(let id): locals[id.index].type
    case .literal(_, let type): .api(type)
    case .field(let base, let name): fieldType(type(of: base), name)
    case .column(let base, let index): columnType(type(of: base), index)
    case .construct(let id, _): .api(.named(id))
    case .none(let type): .api(type.nullable)
    case .some(let inner): wrapped(type(of: inner))
    case .orNull(let inner): nullable(type(of: inner))
    case .orElse(let inner, _): value(type(of: inner))
    case .absentIfNull(let inner): presence(type(of: inner))
    case .isPresent: .api(.scalar(.bool))
    case .mapped(let id, _): .api(.named(target.core[id].model))
    case .mappedList(let id, _): .api(.list(Shape(.named(target.core[id].model))))
    case .convert(let conversion, let inner): converted(conversion, type(of: inner))
    case .call(let op, let arguments): self.type(of: op, arguments)
    }
  }

  private func fieldType(_ base: ValueType, _ name: String) -> ValueType {
    guard case .api(let type) = base, case .named(let id) = target.resolved(type),
      case .structure(let structure) = target.core[id].kind, let field = structure.fields.first(where: { $0.name == name })
    else { return .unit }
    return field.presence == .optional ? .presence(field.shape.type) : .api(field.shape.type)
  }

  private func columnType(_ base: ValueType, _ index: Int) -> ValueType {
    guard case .row(let id) = base, let database = target.core.database else { return .unit }
    let row = target.core[id]
    return database[row.table][row.columns[index]].valueType.map { .api($0) } ?? .unit
  }

  private func wrapped(_ type: ValueType) -> ValueType {
    if case .api(let type) = type { .api(type.nullable) } else { .optional(type) }
  }

  private func nullable(_ type: ValueType) -> ValueType {
    switch type {
    case .presence(let type), .api(let type): .api(type.nullable)
    default: type
    }
  }

  private func presence(_ type: ValueType) -> ValueType {
    if case .api(let type) = type { .presence(target.resolved(type).unwrapped) } else { type }
  }

  private func value(_ type: ValueType) -> ValueType {
    switch type {
    case .presence(let type): .api(type)
    case .api(let type): .api(target.resolved(type).unwrapped)
    case .optional(let inner): inner
    default: type
    }
  }

  private func converted(_ conversion: Conversion, _ type: ValueType) -> ValueType {
    switch conversion {
    case .optional(let inner):
      switch type {
      case .presence(let type):
        let result = api(converted(inner, .api(target.resolved(type).isOptional && !inner.isOptional ? type.unwrapped : type)))
        return .presence(result)
      case .api(let type): return .api(api(converted(inner, .api(target.resolved(type).unwrapped))).nullable)
      default: return type
      }
    case .each(let inner):
      guard case .api(let type) = type, case .list(let element) = target.resolved(type) else { return type }
      return .api(.list(Shape(api(converted(inner, .api(element.type))))))
    case .int32ToInt64, .boolToInt64: return .api(.scalar(.int64))
    case .int64ToInt32: return .api(.scalar(.int32))
    case .int64ToBool: return .api(.scalar(.bool))
    case .floatToDouble, .int64ToDouble, .decimalToDouble: return .api(.scalar(.double))
    case .doubleToFloat: return .api(.scalar(.float))
    case .doubleToDecimal: return .api(.scalar(.decimal))
    case .enumerationToText, .scalarToText: return .api(.scalar(.string))
    case .textToEnumeration(let id): return .api(.named(id))
    case .textToScalar(let scalar): return .api(.scalar(scalar))
    case .toJSON: return .api(.scalar(.json))
    case .fromJSON(let type): return .api(type)
    }
  }

  private func api(_ type: ValueType) -> TypeRef { if case .api(let type) = type { type } else { .scalar(.json) } }

  private func type(of op: Operator, _ arguments: [Expression]) -> ValueType {
    switch op {
    case .boolAnd, .boolOr, .boolNot, .equal, .int64Less, .decimalFits: .api(.scalar(.bool))
    default: .api(.scalar(.int64))
    }
  }

  private func isPresence(_ type: ValueType) -> Bool { if case .presence = type { true } else { false } }

  func isCopy(_ type: ValueType) -> Bool {
    switch type {
    case .unit: true
    case .api(let type), .presence(let type): target.isCopy(type)
    case .row, .optional, .list: false
    }
  }

  func isOptional(_ type: ValueType) -> Bool { optionalDepth(type) > 0 }

  /// How many `Option`s stand around the value.
  func optionalDepth(_ type: ValueType) -> Int {
    switch type {
    case .api(let type): target.resolved(type).isOptional ? 1 : 0
    case .presence(let type): target.resolved(type).isOptional ? 2 : 1
    case .optional: 1
    case .unit, .row, .list: 0
    }
  }

  /// Whether a reference to the value inside derefs to a slice or a text.
  func derefs(_ type: ValueType) -> Bool {
    switch type {
    case .api(let type), .presence(let type):
      switch target.resolved(type).unwrapped {
      case .scalar(let scalar): RustTarget.type(of: scalar) == .string || scalar == .bytes || scalar == .file
      case .list: true
      default: false
      }
    default: false
    }
  }

  func local(_ id: LocalID) -> (name: String, expression: RustExpr, type: ValueType, isBorrowed: Bool) { locals[id.index] }
}

extension Conversion {
  var isOptional: Bool { if case .optional = self { true } else { false } }
}
