import SpecAdapters
import SpecIR
import SpecNaming

/// Writes `services`: what the operations do, without HTTP.
struct ServiceFiles {
  private let target: PythonTarget
  private let tables: TableNames

  init(_ target: PythonTarget) {
    self.target = target
    tables = TableNames(target)
  }

  func files() -> [(path: String, file: PythonFile)] {
    let groups = target.names.groups.filter { !target.core.functions(of: $0).isEmpty }
    guard !groups.isEmpty else { return [] }
    let folder = "\(target.package.module)/services"
    return [("\(folder)/__init__.py", PythonFile(documentation: "What the operations do: no HTTP in here.", []))]
      + groups.map { ("\(folder)/\($0.module).py", file(of: $0)) }
  }

  private func file(of group: OperationGroup) -> PythonFile {
    let services = target.core.functions(of: group).map { ServiceFunction(target, $0, in: group, tables) }
    var seen: Set<ComparedConstant> = []
    let constants = services.flatMap { $0.function.body.expressions }.flatMap { ComparedConstant.all(in: $0) }
      .filter { seen.insert($0).inserted }.map(\.statement)
    let refusals = RefusalConstants(target, of: group)
    return PythonFile(
      documentation: "The operations of `\(group.name)`.", module: target.module("services", group.module),
      constants + target.errors(of: group).map { .class(error($0, group)) } + refusals.declarations
        + services.map { .function(function($0, refusals)) })
  }

  private func error(_ id: ErrorID, _ group: OperationGroup) -> PythonClass {
    PythonClass(
      target.errorName(id, in: group), [.name(.own(target.module("errors"), "ServiceError"))],
      documentation: Docstring.text(target.core[id].message, summary: "A failure of the service."), body: [])
  }

  private func function(_ service: ServiceFunction, _ refusals: RefusalConstants) -> PythonFunction {
    let db = PythonParameter("db", .name(.own(target.module("generated", "db"), "Database")))
    let body = ServiceStatements(service, refusals).statements
    return PythonFunction(
      service.name, PythonParameters((service.usesDatabase ? [db] : []) + service.parameters),
      returns: target.type(service.function.result), isAsync: service.usesDatabase, documentation: service.documentation,
      body: body.isEmpty ? [.pass] : body)
  }
}
