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
    /// The name of its value, where the statement is run. In an update no column has it: values of such names are what is set.
    let key: String
    let type: ValueType
    /// What says that the parameter is absent, which leaves its part of the query out; nothing where it never is.
    let absence: Absence?
  }

  init(_ target: PythonTarget, _ id: QueryID, _ names: TableNames) {
    self.target = target
    query = target.core[id]
    function = target.names.queries[id.index]
    var scope = NameScope(reserved: PythonNames.reserved(with: TableNames.imported + names.entries.map(\.variable)))
    var keys = NameScope()
    if case .update = query.kind { names[query.table]?.columns.forEach { keys.reserve($0.attribute) } }
    parameters = query.parameters.map { parameter in
      let name = scope.claim(PythonNames.value(parameter.name))
      return Parameter(name: name, key: keys.claim(name), type: parameter.type, absence: Absence(parameter.type, target))
    }
  }

  /// Flags by position say nothing to who reads the call.
  var usesStructure: Bool {
    parameters.count > Query.inlineLimit || parameters.contains { target.isFlag($0.type) }
  }

  /// The parameters that decide what the statement is made of, in their order: those that leave a condition out where they are
  /// absent, and those that choose what is sorted by.
  ///
  /// What an insert or an update sets is no such part: SQLAlchemy takes it from the names of the values.
  var choices: [Choice] {
    parameters.indices.compactMap { index in
      if query.orders(by: index) { return .value(index) }
      return parameters[index].absence != nil && query.filters.contains { $0.parameter == index } ? .presence(index) : nil
    }
  }

  enum Choice {
    /// Whether the parameter is given.
    case presence(Int)
    /// What it is.
    case value(Int)
  }

  /// The parameters that are values of the statement, besides what is set, in their order.
  var bound: [Int] {
    parameters.indices.filter { index in
      query.filters.contains { $0.parameter == index } || query.page.map { $0.limit == index || $0.offset == index } ?? false
    }
  }

  /// The name of a statement that is always the same: `_FIND_USER_BY_ID_QUERY`.
  var constantName: String { "_\(PythonNames.constant(function))_QUERY" }

  /// The name of the function that makes the statement: `_list_users_query`.
  var makerName: String { "_\(function)_query" }

  /// The structure of the parameters: the function's name as a type.
  var structureName: String { PythonNames.types.escape(PythonNames.type(function)) }

  var structure: PythonSymbol { .own(target.module("generated", "db", "queries"), structureName) }

  /// A parameter inside the function.
  func argument(_ index: Int) -> PythonExpr {
    let name = parameters[index].name
    return usesStructure ? PythonExpr("values").attribute(name) : .name(PythonSymbol(stringLiteral: name))
  }

  /// A parameter inside the statement, under the name that its value is given with; with a type where it is not compared with a
  /// column, which has one.
  func placeholder(_ index: Int, _ type: PythonExpr? = nil) -> PythonExpr {
    .call(
      QueryText.sqlalchemy("bindparam"),
      [.positional(.string(parameters[index].key))] + (type.map { [.keyword("type_", $0)] } ?? []))
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

extension Query {
  fileprivate var page: Select.Page? { if case .select(let select) = kind { select.page } else { nil } }

  /// Whether a parameter decides what is sorted by, or which way.
  fileprivate func orders(by parameter: Int) -> Bool {
    guard case .select(let select) = kind else { return false }
    return select.order.contains { order in
      guard case .chosen(let chooser, _, let direction) = order else { return false }
      return chooser == parameter || direction?.parameter == parameter
    }
  }
}
