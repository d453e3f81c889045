internal import SpecIR
internal import SpecWriting

/// Says whether a value that stands in a contract fits a shape of the same contract.
///
/// Patterns are left to the generated check; everything that code would have to spell as a literal is looked at here.
struct ValueFit {
  let models: [Model]

  private static let deepestValue = 64

  /// Returns why a value does not fit, as a clause; nothing where it does.
  func misfit(of value: JSONValue, in shape: Shape) -> String? { misfit(value, shape, depth: 0) }

  private func misfit(_ value: JSONValue, _ shape: Shape, depth: Int) -> String? {
    guard depth < Self.deepestValue else { return "it is nested too deep" }
    switch shape.type {
    case .optional(let type): return value == .null ? nil : misfit(value, Shape(type, shape.constraints), depth: depth)
    case .scalar(let scalar): return ScalarFit(scalar: scalar, constraints: shape.constraints).misfit(of: value)
    case .named(let id): return misfit(value, models[id.index].kind, depth: depth + 1)
    case .list(let items):
      guard case .array(let values) = value else { return "it is no list" }
      if let least = shape.constraints.minItems, values.count < least { return "it has fewer than \(least) items" }
      if let most = shape.constraints.maxItems, values.count > most { return "it has more than \(most) items" }
      return first(values) { misfit($0, items, depth: depth + 1) }
    case .map(let values):
      guard case .object(let members) = value else { return "it is no object" }
      return first(members) { misfit($0.value, values, depth: depth + 1) }
    }
  }

  private func misfit(_ value: JSONValue, _ kind: Model.Kind, depth: Int) -> String? {
    switch kind {
    case .alias(let shape): return misfit(value, shape, depth: depth)
    case .enumeration(let enumeration):
      return enumeration.cases.contains { $0.value == value } ? nil : "it is none of the listed values"
    case .union(let union):
      let fits = union.variants.contains { misfit(value, $0.shape, depth: depth) == nil }
      return fits ? nil : "no alternative accepts it"
    case .structure(let structure):
      guard case .object(let members) = value else { return "it is no object" }
      let missing = structure.fields.first { field in field.presence == .required && value[field.name] == nil }
      if let missing { return "“\(missing.name)” is missing" }
      return first(members) { member in
        guard let field = structure.fields.first(where: { $0.name == member.key }) else {
          return structure.additional == .forbidden ? "“\(member.key)” is not declared" : nil
        }
        return misfit(member.value, field.shape, depth: depth + 1)
      }
    }
  }

  private func first<Element>(_ elements: [Element], _ misfit: (Element) -> String?) -> String? {
    for element in elements {
      if let reason = misfit(element) { return reason }
    }
    return nil
  }
}
