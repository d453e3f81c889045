import SpecAdapters
import SpecIR
import SpecWriting

extension Decoders {
  /// A statement that reports where the value does not meet one constraint.
  typealias Check = (RustExpr) -> RustExpr

  /// Returns the checks of a shape beyond its type, in the order of their codes in the catalogue.
  func checks(of shape: Shape, _ patterns: PatternConstants, named name: String) -> [Check] {
    let constraints = shape.constraints
    switch target.resolved(shape.type).unwrapped {
    case .scalar(let scalar): return checks(of: scalar, constraints, patterns, named: name)
    case .list: return itemChecks(constraints)
    case .map: return sizeChecks(constraints)
    case .named, .optional: return []
    }
  }

  private func checks(
    of scalar: Scalar, _ constraints: Constraints, _ patterns: PatternConstants, named name: String
  ) -> [Check] {
    switch scalar {
    case .string: textChecks(constraints, patterns, named: name)
    case .uri, .time, .duration:
      textChecks(constraints, patterns, named: name) + [unbounded(scalar.rawValue)]
    case .int32, .int64, .float, .double: numberChecks(constraints, scalar)
    case .decimal:
      // The decoder takes a decimal only as it prints itself, so that its text is what the request held.
      numberChecks(constraints, scalar)
        + patternCheck(constraints, patterns, named: name).map { check in { check($0.call("to_string")) } }
    case .bool, .date, .dateTime, .uuid, .bytes, .file, .json: []
    }
  }

  private func textChecks(_ constraints: Constraints, _ patterns: PatternConstants, named name: String) -> [Check] {
    var checks: [Check] = []
    if let bound = constraints.minLength, bound > 0 { checks.append(bounded("min_length", .integer(bound))) }
    if let bound = constraints.maxLength { checks.append(bounded("max_length", .integer(bound))) }
    checks += patternCheck(constraints, patterns, named: name)
    if let format = constraints.format {
      checks.append(unbounded(format.rawValue))
    }
    return checks
  }

  private func patternCheck(_ constraints: Constraints, _ patterns: PatternConstants, named name: String) -> [Check] {
    guard let pattern = constraints.pattern else { return [] }
    _ = leaf("Pattern")
    return [bounded("pattern", .ref(RustExpr(stringLiteral: patterns.name(of: pattern, for: name))))]
  }

  private func numberChecks(_ constraints: Constraints, _ scalar: Scalar) -> [Check] {
    var checks: [Check] = []
    if let bound = constraints.minimum, let literal = Self.literal(bound.value, scalar) {
      checks.append(bounded(bound.isExclusive ? "exclusive_minimum" : "minimum", literal))
    }
    if let bound = constraints.maximum, let literal = Self.literal(bound.value, scalar) {
      checks.append(bounded(bound.isExclusive ? "exclusive_maximum" : "maximum", literal))
    }
    if let factor = constraints.multipleOf, let literal = Self.literal(factor, scalar) {
      let isFloat = scalar == .float || scalar == .double
      checks.append(bounded(isFloat ? "multiple_of" : "divisible", literal))
    }
    return checks
  }

  /// Returns a bound as a literal of the scalar's type; nothing for one that no value of the type can break or meet exactly.
  static func literal(_ number: JSONNumber, _ scalar: Scalar) -> RustExpr? {
    switch scalar {
    case .int32: number.int64.flatMap { Int32(exactly: $0) }.map { .integer($0) }
    case .int64: number.int64.map { .integer($0) }
    case .float, .double: number.double.flatMap { RustLiteral.float($0) }.map { .literal($0) }
    case .decimal: decimal(number.literal)
    default: nil
    }
  }

  private func itemChecks(_ constraints: Constraints) -> [Check] {
    var checks: [Check] = []
    if let bound = constraints.minItems, bound > 0 { checks.append(bounded("min_items", .integer(bound))) }
    if let bound = constraints.maxItems { checks.append(bounded("max_items", .integer(bound))) }
    return checks
  }

  private func sizeChecks(_ constraints: Constraints) -> [Check] {
    var checks: [Check] = []
    if let bound = constraints.minProperties, bound > 0 { checks.append(bounded("min_entries", .integer(bound))) }
    if let bound = constraints.maxProperties { checks.append(bounded("max_entries", .integer(bound))) }
    return checks
  }

  /// A decimal as its digits and their scale: a constant that cannot fail to be read.
  static func decimal(_ literal: String) -> RustExpr? {
    let parts = literal.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = Int64(parts.joined()) else { return nil }
    return .call(RustPath(.decimal, "new"), .integer(digits), .integer(parts.count == 2 ? parts[1].utf8.count : 0))
  }

  /// `&value`; what was dereferenced is a reference already.
  private static func reference(_ value: RustExpr) -> RustExpr {
    if case .prefix("*", let inner) = value.kind { inner } else { .ref(value) }
  }

  private func unbounded(_ name: String) -> Check {
    let path = leaf(name)
    return { .call(path, Self.reference($0), "at", "report") }
  }

  private func bounded(_ name: String, _ bound: RustExpr) -> Check {
    let path = leaf(name)
    return { .call(path, Self.reference($0), bound, "at", "report") }
  }
}
