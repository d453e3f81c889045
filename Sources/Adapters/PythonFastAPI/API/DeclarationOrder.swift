import SpecAdapters
import SpecIR
import SpecRehearsal

/// In which order a file declares its models, so that Python knows each name before it is used.
///
/// What a class says of its fields may stand between quotes; what an alias or a union is made of may not. Only where such types are
/// made of each other is there no order: Python makes those when they are asked for.
struct DeclarationOrder {
  private(set) var models: [ModelID] = []
  /// The aliases and unions that are made of themselves.
  private(set) var naming: Set<ModelID> = []

  init(_ target: PythonTarget, _ members: [ModelID]) {
    let positions = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let mentioned = members.map { id in target.mentioned(by: id).compactMap { positions[$0] } }
    for component in StrongComponents(mentioned).order {
      guard component.count > 1 || mentioned[component[0]].contains(component[0]) else {
        models.append(members[component[0]])
        continue
      }
      order(component, members, mentioned, target)
    }
  }

  /// Types that name each other, by what must be known.
  private mutating func order(_ component: [Int], _ members: [ModelID], _ mentioned: [[Int]], _ target: PythonTarget) {
    let places = Dictionary(uniqueKeysWithValues: component.enumerated().map { ($1, $0) })
    let needed = component.map { node in
      target.core[members[node]].isClass ? [] : mentioned[node].compactMap { places[$0] }
    }
    for part in StrongComponents(needed).order {
      if part.count > 1 || needed[part[0]].contains(part[0]) { naming.formUnion(part.map { members[component[$0]] }) }
      models += part.map { members[component[$0]] }
    }
  }
}

extension Model {
  var isClass: Bool {
    switch kind {
    case .structure, .enumeration: true
    case .union, .alias: false
    }
  }
}

extension PythonTarget {
  /// The models that the code of a model names, in its order.
  func mentioned(by id: ModelID) -> [ModelID] {
    let isRead = isRead(id)
    switch core[id].kind {
    case .structure(let structure):
      var types = structure.fields.map(\.shape.type)
      if case .kept(let shape) = structure.additional { types.append(shape.type) }
      return types.flatMap { mentioned(in: $0, isRead: isRead) }
    case .union(let union): return union.variants.flatMap { mentioned(in: $0.shape.type, isRead: isRead) }
    case .alias(let shape): return mentioned(in: shape.type, isRead: isRead)
    case .enumeration: return []
    }
  }

  private func mentioned(in type: TypeRef, isRead: Bool) -> [ModelID] {
    switch isRead ? type : contract.resolved(type) {
    case .scalar: []
    case .list(let shape), .map(let shape): mentioned(in: shape.type, isRead: isRead)
    case .optional(let inner): mentioned(in: inner, isRead: isRead)
    case .named(let id): [id]
    }
  }
}
