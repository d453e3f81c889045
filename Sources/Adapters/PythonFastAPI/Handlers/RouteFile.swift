import SpecAdapters
import SpecIR

/// Writes `routes.py`: which handler answers which method and path.
struct RouteFile {
  let target: PythonTarget
  let table: RouteTable
  /// The rooms whose services can fail.
  let failing: [OperationGroup]

  init(_ target: PythonTarget) {
    self.target = target
    table = RouteTable(target)
    failing = target.names.groups.filter { !HandlerFile(target, $0).failures.isEmpty }
  }

  /// Above this number of statements in a function ruff asks for several functions; a list is no harder to read for its length.
  private static let longestPlainFunction = 50

  var file: PythonFile {
    let statements = body
    var file = PythonFile(
      documentation: "Which handler answers which method and path.", module: target.module("routes"),
      [
        .function(
          PythonFunction(
            "routes", returns: .name(.router), documentation: "The operations of the contract, and what operators ask for.",
            pragma: statements.count > Self.longestPlainFunction ? .noqa(["PLR0915"]) : nil, body: statements)),
        .function(
          PythonFunction(
            "answers", returns: .name(target.answers), documentation: "What a client gets where a service fails.",
            body: [.return(answers)])),
      ])
    file.locals = ["router", "add"]
    return file
  }

  private var answers: PythonExpr {
    .dict(failing.map { PythonEntry(unpacking: handlers($0.module).attribute("ANSWERS")) })
  }

  private var body: [PythonStatement] {
    let route = PythonExpr.name(.own(target.module("extract"), "ContractRoute"))
    let router = PythonExpr.call(.router, [.keyword("route_class", route), .keyword("redirect_slashes", .bool(false))])
    let taken = Set(table.entries.map(\.text))
    let operators = OperatorRoute.all.filter { !taken.contains($0.path) }.map { route in
      add([
        .positional(.string(route.path)), .positional(handlers(route.module).attribute(route.handler)),
        .keyword("include_in_schema", .bool(false)),
      ])
    }
    return [.assign("router", router), .assign("add", "router.add_api_route")] + table.entries.map(statement) + operators
      + [.return("router")]
  }

  private func statement(_ entry: RouteTable.Entry) -> PythonStatement {
    let operation = target.core[entry.id]
    var arguments: [PythonArgument] = [
      .positional(.string(entry.text)), .positional(handlers(entry.group.module).attribute(target[entry.id].function)),
      .keyword("methods", .list([.string(operation.method.rawValue)])), .keyword("operation_id", .string(operation.name)),
    ]
    guard case .function = operation.implementation else { return add(arguments) }
    let success = target.core.plans[entry.id.index].success
    if success.status != 200 { arguments.append(.keyword("status_code", PythonStatus.expression(success.status))) }
    if success.body == nil { arguments.append(.keyword("response_class", .name(.response))) }
    return add(arguments)
  }

  private func add(_ arguments: [PythonArgument]) -> PythonStatement { .expression(PythonExpr("add").called(arguments)) }

  private func handlers(_ module: String) -> PythonExpr { .name(.own(target.module("handlers"), module)) }
}

extension PythonSymbol {
  static let router = PythonSymbol.of("fastapi", "fastapi", "APIRouter")
  static let response = PythonSymbol.of("fastapi", "fastapi", "Response")
  static let depends = PythonSymbol.of("fastapi", "fastapi", "Depends")
}

extension PythonTarget {
  /// The type of what a client gets for each failure of a service.
  var answers: PythonSymbol { .own(module("errors"), "Answers") }
}
