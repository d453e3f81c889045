import SpecAdapters
import SpecIR

/// One operation's handler.
struct Handler {
  let target: RustTarget
  let operation: Operation
  let plan: OperationPlan
  let names: OperationNames
  /// The function that implements it, with what its arguments are made of; nothing where it answers 501.
  let binding: (function: FunctionID, arguments: [Implementation.Argument])?

  init(_ target: RustTarget, _ id: OperationID) {
    self.target = target
    operation = target.core[id]
    plan = target.core.plans[id.index]
    names = target[id]
    binding = if case .function(let function, let arguments) = operation.implementation { (function, arguments) } else { nil }
  }

  var function: RustFunction {
    guard let binding else {
      return RustFunction(
        names.function, returns: .named(HandlerFiles.apiError), .public, isAsync: true, documentation: documentation
      ) { RustExpr.call("gen_not_implemented") }
    }
    let service = ServiceFunction(target, binding.function)
    return RustFunction(
      names.function, parameters(service, binding.arguments),
      returns: .result(resultType, .named(HandlerFiles.apiError)), .public, isAsync: true,
      documentation: documentation, body: body(service, binding.arguments))
  }

  private var documentation: String {
    let summary = operation.summary ?? operation.documentation ?? "`\(operation.name)`"
    let head = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    let line = "\(head): `\(operation.method.rawValue) \(operation.path.text)`."
    guard case .unbound(let why) = operation.implementation else { return line }
    return "\(line)\n\nNot implemented: \(why.explanation)"
  }

  // MARK: Parameters

  private func parameters(_ service: ServiceFunction, _ arguments: [Implementation.Argument]) -> [RustFunction.Parameter] {
    var parameters: [RustFunction.Parameter] = []
    func extractor(_ name: String, _ module: RustSymbol, _ local: String, _ type: RustType) {
      parameters.append(.init(.call(module, RustPattern(stringLiteral: local)), .named(module, type)))
    }
    if service.usesDatabase { extractor("State", .of("axum", "extract", name: "State"), "state", .named(HandlerFiles.appState)) }
    if let type = names.pathType, uses(.path, arguments) {
      extractor("Path", .own("extract", name: "Path"), "path", .named(.api(type)))
    }
    if let id = operation.queryModel, arguments.contains(.query) {
      extractor("Query", .own("extract", name: "Query"), "query", .named(.api(target[id].name)))
    }
    if let type = names.headerType, uses(.header, arguments) || uses(.cookie, arguments) {
      extractor("Headers", .own("extract", name: "Headers"), "headers", .named(.api(type)))
    }
    if arguments.contains(.body), let content = operation.body?.json {
      extractor("Json", .own("extract", name: "Json"), "request", target.type(content.shape.type))
    }
    return parameters
  }

  private func uses(_ location: Parameter.Location, _ arguments: [Implementation.Argument]) -> Bool {
    arguments.contains { if case .parameter(let index) = $0 { operation.parameters[index].location == location } else { false } }
  }

  // MARK: Result

  private var resultType: RustType {
    var parts: [RustType] = []
    if plan.success.status != 200 || plan.success.body == nil { parts.append(.named(.statusCode)) }
    if plan.success.location != nil {
      parts.append(.array(.tuple([.named(.of("axum", "http", name: "HeaderName")), .string]), length: "1"))
    }
    if let body = plan.success.body { parts.append(.named(.own("extract", name: "Json"), target.type(body.shape.type))) }
    return parts.count == 1 ? parts[0] : .tuple(parts)
  }

  private func body(_ service: ServiceFunction, _ arguments: [Implementation.Argument]) -> RustBlock {
    var values: [RustExpr] = service.usesDatabase ? [.ref(RustExpr("state").field("db"))] : []
    values += zip(arguments, service.function.parameters).map { argument, local in self.argument(argument, local.type) }
    let call = RustExpr.call(
      RustPath(.own("services", name: target.module(of: service.function.group)), service.name), arguments: values)
    let run = (service.usesDatabase ? call.await : call).try
    let status = RustStatus.expression(plan.success.status)
    guard plan.success.body != nil else {
      let location = plan.success.location.map { locationHeader($0) }
      return [.expr(run), .tail(.ok(location.map { .tuple(status, $0) } ?? status))]
    }
    var parts: [RustExpr] = plan.success.status == 200 ? [] : [status]
    var statements: [RustStatement] = [.let("body", run)]
    if let location = plan.success.location {
      statements.append(.let("location", self.location(location)))
      parts.append(.array([.tuple(Self.locationName, "location")]))
    }
    parts.append(.call(RustPath(.own("extract", name: "Json")), "body"))
    return RustBlock(statements + [.tail(.ok(parts.count == 1 ? parts[0] : RustExpr(.tuple(parts))))])
  }

  private func argument(_ argument: Implementation.Argument, _ type: ValueType) -> RustExpr {
    switch argument {
    case .query: return .ref("query")
    case .body: return target.isCopy(type) ? "request" : .ref("request")
    case .parameter(let index):
      let holder: RustExpr = operation.parameters[index].location == .path ? "path" : "headers"
      let value = holder.field(names.parameters[index])
      return target.isCopy(type) ? value : target.isOptionalText(type) ? value.call("as_deref") : .ref(value)
    }
  }

  // MARK: Location

  private static let locationName = RustExpr.path(.of("axum", "http", "header", name: "LOCATION"))

  private func locationHeader(_ location: OperationPlan.Location) -> RustExpr {
    .array([.tuple(Self.locationName, self.location(location))])
  }

  private func location(_ location: OperationPlan.Location) -> RustExpr {
    var text = ""
    for segment in location.path.segments {
      text += "/"
      for piece in segment.pieces {
        switch piece {
        case .literal(let literal): text += PathTemplate.encoded(literal)
        case .parameter: text += "{}"
        }
      }
    }
    let values = location.arguments.map { value(of: $0) }
    return .macro("format", arguments: [.string(text)] + values)
  }

  private func value(of argument: OperationPlan.Location.Argument) -> RustExpr {
    let value: RustExpr
    let type: TypeRef
    switch argument {
    case .parameter(let index):
      value = RustExpr("path").field(names.parameters[index])
      type = operation.parameters[index].shape.type
    case .field(let name):
      guard let body = plan.success.body, case .named(let id) = target.resolved(body.shape.type),
        case .structure(let structure) = target.core[id].kind,
        let index = structure.fields.firstIndex(where: { $0.name == name })
      else { return .string("") }
      value = RustExpr("body").field(target[id].fields[index])
      type = structure.fields[index].shape.type
    }
    switch target.resolved(type) {
    case .scalar(.string), .scalar(.uri):
      // A text may hold what separates segments.
      return .call(
        RustPath(.of("percent_encoding", name: "utf8_percent_encode").qualified), .ref(value),
        .path(RustSymbol.of("percent_encoding", name: "NON_ALPHANUMERIC").qualified))
    default: return value
    }
  }
}

extension RustTarget {
  func isCopy(_ type: ValueType) -> Bool {
    switch type {
    case .api(let type), .presence(let type): isCopy(type)
    case .unit: true
    case .row, .optional, .list: false
    }
  }

  /// Whether the value is a text that may be null.
  func isOptionalText(_ type: ValueType) -> Bool {
    guard case .api(let type) = type, case .optional(let inner) = resolved(type) else { return false }
    return !isCopy(inner)
  }
}
