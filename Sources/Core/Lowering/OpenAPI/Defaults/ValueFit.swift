internal import SpecIR
internal import SpecWriting

/// Says whether a value that stands in a contract fits a shape of the same contract.
///
/// Patterns are left to the generated check; everything that code would have to spell as a literal is looked at here.
struct ValueFit {
  let models: [Model]
  /// Unions of unions can be tried in more ways than there is time for.
  private var stepsLeft = 10_000

  private static let deepestValue = 64

  init(models: [Model]) { self.models = models }

  /// Returns why a value does not fit, as a clause; nothing where it does.
  mutating func misfit(of value: JSONValue, in shape: Shape) -> String? { misfit(value, shape, depth: 0) }

  private mutating func misfit(_ value: JSONValue, _ shape: Shape, depth: Int) -> String? {
    stepsLeft -= 1
    guard depth < Self.deepestValue, stepsLeft > 0 else { return "it is too involved to be checked" }
    switch shape.type {
    case .optional(let type): return value == .null ? nil : misfit(value, Shape(type, shape.constraints), depth: depth)
    case .scalar(let scalar): return ScalarFit(scalar: scalar, constraints: shape.constraints).misfit(of: value)
    case .named(let id): return misfit(value, models[id.index].kind, depth: depth + 1)
    case .list(let items):
      guard case .array(let values) = value else { return "it is no list" }
      if let least = shape.constraints.minItems, values.count < least { return "it has fewer than \(least) items" }
      if let most = shape.constraints.maxItems, values.count > most { return "it has more than \(most) items" }
      return first(values) { $0.misfit($1, items, depth: depth + 1) }
    case .map(let values):
      guard case .object(let members) = value else { return "it is no object" }
      return first(members) { $0.misfit($1.value, values, depth: depth + 1) }
    }
  }

  private mutating func misfit(_ value: JSONValue, _ kind: Model.Kind, depth: Int) -> String? {
    switch kind {
    case .alias(let shape): return misfit(value, shape, depth: depth)
    case .enumeration(let enumeration):
      return enumeration.cases.contains { $0.value == value } ? nil : "it is none of the listed values"
    case .union(let union):
      for variant in union.variants where misfit(value, variant.shape, depth: depth) == nil { return nil }
      return "no alternative accepts it"
    case .structure(let structure):
      guard case .object(let members) = value else { return "it is no object" }
      let missing = structure.fields.first { field in field.presence == .required && value[field.name] == nil }
      if let missing { return "“\(missing.name)” is missing" }
      return first(members) { fit, member in
        guard let field = structure.fields.first(where: { $0.name == member.key }) else {
          return structure.additional == .forbidden ? "“\(member.key)” is not declared" : nil
        }
        return fit.misfit(member.value, field.shape, depth: depth + 1)
      }
    }
  }

  private mutating func first<Element>(_ elements: [Element], _ misfit: (inout Self, Element) -> String?) -> String? {
    for element in elements {
      if let reason = misfit(&self, element) { return reason }
    }
    return nil
  }
}
