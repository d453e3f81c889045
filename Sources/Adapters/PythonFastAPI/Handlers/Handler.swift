import SpecAdapters
import SpecIR
import SpecNaming
import SpecWriting

/// One operation's handler.
struct Handler {
  let target: PythonTarget
  let id: OperationID
  let operation: Operation
  let plan: OperationPlan
  let names: OperationNames

  /// What handlers call their parameters: no import of their file takes one of these names.
  static let locals = ["state", "path", "query", "headers", "request", "response"]

  init(_ target: PythonTarget, _ id: OperationID) {
    self.target = target
    self.id = id
    operation = target.core[id]
    plan = target.core.plans[id.index]
    names = target[id]
  }

  var function: PythonFunction {
    guard let binding = operation.binding else {
      let error = PythonExpr.call(.own(target.module("errors"), "not_implemented"))
      return PythonFunction(
        names.function, returns: PythonExpr.none, isAsync: true, documentation: documentation, body: [.raise(error)])
    }
    let result = plan.success.body.map { target.type($0.shape.type) } ?? PythonExpr.none
    return PythonFunction(
      names.function, PythonParameters(parameters(binding)), returns: result, isAsync: true, documentation: documentation,
      body: body(binding.function, binding.arguments))
  }

  private var documentation: String {
    let route = Docstring.line("Handle `\(operation.method.rawValue) \(operation.path.text)`.")
    let summary = Docstring.text(operation.summary ?? operation.documentation, summary: route ?? "Handle a request.")
    guard case .unbound(let why) = operation.implementation else { return summary }
    let reason = CommentText.lines(of: why.explanation).joined(separator: " ")
    return "\(summary)\n\nNot implemented: \(reason)"
  }

  // MARK: Parameters

  private func parameters(_ binding: (function: FunctionID, arguments: [Implementation.Argument])) -> [PythonParameter] {
    var parameters: [PythonParameter] = []
    func part(_ name: String, _ reader: String, _ type: PythonExpr) {
      let dependency = PythonExpr.call(
        .depends, [.positional(.call(.own(target.module("extract"), reader), [.positional(type)]))])
      parameters.append(PythonParameter(name, .generic(.annotated, [type, dependency])))
    }
    if target.core[binding.function].body.asksDatabase {
      parameters.append(PythonParameter("state", .name(.own(target.module("state"), "State"))))
    }
    for taken in operation.parts(names) {
      switch taken {
      case .path(let type): part("path", "PathParams", .name(target.parameters(type)))
      case .query(let model): part("query", "QueryParams", .name(target.symbol(of: model)))
      case .headers(let type): part("headers", "HeaderParams", .name(target.parameters(type)))
      case .body(let type): part("request", "JsonBody", target.type(type))
      }
    }
    if plan.success.location != nil { parameters.append(PythonParameter("response", .name(.response))) }
    return parameters
  }

  // MARK: Body

  private func body(_ id: FunctionID, _ arguments: [Implementation.Argument]) -> [PythonStatement] {
    let function = target.core[id]
    let asks = function.body.asksDatabase
    let service = PythonExpr.name(.own(target.module("services"), target.names.rooms[id.index]))
    let values = (asks ? ["state.db"] : []) + arguments.map(argument)
    let call = service.call(target.names.functions[id.index], values.map { .positional($0) })
    let run = asks ? call.await : call
    let location = plan.success.location.map { location in
      PythonStatement.assign(
        PythonExpr("response.headers").index(.string("location")), self.location(location))
    }
    guard plan.success.body != nil else { return [.expression(run)] + (location.map { [$0] } ?? []) }
    guard let location else { return [.return(run)] }
    let result = PythonExpr(stringLiteral: resultName)
    return [.assign(result, run), location, .return(result)]
  }

  private func argument(_ argument: Implementation.Argument) -> PythonExpr {
    switch argument {
    case .query: "query"
    case .body: "request"
    case .parameter(let index):
      PythonExpr(stringLiteral: operation.parameters[index].location == .path ? "path" : "headers")
        .attribute(names.parameters[index])
    }
  }

  /// What the handler calls the result: the thing that it is.
  private var resultName: String {
    var scope = PythonNames.rules.values.scope
    for name in Self.locals + target.names.groups.map(\.module) { scope.reserve(name) }
    guard let body = plan.success.body, case .named(let id) = body.shape.type else { return scope.claim("result") }
    return scope.claim(PythonNames.value(target[id].name))
  }

  // MARK: Location

  private func location(_ location: OperationPlan.Location) -> PythonExpr {
    let parts = target.pieces(of: location, for: id).map { piece -> PythonFormatPart in
      switch piece {
      case .text(let text): .text(text)
      case .value(let source, let isText): .value(isText ? Self.quoted(value(of: source)) : value(of: source))
      }
    }
    if case .text(let text)? = parts.first, parts.count == 1 { return .string(text) }
    return .format(parts)
  }

  private func value(of source: LocationPiece.Source) -> PythonExpr {
    switch source {
    case .parameter(let index): PythonExpr("path").attribute(names.parameters[index])
    case .field(let index, let model): PythonExpr(stringLiteral: resultName).attribute(target[model].fields[index])
    }
  }

  private static func quoted(_ value: PythonExpr) -> PythonExpr {
    .call(.std("urllib.parse", "quote"), [.positional(value), .keyword("safe", .string(""))])
  }
}
