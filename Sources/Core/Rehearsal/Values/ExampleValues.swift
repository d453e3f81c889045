import SpecIR
import SpecWriting

/// Makes up values that a contract allows: the contract's own examples where they are short and valid, else plain ones.
///
/// A class, because it counts what it makes: a contract of great depth must not make a body without end.
final class ExampleValues {
  private let contract: Contract
  private let check: ContractCheck
  private var budget = 400

  init(_ contract: Contract) {
    self.contract = contract
    check = ContractCheck(contract: contract)
  }

  /// A text of no format at all.
  static let nonsense = "not valid"

  /// Examples that are longer make tests hard to read.
  private static let longestExample = 60

  /// Returns a value; nothing where none can be made up for certain.
  func value(of shape: Shape, example: JSONValue? = nil, depth: Int = 0) -> JSONValue? {
    budget -= 1
    guard budget > 0, depth < 8 else { return nil }
    if let example, isShort(example), check.codes(of: example, shape) == [] { return example }
    switch shape.type {
    case .optional(let inner): return value(of: Shape(inner, shape.constraints), depth: depth) ?? .null
    case .scalar(let scalar): return candidates(scalar, shape.constraints).first { check.codes(of: $0, shape) == [] }
    case .named(let id): return value(of: id, shape.constraints, depth: depth)
    case .list(let item):
      let count = max(1, shape.constraints.minItems ?? 0)
      if shape.constraints.maxItems == 0 { return [] }
      guard count == 1 || !shape.constraints.uniqueItems, count <= 20 else { return nil }
      return value(of: item, depth: depth + 1).map { .array(Array(repeating: $0, count: count)) }
    case .map(let item):
      guard shape.constraints.minProperties ?? 0 <= 1 else { return nil }
      if shape.constraints.maxProperties == 0 { return [:] }
      return value(of: item, depth: depth + 1).map { ["key": $0] }
    }
  }

  /// Returns a value that differs from another one in the same place; nothing where none can be made up for certain.
  func value(of shape: Shape, otherThan value: JSONValue) -> JSONValue? {
    let candidates: [JSONValue]
    switch value {
    case .string(let text):
      let beginning = String(text.dropLast())
      let others = ["grace@example.org", text + "2"] + ["b", "B", "2", "3"].map { beginning + $0 }
      candidates = (others + ["1190a5b8-1c3d-7e4f-8a9b-0c1d2e3f4a5b"]).map { .string($0) }
    case .number(let number):
      candidates = number.int64.map { [$0 + 1, $0 - 1] }?.map { .number(JSONNumber(Int($0))) } ?? []
    case .null, .bool, .array, .object: candidates = []
    }
    return candidates.first { $0 != value && check.codes(of: $0, shape) == [] }
  }

  private func isShort(_ example: JSONValue) -> Bool {
    switch example {
    case .string(let text): text.unicodeScalars.count <= Self.longestExample
    case .null, .bool, .number: true
    case .array, .object: false
    }
  }

  // MARK: Models

  private func value(of id: ModelID, _ constraints: Constraints, depth: Int) -> JSONValue? {
    switch contract.core[id].kind {
    case .enumeration(let enumeration): return enumeration.cases.first?.value
    case .structure(let structure): return value(of: structure, depth: depth)
    case .union(let union): return value(of: union, depth: depth)
    case .alias(let shape):
      guard !constraints.isEmpty, case .scalar(let scalar) = contract.resolved(shape.type) else {
        return constraints.isEmpty ? value(of: shape, depth: depth + 1) : nil
      }
      return (candidates(scalar, shape.constraints) + candidates(scalar, constraints))
        .first { check.codes(of: $0, Shape(.named(id), constraints)) == [] }
    }
  }

  private func value(of structure: Structure, depth: Int) -> JSONValue? {
    var members: [JSONValue.Member] = []
    for field in structure.fields {
      if let value = value(of: field.shape, example: field.example, depth: depth + 1) {
        members.append(JSONValue.Member(field.name, value))
      } else if field.presence == .required {
        return nil
      }
    }
    guard members.count >= structure.minProperties ?? 0, members.count <= structure.maxProperties ?? .max else { return nil }
    return .object(members)
  }

  private func value(of union: Union, depth: Int) -> JSONValue? {
    guard let variant = union.variants.first, let value = value(of: variant.shape, depth: depth + 1) else { return nil }
    switch union.matching {
    case .first: return value
    case .exactlyOne: return union.variants.count == 1 ? value : nil
    case .discriminator(let property):
      guard case .object(let members) = value, let tag = variant.tags.first else { return nil }
      return .object(members.filter { $0.key != property } + [JSONValue.Member(property, .string(tag))])
    }
  }

  // MARK: Scalars

  private func candidates(_ scalar: Scalar, _ constraints: Constraints) -> [JSONValue] {
    switch scalar {
    case .string: texts(constraints).map { .string($0) }
    case .uri, .time, .duration, .date, .dateTime, .uuid, .bytes: [.string(Self.text(of: scalar))]
    case .decimal: integers(constraints).map { .string(String($0)) }
    case .int32, .int64: integers(constraints).map { .number(JSONNumber($0)) }
    case .float, .double: numbers(constraints)
    case .bool: [true]
    case .json: ["anything"]
    case .file: []
    }
  }

  private func texts(_ constraints: Constraints) -> [String] {
    let least = constraints.minLength ?? 0
    let most = constraints.maxLength ?? .max
    guard least <= 1_000 else { return [] }
    var texts: [String] = []
    if let format = constraints.format { texts.append(Self.text(of: format)) }
    let plain = "example"
    texts.append(String(plain.prefix(most)) + String(repeating: "e", count: max(0, least - plain.count)))
    if let pattern = constraints.pattern.flatMap(PortablePattern.init) {
      texts += [max(least, 4), max(least, 1), least].compactMap { pattern.example(minLength: $0) }
    }
    return texts
  }

  private func integers(_ constraints: Constraints) -> [Int] {
    var numbers = [1]
    if let bound = constraints.minimum?.value.int64 {
      numbers += [Int(bound), Int(bound.addingReportingOverflow(1).partialValue)]
    }
    if let bound = constraints.maximum?.value.int64 {
      numbers += [Int(bound), Int(bound.subtractingReportingOverflow(1).partialValue)]
    }
    if let factor = constraints.multipleOf?.int64, factor > 0 {
      numbers += numbers.map { ($0 / Int(factor)).multipliedReportingOverflow(by: Int(factor)).partialValue } + [Int(factor), 0]
    }
    return numbers + [0]
  }

  private func numbers(_ constraints: Constraints) -> [JSONValue] {
    var numbers = [1.5]
    if let bound = constraints.minimum?.value.double { numbers += [bound + 0.5, bound] }
    if let bound = constraints.maximum?.value.double { numbers += [bound - 0.5, bound] }
    return numbers.compactMap { JSONNumber(literal: "\($0)") }.map { .number($0) }
      + integers(constraints).map { .number(JSONNumber($0)) }
  }

  /// The text that is used for every value of a type.
  static func text(of scalar: Scalar) -> String {
    switch scalar {
    case .uri: "https://example.org/"
    case .time: "12:00:00Z"
    case .duration: "P1D"
    case .date: "2026-01-31"
    case .dateTime: "2026-01-31T12:00:00Z"
    case .uuid: "0190a5b8-1c3d-7e4f-8a9b-0c1d2e3f4a5b"
    case .bytes: "aGVsbG8="
    case .decimal: "1"
    case .string, .int32, .int64, .float, .double, .bool, .file, .json: ""
    }
  }

  static func text(of format: StringFormat) -> String {
    switch format {
    case .email: "ada@example.org"
    case .hostname: "example.org"
    case .ipv4: "192.0.2.1"
    case .ipv6: "2001:db8::1"
    }
  }

  /// Whether a text is of a format, where that is certain.
  static func isMet(_ format: StringFormat, by text: String) -> Bool? {
    if text == self.text(of: format) { return true }
    if text == nonsense || text.isEmpty { return false }
    guard format == .email, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E }
    }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return isPlain ? labels.allSatisfy { (1...63).contains($0.utf8.count) } : nil
  }
}
