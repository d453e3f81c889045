internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecWriting

extension Reader {
  /// Reports limits that nothing can keep.
  mutating func checkLimits(_ schema: OpenAPI.Schema) {
    check(schema.string.minLength, schema.string.maxLength, "minLength", "maxLength", schema.node)
    check(schema.array.minItems, schema.array.maxItems, "minItems", "maxItems", schema.node)
    check(schema.object.minProperties, schema.object.maxProperties, "minProperties", "maxProperties", schema.node)
    if let low = schema.number.minimum, let high = schema.number.maximum, let lowest = low.value.double,
      let highest = high.value.double, lowest > highest || lowest == highest && (low.isExclusive || high.isExclusive)
    {
      let place = schema.node["minimum"] ?? schema.node["exclusiveMinimum"] ?? schema.node
      report(.schemaLimits, "no number is between \(low.value.literal) and \(high.value.literal)", at: place)
    }
    if schema.isReadOnly, schema.isWriteOnly, let place = schema.node["writeOnly"] {
      report(.schemaLimits, "a value cannot be both read-only and write-only", at: place)
    }
  }

  private mutating func check(_ low: Int?, _ high: Int?, _ lowName: String, _ highName: String, _ node: Node) {
    guard let low, let high, low > high else { return }
    report(.schemaLimits, "“\(lowName)” is greater than “\(highName)”", at: node[lowName] ?? node)
  }

  /// Reports a default and values of an enumeration that the type does not allow.
  mutating func checkValues(_ schema: OpenAPI.Schema) {
    if let value = schema.defaultValue { checkMatch(value, schema, "the default") }
    if let value = schema.const { checkMatch(value, schema, "the constant") }
    guard let values = schema.enumeration else { return }
    if values.isEmpty, let list = schema.node["enum"] { report(.schemaEmpty, "“enum” needs at least one value", at: list) }
    var seen: Set<JSONValue> = []
    for value in values {
      checkMatch(value, schema, "the value of “enum”")
      if !seen.insert(value.json()).inserted { report(.listDuplicate, "this value is listed twice in “enum”", at: value) }
    }
    guard let value = schema.defaultValue, !value.isNull, !values.isEmpty, !seen.contains(value.json()) else { return }
    report(.valueMismatch, "the default is none of the values of “enum”", at: value)
  }

  /// Reports the default of a parameter that must be given.
  mutating func checkMatch(_ parameter: OpenAPI.Parameter) {
    guard parameter.isRequired, case .schema(let id) = parameter.value, let value = document.schemas[id].defaultValue else {
      return
    }
    guard document.schemas[id].place.componentName == nil else { return }
    report(.defaultUnused, "the default of a required parameter is never used", at: value)
  }

  private mutating func checkMatch(_ value: Node, _ schema: OpenAPI.Schema, _ what: String) {
    guard !schema.types.isEmpty, !schema.types.contains(where: { $0.accepts(value) }) else { return }
    if value.isNull, schema.isNullable { return }
    let types = schema.types.map(\.rawValue).joined(separator: " or ")
    let needsQuotes = schema.types.contains(.string) && (value.kind == .bool || value.kind == .integer || value.kind == .float)
    report(
      .valueMismatch, "\(what) is \(value.kind.article), and the type is \(types)", at: value,
      hint: needsQuotes ? "Put it in quotes." : nil)
  }
}

extension OpenAPI.SchemaType {
  fileprivate func accepts(_ value: Node) -> Bool {
    switch self {
    case .null: value.isNull
    case .boolean: value.kind == .bool
    // `1.0` is an integer (JSON Schema 2020-12 §6.1.1), however large.
    case .integer: value.kind == .integer || value.kind == .float && (value.number?.isWhole ?? false)
    case .number: value.kind == .integer || value.kind == .float
    case .string: value.kind == .string
    case .array: value.kind == .sequence
    case .object: value.kind == .mapping
    }
  }
}

extension JSONNumber {
  fileprivate var isWhole: Bool { double.map { $0 == $0.rounded() } ?? false }
}
