import SpecIR
import SpecWriting

/// Values at the edges of what a contract allows: just outside, with what is reported, and just inside.
struct BoundaryCases {
  private let contract: Contract

  init(_ contract: Contract) { self.contract = contract }

  /// One value for one field or parameter.
  struct Case {
    let name: String
    let value: JSONValue
    /// What is reported, in order; nothing is wrong with a value that is just inside.
    let codes: [String]
  }

  private var check: ContractCheck { ContractCheck(contract: contract) }

  /// Returns the cases of one field: each value once, those with which something is wrong first.
  func cases(named name: String, _ shape: Shape) -> [Case] {
    var seen: Set<JSONValue> = []
    let found = candidates(shape).compactMap { value -> Case? in
      guard seen.insert(value).inserted, let codes = check.codes(of: value, shape) else { return nil }
      return Case(name: name, value: value, codes: codes)
    }
    return found.filter { !$0.codes.isEmpty } + found.filter(\.codes.isEmpty)
  }

  private func candidates(_ shape: Shape) -> [JSONValue] {
    let limits = limits(shape)
    switch contract.resolved(shape.type).unwrapped {
    case .scalar(let scalar): return [.null] + candidates(scalar, limits)
    case .list: return [.null, "not a list", []]
    case .map: return [.null, "not an object"]
    case .named(let id):
      switch contract.core[id].kind {
      case .enumeration(let enumeration):
        return [.null, wrongType(enumeration.base)] + unlisted(enumeration) + enumeration.cases.map(\.value)
      case .structure: return [.null, "not an object"]
      case .union, .alias: return []
      }
    case .optional: return []
    }
  }

  private func unlisted(_ enumeration: Enumeration) -> [JSONValue] {
    switch enumeration.base {
    case .string: [.string("not listed")]
    case .int32, .int64: [.number(JSONNumber((enumeration.cases.compactMap { $0.value.int64 }.max() ?? 0) + 1))]
    default: []
    }
  }

  private func wrongType(_ scalar: Scalar) -> JSONValue {
    switch scalar {
    case .string, .uri, .time, .duration, .date, .dateTime, .uuid, .bytes: 1
    case .int32, .int64, .float, .double, .bool: "x"
    case .decimal: true
    case .file, .json: .null
    }
  }

  private func candidates(_ scalar: Scalar, _ limits: [Constraints]) -> [JSONValue] {
    var values: [JSONValue] = [wrongType(scalar)]
    switch scalar {
    case .string:
      values.append("\u{0}")
      for limit in limits {
        // Longer texts than this take more time than they show.
        if let bound = limit.minLength, bound > 0, bound < 2_000 { values += [letters(bound - 1), letters(bound)] }
        if let bound = limit.maxLength, bound < 2_000 { values += [letters(bound + 1), letters(bound)] }
        if limit.pattern != nil { values += ["", " ", "!", "a"].map { .string($0) } }
        if limit.format != nil { values.append(.string(ExampleValues.nonsense)) }
      }
    case .uri, .time, .duration, .date, .dateTime, .uuid, .bytes: values.append(.string(ExampleValues.nonsense))
    case .decimal:
      values.append(.string(ExampleValues.nonsense))
      if limits.contains(where: { $0.pattern != nil }) { values += ["1", "0.00001", "12345678901234567890"].map { .string($0) } }
    case .int32, .int64:
      for limit in limits {
        if let bound = limit.minimum?.value.int64 { values += around(bound) }
        if let bound = limit.maximum?.value.int64 { values += around(bound) }
        if let factor = limit.multipleOf?.int64, factor > 1 { values += [.number(JSONNumber(Int(factor) + 1))] }
      }
    case .float, .double, .bool, .file, .json: break
    }
    return values
  }

  private func letters(_ count: Int) -> JSONValue { .string(String(repeating: "a", count: count)) }

  private func around(_ bound: Int64) -> [JSONValue] {
    [bound.subtractingReportingOverflow(1), (bound, false), bound.addingReportingOverflow(1)]
      .filter { !$0.overflow }.map { .number(JSONNumber(Int($0.partialValue))) }
  }

  /// The constraints of a shape and of the aliases to which it leads.
  private func limits(_ shape: Shape) -> [Constraints] {
    var limits = [shape.constraints]
    var type = shape.type.unwrapped
    while case .named(let id) = type, case .alias(let inner) = contract.core[id].kind, !contract.isRecursive(id),
      limits.count < 10
    {
      limits.append(inner.constraints)
      type = inner.type.unwrapped
    }
    return limits
  }
}

extension JSONValue {
  fileprivate var int64: Int? {
    guard case .number(let number) = self else { return nil }
    return number.int64.flatMap { Int(exactly: $0) }
  }
}
