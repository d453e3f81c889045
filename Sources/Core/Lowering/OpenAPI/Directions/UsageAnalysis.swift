internal import SpecIR

/// Finds where values of each model travel, by following the types of all operations.
struct UsageAnalysis {
  private let models: [Model]
  private(set) var usage: [Usage]

  private init(models: [Model]) {
    self.models = models
    usage = Array(repeating: Usage(), count: models.count)
  }

  static func usages(of core: CoreModel) -> [Usage] {
    var analysis = UsageAnalysis(models: core.models)
    for operation in core.operations { analysis.follow(operation) }
    return analysis.usage
  }

  private mutating func follow(_ operation: Operation) {
    for parameter in operation.parameters { mark(parameter.shape.type.models, as: .query) }
    if let model = operation.queryModel { mark([model], as: .query) }
    for content in operation.body?.alternatives ?? [] { mark(content.shape.type.models, as: .request) }
    for response in operation.responses {
      let usage: Usage = response.status.isFailure ? .error : .response
      for header in response.headers { mark(header.shape.type.models, as: usage) }
      for content in response.contents { mark(content.shape.type.models, as: usage) }
    }
  }

  private mutating func mark(_ roots: [ModelID], as added: Usage) {
    var open = roots
    while let next = open.popLast() {
      guard !usage[next.index].contains(added) else { continue }
      usage[next.index].insert(added)
      open += models[next.index].kind.shapes.flatMap(\.type.models)
    }
  }
}

extension Response.Status {
  /// Whether this answer tells of a failure; `default` stands for what is not declared, which is mostly failures.
  package var isFailure: Bool {
    switch self {
    case .code(let code): code >= 400
    case .range(let hundreds): hundreds >= 4
    case .default: true
    }
  }
}

extension Usage {
  var travelsIn: Bool { !isDisjoint(with: [.request, .query]) }
  var travelsOut: Bool { !isDisjoint(with: [.response, .error]) }
}
