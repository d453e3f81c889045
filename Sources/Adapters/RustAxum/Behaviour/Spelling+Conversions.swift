import SpecAdapters
import SpecIR
import SpecWriting

extension Spelling {
  /// Spells what a value becomes between the contract and the database.
  func convert(_ conversion: Conversion, _ inner: Expression) -> Operand {
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
  var keepsText: Bool {
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
