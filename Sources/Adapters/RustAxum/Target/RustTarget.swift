import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecNaming
import SpecRehearsal
import SpecWriting

/// A CoreModel with every Rust name, type and place decided.
public struct RustTarget: Sendable {
  let core: CoreModel
  let options: TargetOptions
  let crate: RustPackage
  /// By ``ModelID``.
  let models: [RustModel]
  /// By ``OperationID``.
  let operations: [RustOperation]
  /// The rooms of handlers, services and tests, in the order of their first operation.
  let groups: [RustGroup]
  /// By ``RowID``.
  let rows: [RustRow]
  /// The names of the functions by ``QueryID``.
  let queryNames: [String]
  /// The names of the service layer's functions by ``FunctionID``.
  let functionNames: [String]
  let cycles: DirectCycles
  let contract: Contract

  /// The history of the database in the backend's dialect.
  let migrations: [GeneratedFile]

  init(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) {
    self.core = core
    self.options = options
    let keeps = !core.queries.isEmpty
    migrations = (keeps ? core.database?.migrations(in: options.database, into: &diagnostics) ?? [] : []).compactMap { migration in
      RelativePath("migrations/\(migration.fileName)").map { GeneratedFile(path: $0, text: migration.text) }
    }
    crate = RustPackage(options.package)
    var types = NameScope(reserved: RustNames.types)
    models = RustModel.decide(core, types: &types)
    operations = RustOperation.decide(core, types: &types)
    groups = RustGroup.decide(core)
    rows = RustRow.decide(core)
    var queries = NameScope(reserved: RustNames.values)
    var functions: [String: NameScope] = [:]
    functionNames = core.functions.map { function in
      var scope = functions[function.group] ?? NameScope(reserved: RustNames.values)
      defer { functions[function.group] = scope }
      return scope.claim(RustNames.value(function.name))
    }
    queryNames = core.queries.map { queries.claim(RustNames.value($0.name)) }
    cycles = DirectCycles(core.models)
    contract = Contract(core)
  }

  subscript(id: ModelID) -> RustModel { models[id.index] }
  subscript(id: OperationID) -> RustOperation { operations[id.index] }
  subscript(id: RowID) -> RustRow { rows[id.index] }
}

/// The names of a model, and the file in which it lives.
struct RustModel: Hashable, Sendable {
  /// The type's name; for an alias, the name that documentation uses.
  let name: String
  /// The function that reads an alias: `email_address`.
  let function: String
  let file: RustAPIFile
  /// By index of the structure's fields.
  let fields: [String]
  /// By index of the enumeration's cases or the union's variants.
  let variants: [String]

  static func decide(_ core: CoreModel, types: inout NameScope) -> [RustModel] {
    var functions = NameScope(reserved: RustNames.values)
    return core.models.map { model in
      RustModel(
        name: types.claim(RustNames.type(model.name)), function: functions.claim(RustNames.value(model.name)),
        file: RustAPIFile(model.usage), fields: fields(of: model), variants: variants(of: model))
    }
  }

  private static func fields(of model: Model) -> [String] {
    guard case .structure(let structure) = model.kind else { return [] }
    var scope = NameScope(reserved: RustNames.values)
    // The member that keeps undeclared ones.
    if case .kept = structure.additional { scope.reserve(additionalField) }
    return structure.fields.map { scope.claim(RustNames.value($0.name)) }
  }

  /// The field that keeps the members of an open structure that it does not declare.
  static let additionalField = "others"

  private static func variants(of model: Model) -> [String] {
    var scope = NameScope(reserved: RustNames.variants)
    switch model.kind {
    case .enumeration(let enumeration): return enumeration.cases.map { scope.claim(RustNames.variant($0.name)) }
    case .union(let union): return union.variants.map { scope.claim(RustNames.variant($0.name)) }
    case .structure, .alias: return []
    }
  }
}

/// The files of `generated/api` that hold models.
enum RustAPIFile: String, CaseIterable, Sendable {
  /// What requests and responses share.
  case models
  case requests, responses, errors

  init(_ usage: Usage) {
    switch usage {
    case .request, .query, [.request, .query]: self = .requests
    case .response: self = .responses
    case .error: self = .errors
    default: self = .models
    }
  }

  var documentation: String {
    switch self {
    case .models: "Types that requests and responses share."
    case .requests: "What clients send: bodies and parameters."
    case .responses: "What the server sends."
    case .errors: "How the contract spells errors, and for which operations and statuses."
    }
  }
}

/// The names of an operation.
struct RustOperation: Hashable, Sendable {
  /// Of its handler and of its function in the service layer.
  let function: String
  /// The structure of its path parameters; operations on one path share it. Nothing where it has none.
  let pathType: String?
  /// The structure of its header and cookie parameters; nothing where it has none.
  let headerType: String?
  /// By index of its parameters, the field in whichever structure holds it.
  let parameters: [String]

  static func decide(_ core: CoreModel, types: inout NameScope) -> [RustOperation] {
    var functions: [String: NameScope] = [:]
    var paths: [PathParameters: String] = [:]
    return core.operations.map { operation in
      var scope = functions[operation.group] ?? NameScope(reserved: RustNames.values)
      let function = scope.claim(RustNames.value(operation.name))
      functions[operation.group] = scope
      return RustOperation(
        function: function, pathType: pathType(of: operation, paths: &paths, types: &types),
        headerType: operation.parameters.contains { $0.location == .header || $0.location == .cookie }
          ? types.claim(RustNames.type(operation.name) + "Headers") : nil,
        parameters: parameters(of: operation))
    }
  }

  /// What two operations on one path have in common.
  private struct PathParameters: Hashable {
    let path: String
    let parameters: [Parameter]
  }

  private static func pathType(
    of operation: Operation, paths: inout [PathParameters: String], types: inout NameScope
  ) -> String? {
    let parameters = operation.parameters.filter { $0.location == .path }
    guard !parameters.isEmpty else { return nil }
    let key = PathParameters(path: operation.path.text, parameters: parameters)
    if let known = paths[key] { return known }
    let name = types.claim(Words(operation.path.text).identifier(.pascal) + "Path")
    paths[key] = name
    return name
  }

  private static func parameters(of operation: Operation) -> [String] {
    var scopes: [Parameter.Location: NameScope] = [:]
    return operation.parameters.map { parameter in
      // Headers and cookies stand in one structure.
      let room = parameter.location == .cookie ? .header : parameter.location
      var scope = scopes[room] ?? NameScope(reserved: RustNames.values)
      defer { scopes[room] = scope }
      return scope.claim(RustNames.value(parameter.name))
    }
  }
}

/// One room of handlers, services and tests.
struct RustGroup: Hashable, Sendable {
  /// The name of its modules: `users`.
  let module: String
  /// The group's name in the contract.
  let name: String
  let operations: [OperationID]

  static func decide(_ core: CoreModel) -> [RustGroup] {
    var scope = NameScope(reserved: RustNames.values)
    for module in ["health", "openapi"] { scope.reserve(module) }
    var names: [String] = []
    var members: [String: [OperationID]] = [:]
    for (index, operation) in core.operations.enumerated() {
      if members[operation.group] == nil { names.append(operation.group) }
      members[operation.group, default: []].append(OperationID(index))
    }
    return names.map { name in
      RustGroup(module: scope.claim(RustNames.module(name)), name: name, operations: members[name] ?? [])
    }
  }
}

/// The names of a row.
struct RustRow: Hashable, Sendable {
  let name: String
  /// By index of the row's columns.
  let fields: [String]

  static func decide(_ core: CoreModel) -> [RustRow] {
    var scope = NameScope(reserved: RustNames.types)
    return core.rows.map { row in
      var fields = NameScope(reserved: RustNames.values)
      let table = core.database?[row.table]
      return RustRow(
        name: scope.claim(RustNames.type(row.name) + "Row"),
        fields: row.columns.map { fields.claim(RustNames.value(table?[$0].name ?? "")) })
    }
  }
}
