import SpecAdapters
import SpecIR
import SpecWriting

extension Spelling {
  /// Spells an expression, and says what may be done with it.
  func operand(_ expression: Expression) -> Operand {
    switch expression {
    case .local(let id):
      let local = local(id)
      return local.isBorrowed && !isCopy(local.type) ? .reference(local.expression) : .value(local.expression)
    case .literal(let value, let type):
      if case .scalar(.string) = target.resolved(type), let text = value.stringValue { return .reference(.string(text)) }
      return .value(target.value(value, of: type))
    case .field(let base, let name): return field(base, name)
    case .column(let base, let index): return column(base, index)
    case .construct(let id, let fields): return .value(construct(id, fields))
    case .none: return .value(.none)
    case .some(let inner): return some(inner)
    case .orNull(let inner): return orNull(inner)
    case .orElse(let inner, let other): return orElse(inner, other)
    case .absentIfNull(let inner): return operand(inner)
    case .isPresent(let inner): return .value(operand(inner).expression.call("is_some"))
    case .mapped(let id, let row): return .value(mapped(id, row))
    case .mappedList(let id, let rows): return .value(mappedList(id, rows))
    case .convert(let conversion, let inner): return convert(conversion, inner)
    case .call(let op, let arguments): return .value(call(op, arguments))
    }
  }

  private func field(_ base: Expression, _ name: String) -> Operand {
    guard case .api(let type) = type(of: base), case .named(let id) = target.resolved(type),
      case .structure(let structure) = target.core[id].kind,
      let index = structure.fields.firstIndex(where: { $0.name == name })
    else { return .value(.unit) }
    let place = operand(base).expression.field(target[id].fields[index])
    return .place(place)
  }

  private func column(_ base: Expression, _ index: Int) -> Operand {
    guard case .row(let id) = type(of: base) else { return .value(.unit) }
    let value = operand(base).expression.field(target[id].fields[index])
    // The contract's bytes are Base64 on the wire; those of a row are not.
    guard case .api(let type) = type(of: .column(base, index)), case .scalar(.bytes) = type.unwrapped else {
      return .value(value)
    }
    return .value(type.isOptional ? value.call("map", .path(.base64)) : .call(RustPath(.base64), value))
  }

  private func construct(_ id: ModelID, _ fields: [Expression.FieldValue]) -> RustExpr {
    guard case .structure(let structure) = target.core[id].kind else { return .unit }
    var values = zip(structure.fields, target[id].fields).map { field, name -> RustExpr.FieldValue in
      guard let given = fields.first(where: { $0.field == field.name }) else { return .init(name, RustExpr.none) }
      return .init(name, self.field(field, given.value, isBoxed: target.isBoxed(field, in: id)))
    }
    if structure.additional.isKept { values.append(.init(RustNames.additionalField, .call(RustPath(.btreeMap, "new")))) }
    return .structure(RustPath(.api(target[id].name)), values)
  }

  private func some(_ inner: Expression) -> Operand {
    if isCopy(type(of: inner)) { return .value(.some(operand(inner).expression)) }
    if case .value(let value) = operand(inner) { return .value(.some(value)) }
    return .reference(.some(borrowed(inner)))
  }

  private func orNull(_ inner: Expression) -> Operand {
    guard optionalDepth(type(of: inner)) > 1 else { return operand(inner) }
    if case .convert(.optional(let each), let presence) = inner, each.isOptional {
      // What is absent is dropped first, and less is left to convert.
      return operand(.convert(each, .orNull(presence)))
    }
    let operand = operand(inner)
    if isCopy(type(of: inner)) { return .value(operand.expression.call("flatten")) }
    if case .reference(let reference) = operand { return .reference(reference.call("flatten")) }
    let look = RustExpr.path("Option", derefs(type(of: inner)) ? "as_deref" : "as_ref")
    return .reference(operand.expression.call("as_ref").call("and_then", look))
  }

  private func orElse(_ inner: Expression, _ other: Expression) -> Operand {
    if other.isRustDefault { return orDefault(inner) }
    if isCopy(type(of: inner)) { return .value(operand(inner).expression.call("unwrap_or", operand(other).expression)) }
    if case .value(let value) = operand(inner) { return .value(value.call("unwrap_or_else", .closure([], owned(other)))) }
    return .reference(borrowed(inner).call("unwrap_or", borrowed(other)))
  }

  /// The value, or the one that Rust takes for its type's default: an empty text, zero, false.
  private func orDefault(_ inner: Expression) -> Operand {
    if isCopy(type(of: inner)) { return .value(operand(inner).expression.call("unwrap_or_default")) }
    if case .value(let value) = operand(inner) { return .value(value.call("unwrap_or_default")) }
    return .reference(borrowed(inner).call("unwrap_or_default"))
  }

  private func mapped(_ id: MappingID, _ row: Expression) -> RustExpr {
    let model = RustSymbol.api(target[target.core[id].model].name)
    let row = operand(row).expression
    return target.core[id].isTotal ? .call(RustPath(model, "from"), row) : RustExpr.call(RustPath(model, "try_from"), row).try
  }

  private func mappedList(_ id: MappingID, _ rows: Expression) -> RustExpr {
    let model = RustSymbol.api(target[target.core[id].model].name)
    let rows = operand(rows).expression.call("into_iter")
    guard !target.core[id].isTotal else { return rows.call("map", .path(model, "from")).call("collect") }
    return rows.call("map", .path(model, "try_from"))
      .call("collect", turbofish: [.named("Result", .inferred, .inferred)]).try
  }
}

extension Expression {
  /// Whether it is the literal that `Default` gives for its type.
  fileprivate var isRustDefault: Bool {
    guard case .literal(let value, .scalar(let scalar)) = self else { return false }
    return switch (scalar, value) {
    case (.string, .string(let text)): text.isEmpty
    case (.int32, .number(let number)), (.int64, .number(let number)): number.int64 == 0
    case (.decimal, .number(let number)): number.literal == "0"
    case (.decimal, .string(let text)): text == "0"
    case (.bool, .bool(let flag)): !flag
    default: false
    }
  }

  /// Whether the value is made where it is asked for, so that nothing else holds it.
  var isMade: Bool {
    switch self {
    case .convert(let conversion, let inner): conversion.keepsText ? inner.isMade : !conversion.givesReference
    case .orNull(let inner): inner.isMade
    case .local, .literal, .field, .column, .construct, .none, .some, .orElse, .absentIfNull, .isPresent, .mapped, .mappedList,
      .call:
      false
    }
  }
}
