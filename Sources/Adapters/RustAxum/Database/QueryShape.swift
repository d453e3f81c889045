import SpecAdapters
import SpecIR
import SpecNaming

/// A query with the Rust types of what goes in and comes out.
struct QueryShape {
  let target: RustTarget
  let query: Query
  let function: String
  let table: Table
  /// By index of the query's parameters.
  let parameters: [Parameter]

  struct Parameter {
    let name: String
    let type: RustType
    /// The column that it is compared with or assigned to; nothing for a limit, an offset or an order.
    let storage: Storage?
    /// Whether it may be absent: then `None` leaves its part of the query out.
    let isPresence: Bool
    /// Whether null can be given, beside absence.
    let isNullable: Bool
    let isList: Bool
  }

  init(_ target: RustTarget, _ id: QueryID, _ database: Database) {
    self.target = target
    query = target.core[id]
    function = target.names.queries[id.index]
    table = database[query.table]
    var scope: Set<String> = []
    parameters = query.parameters.indices.map { index in
      var name = RustNames.values.escape(RustNames.value(target.core[id].parameters[index].name))
      while !scope.insert(name).inserted { name += "_" }
      return Self.parameter(index, name, target, target.core[id], database[target.core[id].table])
    }
  }

  private static func parameter(
    _ index: Int, _ name: String, _ target: RustTarget, _ query: Query, _ table: Table
  ) -> Parameter {
    let declared = query.parameters[index].type
    let isPresence: Bool
    let api: TypeRef
    switch declared {
    case .presence(let type): (isPresence, api) = (true, type)
    case .api(let type): (isPresence, api) = (false, type)
    case .unit, .row, .optional, .list: (isPresence, api) = (false, .scalar(.json))
    }
    let use = query.use(of: index)
    let storage = use.column.map {
      Storage(table[$0], target.options.database)
    }
    let isNullable = target.resolved(api).isOptional
    var type = storage?.parameterType ?? target.type(api.unwrapped)
    if use.isList { type = .vec(type) }
    if isNullable, storage != nil || api.isOptional { type = .option(type) }
    return Parameter(
      name: name, type: isPresence ? .option(type) : type, storage: storage, isPresence: isPresence, isNullable: isNullable,
      isList: use.isList)
  }

  var usesStructure: Bool { parameters.count > Query.inlineLimit }

  /// The structure of the parameters: the function's name as a type.
  var structureName: String { RustNames.types.escape(RustNames.type(function)) }

  var isBorrowing: Bool { parameters.contains { $0.type.borrows } }

  /// A parameter inside the function.
  func argument(_ index: Int) -> RustExpr {
    let name = RustExpr(stringLiteral: parameters[index].name)
    return usesStructure ? RustExpr("values").field(parameters[index].name) : name
  }

  /// A parameter as it is bound: borrowed where it would have to be taken out of a borrowed structure.
  func place(_ index: Int) -> RustExpr {
    let isKept = parameters[index].storage?.isKept ?? false
    return usesStructure && isKept ? .ref(argument(index)) : argument(index)
  }

  /// What the function gives.
  var result: RustType {
    switch query.kind {
    case .select(let select):
      switch select.outcome {
      case .optional: .option(.named(.row(target[select.row].name)))
      case .many: .vec(.named(.row(target[select.row].name)))
      }
    case .count: .i64
    case .exists: .bool
    case .insert(let insert): insert.returning.map { .named(.row(target[$0].name)) } ?? .unit
    case .update(let update): update.returning.map { .option(.named(.row(target[$0].name))) } ?? .u64
    case .delete: .u64
    }
  }

  /// Whether the text depends on what is given.
  var isDynamic: Bool {
    if parameters.contains(where: { $0.isPresence || $0.isList }) { return true }
    guard case .select(let select) = query.kind else { return false }
    return select.order.contains { if case .chosen = $0 { true } else { false } }
  }
}

extension RustType {
  /// Whether the type borrows for the lifetime `'a`.
  var borrows: Bool {
    switch self {
    case .reference(let lifetime, _, _): lifetime == "a"
    case .path(let path):
      path.generics.contains { if case .type(let inner) = $0 { inner.borrows } else { false } }
    case .tuple, .slice, .array, .implTrait, .dynTrait, .function, .inferred: false
    }
  }
}
