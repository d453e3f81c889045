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

  /// More parameters than this are given as a structure: nobody keeps their order in mind.
  private static let inlineLimit = 3

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
    parameters.count > Self.inlineLimit || parameters.contains { target.isFlag($0.type) }
  }

  /// The structure of the parameters: the function's name as a type.
  var structureName: String { PythonNames.types.escape(PythonNames.type(function)) }

  var structure: PythonSymbol { .own(target.module("generated", "db", "queries"), structureName) }

  /// A parameter inside the function.
  func argument(_ index: Int) -> PythonExpr {
    let name = parameters[index].name
    return usesStructure ? PythonExpr("values").attribute(name) : .name(PythonSymbol(stringLiteral: name))
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
