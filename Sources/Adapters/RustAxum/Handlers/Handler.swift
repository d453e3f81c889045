import SpecAdapters
import SpecIR

/// One operation's handler.
struct Handler {
  let target: RustTarget
  let id: OperationID
  let operation: Operation
  let plan: OperationPlan
  let names: OperationNames

  init(_ target: RustTarget, _ id: OperationID) {
    self.target = target
    self.id = id
    operation = target.core[id]
    plan = target.core.plans[id.index]
    names = target[id]
  }

  var function: RustFunction {
    guard let binding = operation.binding else {
      return RustFunction(
        names.function, returns: .named(HandlerFiles.apiError), .public, isAsync: true, documentation: documentation
      ) { RustExpr.call("gen_not_implemented") }
    }
    let service = ServiceFunction(target, binding.function)
    return RustFunction(
      names.function, parameters(service),
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

  private func parameters(_ service: ServiceFunction) -> [RustFunction.Parameter] {
    func extractor(_ symbol: RustSymbol, _ local: String, _ type: RustType) -> RustFunction.Parameter {
      .init(.call(symbol, RustPattern(stringLiteral: local)), .named(symbol, type))
    }
    func part(_ name: String, _ local: String, _ type: RustType) -> RustFunction.Parameter {
      extractor(.own("extract", name: name), local, type)
    }
    let state = extractor(.of("axum", "extract", name: "State"), "state", .named(HandlerFiles.appState))
    return (service.usesDatabase ? [state] : [])
      + operation.parts(names).map { taken in
        switch taken {
        case .path(let type): part("Path", "path", .named(.api(type)))
        case .query(let model): part("Query", "query", .named(.api(target[model].name)))
        case .headers(let type): part("Headers", "headers", .named(.api(type)))
        case .body(let type): part("Json", "request", target.type(type))
        }
      }
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
      RustPath(.own("services", name: service.module), service.name), arguments: values)
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
    var format = ""
    var values: [RustExpr] = []
    for piece in target.pieces(of: location, for: id) {
      switch piece {
      case .text(let text): format += text
      case .value(let source, let isText):
        format += "{}"
        values.append(isText ? Self.encoded(value(of: source)) : value(of: source))
      }
    }
    return .macro("format", arguments: [.string(format)] + values)
  }

  private func value(of source: LocationPiece.Source) -> RustExpr {
    switch source {
    case .parameter(let index): RustExpr("path").field(names.parameters[index])
    case .field(let index, let model): RustExpr("body").field(target[model].fields[index])
    }
  }

  private static func encoded(_ value: RustExpr) -> RustExpr {
    .call(RustPath(.of("percent_encoding", name: "utf8_percent_encode").qualified), .ref(value), "RESERVED")
  }

  /// Whether a text stands in the location of what the operation makes.
  var encodesLocation: Bool {
    guard let location = plan.success.location else { return false }
    return target.pieces(of: location, for: id).contains { if case .value(_, isText: true) = $0 { true } else { false } }
  }

  /// `const RESERVED`: what is encoded in a path.
  static let reserved = RustItem.constant(
    RustConstant(
      "RESERVED", .ref(.named(.of("percent_encoding", name: "AsciiSet"))),
      .ref(
        "-._~".unicodeScalars.reduce(.path(.of("percent_encoding", name: "NON_ALPHANUMERIC"))) {
          $0.call("remove", .literal(.byte($1)))
        }), documentation: "All but the unreserved characters (RFC 3986, section 2.3)."))
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
