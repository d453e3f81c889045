internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR

extension OpenAPILowerer {
  /// Ends chains of other names that lead back to themselves without anything in between: no value was ever described.
  mutating func breakAliasCycles() {
    for index in core.models.indices {
      var seen: Set<ModelID> = [ModelID(index)]
      var next = aliased(ModelID(index))
      while let current = next {
        guard seen.insert(current).inserted else {
          if current == ModelID(index) { breakCycle(at: current) }
          break
        }
        next = aliased(current)
      }
    }
  }

  private func aliased(_ model: ModelID) -> ModelID? {
    guard case .alias(let shape) = core[model].kind, case .named(let target) = shape.type.unwrapped else { return nil }
    return target
  }

  private mutating func breakCycle(at model: ModelID) {
    diagnostics.report(
      .schemaRecursive, "the schema \(core[model].name) is described by nothing but itself",
      at: core.provenance[.model(model)].first?.range, hint: "Say what its values are; any value is accepted.")
    core.models[model.index].kind = .alias(Shape(.scalar(.json)))
  }
}
