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

  // MARK: Conversions

  private func convert(_ conversion: Conversion, _ inner: Expression) -> Operand {
    guard !conversion.keepsText else { return operand(inner) }
    let column = columnName(inner)
    if case .optional(let each) = conversion {
      let base = type(of: inner)
      let source = isCopy(base) || isOwned(inner) ? operand(inner).expression : borrowed(inner)
      let isReference = !isCopy(base) && !isOwned(inner)
      let mapped = source.call(
        "map",
        function(each, isReference: isReference)
          ?? .closure(["value"], converted(each, "value", isReference: isReference, column)))
      let isReferencing = each.givesReference
      if each.isTotal { return isReferencing ? .reference(mapped) : .value(mapped) }
      return .value(mapped.call("transpose").try)
    }
    let operand = operand(inner)
    // The items of a list that is looked at stay in it; other conversions look at a place by themselves.
    let isReference =
      switch (operand, conversion) {
      case (.reference, _), (.place, .each): true
      case (.place, _), (.value, _): false
      }
    var value = converted(conversion, operand.expression, isReference: isReference, column)
    if !conversion.isTotal { value = value.try }
    return conversion.givesReference ? .reference(value) : .value(value)
  }

  private func isOwned(_ expression: Expression) -> Bool { if case .value = operand(expression) { true } else { false } }

  /// The name of the column whose value is converted, for what is told where the database is at fault.
  private func columnName(_ expression: Expression) -> String {
    guard case .column(let base, let index) = expression, case .row(let id) = type(of: base),
      let database = target.core.database
    else { return "value" }
    let row = target.core[id]
    return database[row.table][row.columns[index]].name
  }

  /// Spells a conversion of one value; a `Result` of sqlx's error where it can fail.
  private func converted(_ conversion: Conversion, _ value: RustExpr, isReference: Bool, _ column: String) -> RustExpr {
    let reference: RustExpr = isReference ? value : .ref(value)
    func helper(_ name: String, _ arguments: RustExpr...) -> RustExpr {
      .call(.databaseValue(name), arguments: arguments)
    }
    switch conversion {
    case .int32ToInt64, .boolToInt64: return .call(RustPath("i64", "from"), value)
    case .int64ToInt32: return helper("narrowed", .string(column), value)
    case .floatToDouble: return .call(RustPath("f64", "from"), value)
    case .doubleToFloat: return value.cast(to: .f32)
    case .int64ToDouble: return value.cast(to: .f64)
    case .decimalToDouble: return helper("double", value)
    case .doubleToDecimal: return helper("decimal", value)
    case .int64ToBool: return value != .integer(0)
    case .enumerationToText: return value.call("name")
    case .textToEnumeration: return helper("named", .string(column), reference)
    case .textToScalar: return helper("parsed", .string(column), reference)
    case .scalarToText(.dateTime): return helper("timestamp", value)
    case .scalarToText(.bytes): return .call(RustPath(.base64, "encode"), reference)
    case .scalarToText: return value.call("to_string")
    case .toJSON: return .macro(RustPath(.jsonMacro), value)
    case .fromJSON: return helper("from_json", .string(column), value)
    case .each(let inner):
      return each(inner, of: value, isReference: isReference, column)
    case .optional(let inner):
      let mapped = value.call(
        "map",
        function(inner, isReference: isReference)
          ?? .closure(["value"], converted(inner, "value", isReference: isReference, column)))
      return inner.isTotal ? mapped : mapped.call("transpose")
    }
  }

  /// Converts the items of a list; a list of their own, where the ones given are looked at.
  private func each(_ conversion: Conversion, of list: RustExpr, isReference: Bool, _ column: String) -> RustExpr {
    let items = list.call(isReference ? "iter" : "into_iter")
    // Items that are copied are, so that they are converted as any other value is.
    let isCopied = isReference && conversion.takesCopy
    let source = isCopied ? items.call("copied") : items
    let isLookedAt = isReference && !isCopied
    var item = converted(conversion, "item", isReference: isLookedAt, column)
    if conversion.givesReference { item = item.call("to_owned") }
    let mapped = source.call("map", function(conversion, isReference: isLookedAt) ?? .closure(["item"], item))
    guard conversion.isTotal else { return mapped.call("collect", turbofish: [.named("Result", .vec(.inferred), .inferred)]) }
    return isReference ? mapped.call("collect", turbofish: [.vec(.inferred)]) : mapped.call("collect")
  }

  /// The helper that is a conversion all by itself, so that no closure stands around it (clippy: redundant_closure).
  private func function(_ conversion: Conversion, isReference: Bool) -> RustExpr? {
    switch conversion {
    case .decimalToDouble: .path(.databaseValue("double"))
    case .doubleToDecimal: .path(.databaseValue("decimal"))
    case .scalarToText(.dateTime): .path(.databaseValue("timestamp"))
    case .scalarToText(.bytes) where isReference: .path(.base64, "encode")
    case .int32ToInt64, .int64ToInt32, .floatToDouble, .doubleToFloat, .int64ToDouble, .boolToInt64, .int64ToBool,
      .enumerationToText, .textToEnumeration, .textToScalar, .scalarToText, .toJSON, .fromJSON, .optional, .each:
      nil
    }
  }

  // MARK: Operators

  private func call(_ op: Operator, _ arguments: [Expression]) -> RustExpr {
    let values = arguments.map { borrowedForComparison($0) }
    switch op {
    case .boolAnd: return values[0] && values[1]
    case .boolOr: return values[0] || values[1]
    case .boolNot: return .not(values[0])
    case .equal: return values[0] == values[1]
    case .int64Less:
      // A length is compared as Rust counts, and stands before its bound.
      if case .literal = arguments[0], case .call(.stringLengthCodePoints, let texts) = arguments[1] {
        return count(of: texts[0]).binary(.greater, values[0])
      }
      return values[0].binary(.less, values[1])
    case .int64Minimum: return values[0].call("min", values[1])
    case .int64Maximum: return values[0].call("max", values[1])
    case .int64AddSaturating: return values[0].call("saturating_add", values[1])
    case .int64SubtractSaturating: return values[0].call("saturating_sub", values[1])
    case .int64MultiplySaturating: return values[0].call("saturating_mul", values[1])
    case .int64DivideCeiling:
      return values[0].call("saturating_add", values[1].binary(.subtract, .integer(1))).binary(.divide, values[1])
    case .decimalFits: return .call(.databaseValue("fits"), arguments: values)
    case .stringLengthCodePoints: return count(of: arguments[0]).cast(to: .i64)
    case .listCount:
      // Taken before, since the list itself may be used up in the same expression.
      if case .local(let id)? = arguments.first { return RustExpr(stringLiteral: "\(local(id).name)_count") }
      return values[0].call("len").cast(to: .i64)
    }
  }

  /// How many code points a text has.
  private func count(of text: Expression) -> RustExpr { borrowedForComparison(text).call("chars").call("count") }

  /// An operand by its place: comparing and calling methods takes nothing away.
  private func borrowedForComparison(_ expression: Expression) -> RustExpr { operand(expression).expression }
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

extension Conversion {
  /// Whether what it converts is of a type whose values are copied.
  fileprivate var takesCopy: Bool {
    switch self {
    case .int32ToInt64, .int64ToInt32, .floatToDouble, .doubleToFloat, .int64ToDouble, .decimalToDouble, .doubleToDecimal,
      .boolToInt64, .int64ToBool, .enumerationToText:
      true
    case .scalarToText(let scalar):
      switch scalar {
      case .int32, .int64, .float, .double, .decimal, .bool, .date, .dateTime, .uuid: true
      case .string, .uri, .duration, .time, .bytes, .file, .json: false
      }
    case .textToEnumeration, .textToScalar, .toJSON, .fromJSON, .each: false
    case .optional(let inner): inner.takesCopy
    }
  }

  /// Whether it is between two kinds of text that are one type in Rust.
  fileprivate var keepsText: Bool {
    switch self {
    case .scalarToText(let scalar), .textToScalar(let scalar): RustTarget.type(of: scalar) == .string
    case .optional(let inner), .each(let inner): inner.keepsText
    case .int32ToInt64, .int64ToInt32, .floatToDouble, .doubleToFloat, .int64ToDouble, .decimalToDouble, .doubleToDecimal,
      .boolToInt64, .int64ToBool, .enumerationToText, .textToEnumeration, .toJSON, .fromJSON:
      false
    }
  }

  /// Whether the result refers to a constant text.
  var givesReference: Bool {
    switch self {
    case .enumerationToText: true
    case .optional(let inner): inner.givesReference
    default: false
    }
  }
}
