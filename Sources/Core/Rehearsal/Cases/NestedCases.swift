import SpecIR
import SpecWriting

/// Values in which something further inside breaks the contract: what is reported names the place.
struct NestedCases {
  let contract: Contract

  /// A whole value with one fault in it.
  struct Case {
    var value: JSONValue
    /// A place in the body and its code: `/address/city required`.
    let violations: [String]
  }

  /// Deeper faults are found by the same code as these.
  private static let deepest = 3

  /// Returns one fault for each field of the structures in a value that itself breaks nothing, and each field that is missing.
  func cases(in value: JSONValue, _ shape: Shape, at pointer: String, depth: Int = 0) -> [Case] {
    guard depth < Self.deepest else { return [] }
    switch (contract.resolved(shape.type).unwrapped, value) {
    case (.list(let item), .array(let items)):
      guard let first = items.first, !shape.constraints.uniqueItems || items.count == 1 else { return [] }
      return cases(in: first, item, at: pointer + "/0", depth: depth + 1).map { found in
        Case(value: .array([found.value] + items.dropFirst()), violations: found.violations)
      }
    case (.named(let id), .object):
      guard case .structure(let structure) = contract.core[id].kind, !isTagged(id) else { return [] }
      return structure.fields.filter(\.isPlainlyNamed).flatMap { cases(of: $0, in: value, structure, at: pointer, depth: depth) }
    default: return []
    }
  }

  private func cases(of field: Field, in value: JSONValue, _ structure: Structure, at pointer: String, depth: Int) -> [Case] {
    guard let member = value[field.name] else { return [] }
    let place = "\(pointer)/\(field.name)"
    let faults = BoundaryCases(contract).cases(named: field.name, field.shape).filter { !$0.codes.isEmpty }
    var found: [Case] = []
    // A constraint says more than a wrong type.
    if let fault = faults.first(where: { $0.codes != ["type"] }) ?? faults.first {
      found.append(Case(value: value.with(field.name, fault.value), violations: fault.codes.map { "\(place) \($0)" }))
    }
    found += cases(in: member, field.shape, at: place, depth: depth + 1).map {
      Case(value: value.with(field.name, $0.value), violations: $0.violations)
    }
    if field.presence == .required, structure.minProperties == nil {
      found.append(Case(value: value.without(field.name), violations: ["\(place) required"]))
    }
    return found
  }

  /// Whether the structure is an alternative of a union: what is reported of it depends on the others.
  private func isTagged(_ id: ModelID) -> Bool {
    contract.core.models.contains { model in
      guard case .union(let union) = model.kind else { return false }
      return union.variants.contains { contract.resolved($0.shape.type) == .named(id) }
    }
  }
}

extension Field {
  /// Whether a violation can name the field without escapes.
  var isPlainlyNamed: Bool { !name.contains { "/~,".contains($0) } }
}
