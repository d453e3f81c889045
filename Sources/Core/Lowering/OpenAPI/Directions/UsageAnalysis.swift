internal import SpecIR

/// Finds where values of each model travel, by following the types of all operations.
struct UsageAnalysis {
  private let models: [Model]
  private let aliases: AliasResolution
  private(set) var usage: [Usage]

  private init(models: [Model]) {
    self.models = models
    aliases = AliasResolution(models)
    usage = Array(repeating: Usage(), count: models.count)
  }

  static func usages(of core: CoreModel) -> [Usage] {
    var analysis = UsageAnalysis(models: core.models)
    for operation in core.operations { analysis.follow(operation) }
    return analysis.usage
  }

  private mutating func follow(_ operation: Operation) {
    for parameter in operation.parameters {
      mark(parameter.shape.type.models, as: isText(parameter) ? .query : .request)
    }
    // Its members are the parameters.
    if let model = operation.queryModel { usage[model.index].insert(.query) }
    for content in operation.body?.alternatives ?? [] { mark(content.shape.type.models, as: .request) }
    for response in operation.responses {
      let usage: Usage = response.status.isFailure ? .error : .response
      for header in response.headers { mark(header.shape.type.models, as: usage) }
      for content in response.contents { mark(content.shape.type.models, as: usage) }
    }
  }

  /// Whether a parameter is text, or a list of texts: what is neither is read as JSON, as a body is.
  private func isText(_ parameter: Parameter) -> Bool {
    guard case .list(let element) = aliases.resolved(parameter.shape.type).unwrapped else { return isText(parameter.shape.type) }
    switch parameter.style {
    case .form, .simple, .spaceDelimited, .pipeDelimited: return isText(element.type)
    case .label, .matrix, .deepObject, .json: return false
    }
  }

  private func isText(_ type: TypeRef) -> Bool {
    switch aliases.resolved(type).unwrapped {
    case .scalar: true
    case .named(let id): if case .enumeration = models[id.index].kind { true } else { false }
    case .list, .map, .optional: false
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
