import SpecAdapters
import SpecIR
import SpecNaming

/// A query with the Python types of what goes in and comes out.
struct QueryShape {
  let target: PythonTarget
  let query: Query
  let function: String
  /// By index of the query's parameters.
  let parameters: [Parameter]

  struct Parameter {
    let name: String
    let type: ValueType
    /// What says that the parameter is absent, which leaves its part of the query out; nothing where it never is.
    let absence: Absence?
    /// Whether null can be given.
    let isNullable: Bool
    let isList: Bool
  }

  init(_ target: PythonTarget, _ id: QueryID, _ names: TableNames) {
    self.target = target
    query = target.core[id]
    function = target.names.queries[id.index]
    var scope = NameScope(reserved: PythonNames.reserved(with: TableNames.imported + names.entries.map(\.variable)))
    let query = target.core[id]
    parameters = query.parameters.indices.map { index in
      let parameter = query.parameters[index]
      return Parameter(
        name: scope.claim(PythonNames.value(parameter.name)), type: parameter.type, absence: Absence(parameter.type, target),
        isNullable: target.isNullable(parameter.type), isList: query.use(of: index).isList)
    }
  }

  /// Flags by position say nothing to who reads the call.
  var usesStructure: Bool {
    parameters.count > Query.inlineLimit || parameters.contains { target.isFlag($0.type) }
  }

  /// Whether the statement is always the same, so that it can be built once: nothing in it is left out, chosen or spread.
  var isConstant: Bool {
    parameters.allSatisfy { $0.absence == nil && !$0.isNullable && !$0.isList } && isFixed
  }

  private var isFixed: Bool {
    switch query.kind {
    case .select(let select): return isFixed(select.filters) && select.order.allSatisfy(\.isFixed)
    case .count(let filters), .exists(let filters), .delete(let filters): return isFixed(filters)
    // What is set is bound under the names of the columns.
    case .insert, .update: return false
    }
  }

  /// A function of the database takes its type from the value, which is not there yet.
  private func isFixed(_ filters: [Filter]) -> Bool { filters.allSatisfy { $0.comparison != .contains } }

  /// The name of the statement that is always the same: `_FIND_USER_BY_ID_QUERY`.
  var constantName: String { "_\(PythonNames.constant(function))_QUERY" }

  /// What a statement that is always the same is given: `{"id": id_}`.
  var given: PythonExpr { .dict(parameters.indices.map { (parameters[$0].name, argument($0)) }) }

  /// The structure of the parameters: the function's name as a type.
  var structureName: String { PythonNames.types.escape(PythonNames.type(function)) }

  var structure: PythonSymbol { .own(target.module("generated", "db", "queries"), structureName) }

  /// A parameter inside the function.
  func argument(_ index: Int) -> PythonExpr {
    let name = parameters[index].name
    return usesStructure ? PythonExpr("values").attribute(name) : .name(PythonSymbol(stringLiteral: name))
  }

  /// A parameter inside the statement; with a type where it is not compared with a column, which has one.
  func bound(_ index: Int, _ type: PythonExpr? = nil) -> PythonExpr {
    guard isConstant else {
      guard let type else { return argument(index) }
      return .call(QueryText.sqlalchemy("literal"), [.positional(argument(index)), .positional(type)])
    }
    let name = PythonArgument.positional(.string(parameters[index].name))
    return .call(QueryText.sqlalchemy("bindparam"), [name] + (type.map { [.keyword("type_", $0)] } ?? []))
  }

  /// What the function gives.
  var result: PythonExpr { target.type(query.result) }

  var summary: String {
    let name = "`\(target.core.database?[query.table].name ?? "")`"
    switch query.kind {
    case .select(let select): return select.outcome == .optional ? "Find a row of \(name)." : "Return rows of \(name)."
    case .count: return "Count rows of \(name)."
    case .exists: return "Say whether there is such a row of \(name)."
    case .insert(let insert): return "Insert a row into \(name)" + (insert.returning == nil ? "." : " and return it.")
    case .update(let update):
      return "Change a row of \(name), and "
        + (update.returning == nil ? "say how many there are." : "return it where there is one.")
    case .delete: return "Delete rows of \(name), and say how many."
    }
  }

  /// What the structure of the parameters says about itself.
  var structureSummary: String {
    let absences = Absence.allCases.filter { absence in parameters.contains { $0.absence == absence } }
    let words = absences.map { "`\($0.word)`" }.joined(separator: " or ")
    return "The values of `\(function)`." + (words.isEmpty ? "" : " \(words) leaves its part of the query out.")
  }
}

extension Order {
  /// Whether the term does not depend on what is given.
  fileprivate var isFixed: Bool {
    switch self {
    case .column: true
    case .chosen: false
    }
  }
}
