import SpecAdapters
import SpecIR
import SpecNaming

/// A function of the service layer with its Rust names.
struct ServiceFunction {
  let target: RustTarget
  let function: Function
  let name: String
  /// The module of its room.
  let module: String
  /// By ``LocalID``.
  let locals: [String]
  /// What the function has beside its locals.
  let reservedNames = ["db", "connection", "tx", "queries", "values", "begin"]

  init(_ target: RustTarget, _ id: FunctionID) {
    self.target = target
    function = target.core[id]
    name = target.names.functions[id.index]
    module = target.names.rooms[id.index]
    var scope = NameScope(reserved: RustNames.values)
    for name in reservedNames { scope.reserve(name) }
    locals = function.locals.map { scope.claim($0.name == "body" ? "request" : RustNames.value($0.name)) }
  }

  /// What the length of a list is called: taken before the list is used up.
  func countName(of id: LocalID) -> String { "\(locals[id.index])_count" }

  var spelling: Spelling { Spelling(target: target, function: function, names: locals) }

  /// Whether the function asks the database; otherwise it has no parameter for it.
  var usesDatabase: Bool { function.body.asksDatabase }

  /// The errors it declares beside the database's own.
  var errors: [ServiceError] { function.errors.map { target.core[$0] } }

  /// The type of its errors: an enum of its own where it declares some.
  var errorType: RustType { errors.isEmpty ? .named(.sqlxError) : .named(errorSymbol) }

  var errorSymbol: RustSymbol {
    .own("services", module, name: RustNames.type(name) + "Error")
  }

  var result: RustType { type(function.result) }

  private func type(_ type: ValueType) -> RustType {
    switch type {
    case .unit: .unit
    case .api(let type), .presence(let type): target.type(type)
    case .row(let id): .named(.row(target[id].name))
    case .optional(let inner): .option(self.type(inner))
    case .list(let inner): .vec(self.type(inner))
    }
  }

  /// Parameters are borrowed, or copied where that is cheaper.
  var parameters: [RustFunction.Parameter] {
    zip(function.parameters, locals).map { local, name in
      .init(RustPattern(stringLiteral: name), borrowed(local.type))
    }
  }

  private func borrowed(_ type: ValueType) -> RustType {
    guard case .api(let type) = type else { return self.type(type) }
    if target.isCopy(type) { return target.type(type) }
    switch target.resolved(type) {
    case .scalar(.string), .scalar(.uri), .scalar(.duration), .scalar(.time): return .ref(.str)
    case .optional(let inner): return .option(borrowed(.api(inner)))
    case .scalar, .list, .map, .named: return .ref(target.type(type))
    }
  }
}
