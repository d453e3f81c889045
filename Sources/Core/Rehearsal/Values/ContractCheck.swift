import SpecIR
import SpecWriting

/// What the decoders of the backend find wrong with a value, as far as it can be said for certain.
struct ContractCheck {
  let contract: Contract

  /// Returns the codes of all violations at the place of a scalar, an enum or a list of those, in the order in which they are
  /// reported; nothing where it is not certain.
  func codes(of value: JSONValue, _ shape: Shape) -> [String]? {
    switch shape.type {
    case .optional(let inner): return value == .null ? [] : codes(of: value, Shape(inner, shape.constraints))
    case .scalar(let scalar):
      guard let decoded = decoding(value, scalar) else { return nil }
      return decoded.isEmpty ? checks(of: value, scalar, shape.constraints) : decoded
    case .list:
      guard case .array(let items) = value else { return ["type"] }
      guard !shape.constraints.uniqueItems || items.count < 2 else { return nil }
      guard items.isEmpty else { return nil }
      return (shape.constraints.minItems ?? 0) > 0 ? ["min_items"] : []
    case .map:
      guard case .object = value else { return ["type"] }
      return nil
    case .named(let id): return codes(of: value, id, shape.constraints)
    }
  }

  private func codes(of value: JSONValue, _ id: ModelID, _ constraints: Constraints) -> [String]? {
    switch contract.core[id].kind {
    case .alias(let shape):
      guard let own = codes(of: value, shape) else { return nil }
      // What could not be read is not looked at any further.
      guard own.isEmpty || !constraints.isEmpty else { return own }
      guard !own.contains("type"), !hasNull(value), case .scalar(let scalar) = contract.resolved(shape.type).unwrapped else {
        return constraints.isEmpty || own.contains("type") || hasNull(value) ? own : nil
      }
      return checks(of: value, scalar, constraints).map { own + $0 }
    case .enumeration(let enumeration):
      guard let decoded = decoding(value, enumeration.base) else { return nil }
      guard decoded.isEmpty else { return decoded }
      return enumeration.cases.contains { $0.value == value } ? [] : ["enum"]
    case .structure:
      guard case .object = value else { return ["type"] }
      return nil
    case .union: return nil
    }
  }

  private func hasNull(_ value: JSONValue) -> Bool { value.stringValue?.unicodeScalars.contains("\0") ?? false }

  // MARK: Reading

  private func decoding(_ value: JSONValue, _ scalar: Scalar) -> [String]? {
    // No text may hold what PostgreSQL cannot store.
    if readsText(scalar), hasNull(value) { return ["pattern"] }
    switch (scalar, value) {
    case (.json, _): return []
    case (.file, _): return nil
    case (.bool, .bool), (.string, .string), (.uri, .string), (.time, .string), (.duration, .string): return []
    case (.int32, .number(let number)): return number.int64.flatMap { Int32(exactly: $0) } == nil ? ["type"] : []
    case (.int64, .number(let number)): return number.int64 == nil ? ["type"] : []
    case (.float, .number), (.double, .number): return []
    case (.date, .string(let text)), (.dateTime, .string(let text)), (.uuid, .string(let text)), (.bytes, .string(let text)),
      (.decimal, .string(let text)):
      if text == ExampleValues.text(of: scalar) { return [] }
      if text == ExampleValues.nonsense { return ["format"] }
      return scalar == .decimal && isDecimal(text) ? [] : nil
    case (.decimal, .number): return nil
    default: return ["type"]
    }
  }

  /// Whether a text is surely a decimal: a number of JSON without an exponent, and of no more digits than every stack keeps.
  private func isDecimal(_ text: String) -> Bool {
    JSONNumber(literal: text) != nil && text.utf8.count <= 28 && text.utf8.allSatisfy { $0 | 0x20 != 0x65 } && !text.hasPrefix("-0")
  }

  private func readsText(_ scalar: Scalar) -> Bool {
    switch scalar {
    case .string, .uri, .time, .duration, .date, .dateTime, .uuid, .bytes, .decimal: true
    case .int32, .int64, .float, .double, .bool, .file, .json: false
    }
  }

  // MARK: Constraints

  private func checks(of value: JSONValue, _ scalar: Scalar, _ constraints: Constraints) -> [String]? {
    switch value {
    case .string(let text) where scalar == .decimal:
      guard let codes = JSONNumber(literal: text).flatMap({ checks(of: $0, constraints) }) else { return nil }
      return patternCodes(of: text, constraints).map { codes + $0 }
    case .string(let text): return checks(of: text, scalar, constraints)
    case .number(let number): return checks(of: number, constraints)
    case .null, .bool, .array, .object: return []
    }
  }

  private func checks(of text: String, _ scalar: Scalar, _ constraints: Constraints) -> [String]? {
    switch scalar {
    case .string, .uri, .time, .duration: break
    default: return []
    }
    var codes: [String] = []
    let length = text.unicodeScalars.count
    if let bound = constraints.minLength, length < bound { codes.append("min_length") }
    if let bound = constraints.maxLength, length > bound { codes.append("max_length") }
    guard let patternCodes = patternCodes(of: text, constraints) else { return nil }
    codes += patternCodes
    if let format = constraints.format {
      guard let isMet = ExampleValues.isMet(format, by: text) else { return nil }
      if !isMet { codes.append("format") }
    }
    if scalar != .string {
      if text == ExampleValues.nonsense { codes.append("format") } else if text != ExampleValues.text(of: scalar) { return nil }
    }
    return codes
  }

  private func patternCodes(of text: String, _ constraints: Constraints) -> [String]? {
    guard let source = constraints.pattern else { return [] }
    return PortablePattern(source)?.matches(text).map { $0 ? [] : ["pattern"] }
  }

  private func checks(of number: JSONNumber, _ constraints: Constraints) -> [String]? {
    guard let value = number.double else { return nil }
    var codes: [String] = []
    if let bound = constraints.minimum {
      guard let limit = bound.value.double else { return nil }
      if bound.isExclusive ? !(value > limit) : value < limit {
        codes.append(bound.isExclusive ? "exclusive_minimum" : "minimum")
      }
    }
    if let bound = constraints.maximum {
      guard let limit = bound.value.double else { return nil }
      if bound.isExclusive ? !(value < limit) : value > limit {
        codes.append(bound.isExclusive ? "exclusive_maximum" : "maximum")
      }
    }
    if let factor = constraints.multipleOf {
      guard let value = number.int64, let factor = factor.int64, factor > 0 else { return nil }
      if value % factor != 0 { codes.append("multiple_of") }
    }
    return codes
  }
}
