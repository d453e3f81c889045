internal import SpecIR

/// Makes bytes of what is a file by its format but stands inside JSON: JSON has no other way to carry them than base64.
///
/// The same schema may describe a part of a form and a member of JSON; then both are base64.
enum BinaryInJSON {
  static func replace(in core: inout CoreModel) {
    var open: [ModelID] = []
    for index in core.operations.indices {
      for position in core.operations[index].body?.alternatives.indices ?? 0..<0 {
        core.operations[index].body?.alternatives[position].replaceFiles(reaching: &open)
      }
      for response in core.operations[index].responses.indices {
        for position in core.operations[index].responses[response].contents.indices {
          core.operations[index].responses[response].contents[position].replaceFiles(reaching: &open)
        }
      }
    }
    var reached: Set<ModelID> = []
    while let next = open.popLast() {
      guard reached.insert(next).inserted else { continue }
      core.models[next.index].kind = core.models[next.index].kind.replacingFiles()
      open += core.models[next.index].kind.shapes.flatMap(\.type.models)
    }
  }
}

extension Content {
  fileprivate mutating func replaceFiles(reaching models: inout [ModelID]) {
    guard encoding == .json else { return }
    shape.type = shape.type.replacingFiles()
    models += shape.type.models
  }
}

extension TypeRef {
  fileprivate func replacingFiles() -> TypeRef {
    switch self {
    case .scalar(.file): .scalar(.bytes)
    case .scalar, .named: self
    case .list(let shape): .list(Shape(shape.type.replacingFiles(), shape.constraints))
    case .map(let shape): .map(Shape(shape.type.replacingFiles(), shape.constraints))
    case .optional(let type): .optional(type.replacingFiles())
    }
  }
}

extension Model.Kind {
  fileprivate func replacingFiles() -> Model.Kind {
    func replaced(_ shape: Shape) -> Shape { Shape(shape.type.replacingFiles(), shape.constraints) }
    switch self {
    case .enumeration: return self
    case .alias(let shape): return .alias(replaced(shape))
    case .structure(var structure):
      for index in structure.fields.indices { structure.fields[index].shape = replaced(structure.fields[index].shape) }
      if case .kept(let shape) = structure.additional { structure.additional = .kept(replaced(shape)) }
      return .structure(structure)
    case .union(var union):
      for index in union.variants.indices { union.variants[index].shape = replaced(union.variants[index].shape) }
      return .union(union)
    }
  }
}
