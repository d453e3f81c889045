internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR
internal import SpecSource

/// A default value that is kept only if it fits its shape.
struct PendingDefault {
  let owner: Owner
  let range: SourceRange

  enum Owner: Hashable {
    case field(ModelID, String)
    case parameter(OperationID, Int)
  }
}

extension OpenAPILowerer {
  /// Leaves out default values that their own schemas do not accept.
  mutating func checkDefaults() {
    for pending in pendingDefaults {
      switch pending.owner {
      case .field(let model, let name):
        guard case .structure(var structure) = core[model].kind else { continue }
        guard let index = structure.fields.firstIndex(where: { $0.name == name }) else { continue }
        guard let reason = misfit(structure.fields[index].presence, structure.fields[index].shape) else { continue }
        structure.fields[index].presence = .optional
        core.models[model.index].kind = .structure(structure)
        reportDropped(pending, reason)
      case .parameter(let operation, let index):
        let parameter = core[operation].parameters[index]
        guard let reason = misfit(parameter.presence, parameter.shape) else { continue }
        core.operations[operation.index].parameters[index].presence = .optional
        reportDropped(pending, reason)
      }
    }
    pendingDefaults = []
    copyPresenceToQueryModels()
  }

  private func misfit(_ presence: Presence, _ shape: Shape) -> String? {
    guard case .defaulted(let value) = presence else { return nil }
    var fit = ValueFit(models: core.models)
    return fit.misfit(of: value, in: shape)
  }

  private mutating func reportDropped(_ pending: PendingDefault, _ reason: String) {
    diagnostics.report(
      .defaultDropped, "the default value does not fit its own schema: \(reason)", at: pending.range,
      hint: "Mend the value; until then it is as if there were none.")
  }

  private mutating func copyPresenceToQueryModels() {
    for query in queryModels {
      guard case .structure(var structure) = core[query.model].kind else { continue }
      let parameters = core[query.operation].parameters.filter { $0.location == .query }
      for (index, parameter) in parameters.enumerated() { structure.fields[index].presence = parameter.presence }
      core.models[query.model.index].kind = .structure(structure)
    }
  }
}
