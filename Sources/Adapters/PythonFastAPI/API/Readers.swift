import SpecIR
import SpecWriting

extension ValueTypes {
  /// Returns what reads and checks a scalar: `Text(max_length=100)`.
  func reader(of scalar: Scalar, _ constraints: Constraints, named name: String) -> PythonExpr {
    switch scalar {
    case .string: return text(constraints, constraints.format.map(Self.format), named: name)
    case .uri: return text(constraints, "URI", named: name)
    case .time: return text(constraints, "TIME", named: name)
    case .duration: return text(constraints, "DURATION", named: name)
    case .int32: return uses.call("Integer", [.positional(.integer(32))] + bounds(constraints, scalar))
    case .int64: return uses.call("Integer", [.positional(.integer(64))] + bounds(constraints, scalar))
    case .float: return uses.call("Number", [.positional(.integer(32))] + bounds(constraints, scalar))
    case .double: return uses.call("Number", [.positional(.integer(64))] + bounds(constraints, scalar))
    case .decimal: return uses.call("Exact", bounds(constraints, scalar) + pattern(constraints, named: name))
    case .bool: return uses.call("Boolean")
    case .date: return uses.call("Date")
    case .dateTime: return uses.call("DateTime")
    case .uuid: return uses.call("Uuid")
    case .bytes, .file: return uses.call("Base64")
    case .json: return uses.call("Anything")
    }
  }

  /// Returns what reads a number or a flag of which the contract lists all.
  func reader(of enumeration: Enumeration) -> PythonExpr {
    let values = enumeration.cases.compactMap { PythonValues.scalar($0.value, of: enumeration.base) }
    let allowed = PythonArgument.keyword("allowed", .tuple(values))
    switch enumeration.base {
    case .int32: return uses.call("Integer", [.positional(.integer(32)), allowed])
    case .double: return uses.call("Number", [.positional(.integer(64)), allowed])
    case .bool: return uses.call("Boolean", [allowed])
    case .int64, .string, .float, .decimal, .date, .time, .dateTime, .duration, .uuid, .uri, .bytes, .file, .json:
      return uses.call("Integer", [.positional(.integer(64)), allowed])
    }
  }

  private func text(_ constraints: Constraints, _ format: String?, named name: String) -> PythonExpr {
    var arguments: [PythonArgument] = []
    if let bound = constraints.minLength, bound > 0 { arguments.append(.keyword("min_length", .integer(bound))) }
    if let bound = constraints.maxLength { arguments.append(.keyword("max_length", .integer(bound))) }
    arguments += pattern(constraints, named: name)
    if let format { arguments.append(.keyword("format", uses.name(format))) }
    return uses.call("Text", arguments)
  }

  private func pattern(_ constraints: Constraints, named name: String) -> [PythonArgument] {
    guard let pattern = constraints.pattern else { return [] }
    _ = uses.symbol("Pattern")
    return [.keyword("pattern", patterns.constant(for: pattern, named: name))]
  }

  private static func format(_ format: StringFormat) -> String {
    switch format {
    case .email: "EMAIL"
    case .hostname: "HOSTNAME"
    case .ipv4: "IPV4"
    case .ipv6: "IPV6"
    }
  }

  private func bounds(_ constraints: Constraints, _ scalar: Scalar) -> [PythonArgument] {
    var arguments: [PythonArgument] = []
    func add(_ name: String, _ number: JSONNumber?) {
      // A bound that no value of the type can break or meet exactly is none.
      guard let number, let value = PythonValues.scalar(.number(number), of: scalar) else { return }
      arguments.append(.keyword(name, value))
    }
    if let bound = constraints.minimum { add(bound.isExclusive ? "exclusive_minimum" : "minimum", bound.value) }
    if let bound = constraints.maximum { add(bound.isExclusive ? "exclusive_maximum" : "maximum", bound.value) }
    add("multiple_of", constraints.multipleOf)
    return arguments
  }

  func items(_ constraints: Constraints) -> PythonExpr {
    var arguments = Self.sizes(constraints.minItems, constraints.maxItems)
    if constraints.uniqueItems { arguments.append(.keyword("unique", .bool(true))) }
    return uses.call("Items", arguments)
  }

  func entries(_ constraints: Constraints) -> PythonExpr {
    uses.call("Entries", Self.sizes(constraints.minProperties, constraints.maxProperties))
  }

  /// `minimum=1, maximum=3`
  static func sizes(_ minimum: Int?, _ maximum: Int?) -> [PythonArgument] {
    var arguments: [PythonArgument] = []
    if let minimum, minimum > 0 { arguments.append(.keyword("minimum", .integer(minimum))) }
    if let maximum { arguments.append(.keyword("maximum", .integer(maximum))) }
    return arguments
  }
}
