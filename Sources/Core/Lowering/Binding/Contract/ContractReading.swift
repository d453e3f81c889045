import SpecIR

/// A structure of the contract with its id.
struct StructureRef {
  let id: ModelID
  let name: String
  let structure: Structure
}

extension CoreModel {
  /// Returns the type behind other names for it; null is kept.
  func resolved(_ type: TypeRef) -> TypeRef {
    var type = type
    // Aliases form no cycle, but a broken model must not hang: no chain is longer than the list of models.
    for _ in 0...models.count {
      switch type {
      case .named(let id):
        guard case .alias(let shape) = self[id].kind else { return type }
        type = shape.type
      case .optional(let inner):
        let target = resolved(inner)
        return target.nullable
      case .scalar, .list, .map: return type
      }
    }
    return type
  }

  /// Returns the structure that a type names; one that may be null counts as well.
  func structure(of type: TypeRef) -> StructureRef? {
    guard case .named(let id) = resolved(type).unwrapped, case .structure(let structure) = self[id].kind else { return nil }
    return StructureRef(id: id, name: self[id].name, structure: structure)
  }

  /// Returns the shape of a list's elements.
  func element(of type: TypeRef) -> Shape? {
    guard case .list(let shape) = resolved(type).unwrapped else { return nil }
    return shape
  }

  func enumeration(of type: TypeRef) -> (id: ModelID, enumeration: Enumeration)? {
    guard case .named(let id) = resolved(type).unwrapped, case .enumeration(let enumeration) = self[id].kind else { return nil }
    return (id, enumeration)
  }

  /// Returns the scalar that a type is, null left aside.
  func scalar(of type: TypeRef) -> Scalar? {
    guard case .scalar(let scalar) = resolved(type).unwrapped else { return nil }
    return scalar
  }
}

/// What an operation answers with, as far as storage is concerned.
enum Answer {
  case nothing
  /// One thing, maybe inside a structure that only wraps it.
  case item(StructureRef, inside: Wrapper?)
  /// A list of things, maybe inside a structure that also tells about the page.
  case list(StructureRef, inside: Wrapper?)

  struct Wrapper {
    let model: StructureRef
    /// The field that holds the thing or the list.
    let field: String
  }

  /// The model of the thing.
  var model: StructureRef? {
    switch self {
    case .nothing: nil
    case .item(let model, _), .list(let model, _): model
    }
  }
}

extension CoreModel {
  /// Reads what a successful answer is made of; nothing where its shape is no structure and no list of structures.
  ///
  /// - Parameter asList: whether a structure that holds one list is read as that list with what is told about it.
  func answer(of operation: Operation, asList: Bool) -> Answer? {
    // HEAD answers without content whatever is declared (RFC 9110 §9.3.2).
    guard operation.method != .head, let content = operation.successResponse?.contents.first(where: { $0.encoding == .json })
    else { return .nothing }
    if let element = element(of: content.shape.type) {
      return structure(of: element.type).map { .list($0, inside: nil) }
    }
    guard let outer = structure(of: content.shape.type) else { return nil }
    let lists = outer.structure.fields.filter { field in element(of: field.shape.type).flatMap { structure(of: $0.type) } != nil }
    let others = outer.structure.fields.filter { field in !lists.contains(field) }
    if asList, lists.count == 1, let element = element(of: lists[0].shape.type), let model = structure(of: element.type),
      others.allSatisfy({ PageFact.reading($0, in: self) != nil || $0.presence != .required })
    {
      return .list(model, inside: Answer.Wrapper(model: outer, field: lists[0].name))
    }
    if outer.structure.fields.count == 1, let model = structure(of: outer.structure.fields[0].shape.type) {
      return .item(model, inside: Answer.Wrapper(model: outer, field: outer.structure.fields[0].name))
    }
    return .item(outer, inside: nil)
  }
}
