import SpecAdapters
import SpecIR

/// What models are for that have no description: each is told by the first thing that uses it.
struct ModelPurposes: Sendable {
  private var purposes: [ModelID: String] = [:]

  init(_ core: CoreModel) {
    for operation in core.operations {
      let route = "`\(operation.method.rawValue) \(operation.path.text)`"
      if let id = operation.queryModel { note(id, "The query parameters of \(route).") }
      for parameter in operation.parameters { note(parameter.shape, "The values of `\(parameter.name)` in \(route).") }
    }
    for model in core.models {
      guard case .structure(let structure) = model.kind else { continue }
      for field in structure.fields { note(field.shape, "The field `\(field.name)` of `\(model.name)`.") }
    }
  }

  private mutating func note(_ shape: Shape, _ purpose: @autoclosure () -> String) {
    if case .named(let id) = shape.type.unwrapped { note(id, purpose()) }
  }

  private mutating func note(_ id: ModelID, _ purpose: @autoclosure () -> String) {
    if purposes[id] == nil { purposes[id] = purpose() }
  }

  subscript(id: ModelID) -> String? { purposes[id] }
}

extension RustTarget {
  /// What is said of a model: its description in the contract, or else what it is for.
  func documentation(of id: ModelID) -> String {
    core[id].documentation ?? purposes[id] ?? "`\(core[id].name)` of the contract."
  }
}
