package import SpecIR

/// Where the thing that was made can be read, as far as the answer's own body tells it.
package struct ExpectedLocation {
  /// The path, whose members are fields of the answer's body.
  package let path: RequestPath

  /// Nothing where the answer has no location, or one that its body does not tell.
  package init?(_ contract: Contract, _ operation: OperationID) {
    let success = contract.core.plans[operation.index].success
    guard let location = success.location, let structure = success.body.flatMap({ contract.structure($0.shape.type) }) else {
      return nil
    }
    var fields: [String] = []
    for argument in location.arguments {
      guard case .field(let name) = argument, let field = structure.fields.first(where: { $0.name == name }),
        !contract.isText(field.shape.type)
      else { return nil }
      fields.append(name)
    }
    let names = location.path.parameterNames
    guard names.count == fields.count else { return nil }
    path = RequestPath(location.path) { name in
      names.firstIndex(of: name).map { .member(step: 0, name: fields[$0]) }
    }
  }
}

extension Contract {
  /// A text is percent-encoded where it stands in a path.
  fileprivate func isText(_ type: TypeRef) -> Bool {
    switch resolved(type).unwrapped {
    case .scalar(.string), .scalar(.uri): true
    default: false
    }
  }
}
