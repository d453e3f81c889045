import SpecIR

extension BindingSession {
  /// Returns the body of a PATCH with every default taken away: an absent member must not change its column.
  ///
  /// A model that only this operation reads is changed in place; one that others read is copied.
  mutating func partialModel(of body: StructureRef, _ context: OperationContext) -> StructureRef {
    let hasDefault = body.structure.fields.contains { if case .defaulted = $0.presence { true } else { false } }
    guard hasDefault else { return body }
    var structure = body.structure
    for index in structure.fields.indices {
      if case .defaulted = structure.fields[index].presence { structure.fields[index].presence = .optional }
    }
    var model = core[body.id]
    model.kind = .structure(structure)
    if uses(of: body.id) == 1, operationUses(body.id) == 1 {
      core.models[body.id.index] = model
      return StructureRef(id: body.id, name: model.name, structure: structure)
    }
    model.name = freeModelName(body.name + "Patch")
    model.usage = .request
    core.models.append(model)
    let id = ModelID(core.models.count - 1)
    for origin in core.provenance[.model(body.id)] { core.provenance.add(origin, to: .model(id)) }
    core.provenance.add(Origin("\(body.name) without its defaults, for \(context.operation.name)", at: nil), to: .model(id))
    guard var request = core[context.id].body else { return body }
    for index in request.alternatives.indices where request.alternatives[index].encoding == .json {
      request.alternatives[index].shape.type = .named(id)
    }
    core.operations[context.id.index].body = request
    return StructureRef(id: id, name: model.name, structure: structure)
  }

  private func freeModelName(_ base: String) -> String {
    var name = base
    var number = 2
    while core.models.contains(where: { $0.name == name }) {
      name = "\(base)\(number)"
      number += 1
    }
    return name
  }

  /// How many operations and models name a model.
  private func uses(of id: ModelID) -> Int {
    core.models.count { $0.kind.shapes.contains { $0.type.models.contains(id) } } + operationUses(id)
  }

  private func operationUses(_ id: ModelID) -> Int {
    core.operations.reduce(0) { count, operation in
      let contents = (operation.body?.alternatives ?? []) + operation.responses.flatMap(\.contents)
      return count + contents.count { $0.shape.type.models.contains(id) } + operation.parameters.count { $0.shape.type.models.contains(id) }
    }
  }
}
