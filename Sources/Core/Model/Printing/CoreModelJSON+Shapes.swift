internal import SpecWriting

extension CoreModelJSON {
  static func shape(_ shape: Shape) -> JSONValue {
    shape.constraints.isEmpty
      ? ["type": type(shape.type)] : ["type": type(shape.type), "constraints": constraints(shape.constraints)]
  }

  static func type(_ type: TypeRef) -> JSONValue {
    switch type {
    case .scalar(let scalar): ["kind": "scalar", "scalar": .string(scalar.rawValue)]
    case .list(let items): ["kind": "list", "of": shape(items)]
    case .map(let values): ["kind": "map", "of": shape(values)]
    case .named(let model): ["kind": "named", "model": id(model)]
    case .optional(let inner): ["kind": "optional", "of": self.type(inner)]
    }
  }

  /// Only what is asked for; a shape without constraints has no such member.
  private static func constraints(_ constraints: Constraints) -> JSONValue {
    var members = bounds("minLength", constraints.minLength, "maxLength", constraints.maxLength)
    if let pattern = constraints.pattern {
      members.append(.init("pattern", ["source": .string(pattern.source), "portable": .string(pattern.portable)]))
    }
    if let format = constraints.format { members.append(.init("format", .string(format.rawValue))) }
    if let minimum = constraints.minimum { members.append(.init("minimum", bound(minimum))) }
    if let maximum = constraints.maximum { members.append(.init("maximum", bound(maximum))) }
    if let divisor = constraints.multipleOf { members.append(.init("multipleOf", .number(divisor))) }
    members += bounds("minItems", constraints.minItems, "maxItems", constraints.maxItems)
    if constraints.uniqueItems { members.append(.init("uniqueItems", true)) }
    members += bounds("minProperties", constraints.minProperties, "maxProperties", constraints.maxProperties)
    return .object(members)
  }

  private static func bound(_ bound: Bound) -> JSONValue {
    ["value": .number(bound.value), "isExclusive": .bool(bound.isExclusive)]
  }

  static func bounds(_ low: String, _ minimum: Int?, _ high: String, _ maximum: Int?) -> [JSONValue.Member] {
    [(low, minimum), (high, maximum)].compactMap { name, value in value.map { .init(name, number($0)) } }
  }
}
