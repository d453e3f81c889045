internal import SpecIR

/// Which way a member travels.
enum FieldAccess: Hashable {
  case readOnly
  case writeOnly
}

/// Takes read-only members out of what comes in and write-only members out of what goes out.
///
/// A model that needs both forms, itself or because of a model inside it, becomes two: the one that goes out keeps the contract's
/// name, and the one that comes in is called `…Input`.
struct DirectionSplit {
  /// The members of structures that do not travel both ways, by their name on the wire.
  typealias AccessTable = [ModelID: [String: FieldAccess]]

  private let access: AccessTable
  private let usage: [Usage]
  /// The form that comes in, for each model that has two.
  private var inputs: [ModelID: ModelID] = [:]

  static func apply(_ access: AccessTable, to core: inout CoreModel, names: inout ModelNames) {
    var split = DirectionSplit(access: access, usage: UsageAnalysis.usages(of: core))
    if !access.isEmpty { split.run(on: &core, names: &names) }
    for (index, usage) in UsageAnalysis.usages(of: core).enumerated() { core.models[index].usage = usage }
  }

  private init(access: AccessTable, usage: [Usage]) {
    self.access = access
    self.usage = usage
  }

  private mutating func run(on core: inout CoreModel, names: inout ModelNames) {
    let affected = reaching(core.models) { access[$0] != nil }
    let count = core.models.count
    for index in 0..<count where affected[index] && usage[index].travelsIn && usage[index].travelsOut {
      var copy = core.models[index]
      copy.name = names.claim(copy.name + "Input")
      inputs[ModelID(index)] = ModelID(core.models.count)
      core.models.append(copy)
      core.provenance.copyOrigins(of: .model(ModelID(index)), to: .model(ModelID(core.models.count - 1)))
    }
    let forms = inputs
    let input = { (id: ModelID) in forms[id] ?? id }
    for index in 0..<count {
      let id = ModelID(index)
      if let copy = forms[id] {
        core.models[copy.index].kind = without(.readOnly, of: id, core.models[index].kind).replacingModels(input)
        core.models[index].kind = without(.writeOnly, of: id, core.models[index].kind)
      } else if usage[index].travelsIn, !usage[index].travelsOut {
        core.models[index].kind = without(.readOnly, of: id, core.models[index].kind).replacingModels(input)
      } else if usage[index].travelsOut {
        core.models[index].kind = without(.writeOnly, of: id, core.models[index].kind)
      }
    }
    for index in core.operations.indices { core.operations[index].replaceInputModels(input) }
  }

  private func without(_ dropped: FieldAccess, of model: ModelID, _ kind: Model.Kind) -> Model.Kind {
    guard let access = access[model], case .structure(var structure) = kind else { return kind }
    structure.fields.removeAll { access[$0.name] == dropped }
    return .structure(structure)
  }

  /// Which models are such or hold one that is, however deep.
  private func reaching(_ models: [Model], _ isSuch: (ModelID) -> Bool) -> [Bool] {
    var holders: [[Int]] = Array(repeating: [], count: models.count)
    for (index, model) in models.enumerated() {
      for held in model.kind.shapes.flatMap(\.type.models) { holders[held.index].append(index) }
    }
    var found = Array(repeating: false, count: models.count)
    var open = models.indices.filter { isSuch(ModelID($0)) }
    while let next = open.popLast() {
      guard !found[next] else { continue }
      found[next] = true
      open += holders[next]
    }
    return found
  }
}

extension Operation {
  /// Replaces the models of everything that comes in.
  fileprivate mutating func replaceInputModels(_ replacement: (ModelID) -> ModelID) {
    queryModel = queryModel.map(replacement)
    for index in parameters.indices { parameters[index].shape = parameters[index].shape.replacingModels(replacement) }
    guard var body else { return }
    for index in body.alternatives.indices {
      body.alternatives[index].shape = body.alternatives[index].shape.replacingModels(replacement)
    }
    self.body = body
  }
}
