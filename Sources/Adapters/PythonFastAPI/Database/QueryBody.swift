import SpecAdapters
import SpecIR

/// The statements of a query's function: the values, by the names that its statement has for them; the execution; what comes of it.
struct QueryBody {
  private let text: QueryText
  private var shape: QueryShape { text.shape }

  init(_ text: QueryText) { self.text = text }

  /// More values than this are named before the statement is run.
  private static let inlineLimit = 2

  private let statement: PythonExpr = "statement"
  private let given: PythonExpr = "given"

  var statements: [PythonStatement] {
    let execution = execution
    return execution.before + result(of: execution.value)
  }

  // MARK: Values

  private typealias Value = (name: String, value: PythonExpr)

  /// The values that every execution has.
  private var certain: [Value] {
    let set = shape.query.assignments.compactMap { assignment in
      parameter(of: assignment).flatMap {
        shape.parameters[$0].absence == nil ? (text.keyword(assignment.column), shape.argument($0)) : nil
      }
    }
    return set + conditions
  }

  private var conditions: [Value] { shape.bound.map { (shape.parameters[$0].key, shape.argument($0)) } }

  /// What sets columns, if it is given.
  private var open: [PythonStatement] {
    shape.query.assignments.compactMap { assignment in
      guard let index = parameter(of: assignment), let absence = shape.parameters[index].absence else { return nil }
      let value = shape.argument(index)
      let setting = PythonStatement.assign(given.index(.string(text.keyword(assignment.column))), value)
      return .if([PythonBranch(absence.isPresent(value, text.target), [setting])], else: [])
    }
  }

  private func parameter(of assignment: Assignment) -> Int? {
    switch assignment.source {
    case .parameter(let index): index
    case .currentTimestamp: nil
    }
  }

  // MARK: Execution

  private var execution: (before: [PythonStatement], value: PythonExpr) {
    let use = QueryStatement(text).use
    let named = use.isPath ? [] : [PythonStatement.assign(statement, use)]
    let query = use.isPath ? use : statement
    if setsNothing { return settingNothing(named, query) }
    let open = open
    let values = PythonExpr.dict(certain)
    if !open.isEmpty {
      let type = PythonExpr.generic("dict", ["str", "object"])
      return (named + [.annotated(given, type, values)] + open, execute(query, given))
    }
    if certain.isEmpty { return (named, execute(query)) }
    if certain.count <= Self.inlineLimit { return (named, execute(query, values)) }
    return (named + [.assign(given, values)], execute(query, given))
  }

  private func execute(_ query: PythonExpr, _ values: PythonExpr? = nil) -> PythonExpr {
    PythonExpr("connection").call("execute", [.positional(query)] + (values.map { [.positional($0)] } ?? [])).await
  }

  // MARK: Updates of nothing

  /// Whether the statement may be an update that sets nothing, which no database takes.
  private var setsNothing: Bool {
    guard case .update(let update) = shape.query.kind else { return false }
    return update.assignments.allSatisfy { parameter(of: $0).map { shape.parameters[$0].absence != nil } ?? false }
  }

  private func settingNothing(
    _ named: [PythonStatement], _ query: PythonExpr
  ) -> (before: [PythonStatement], value: PythonExpr) {
    let reason = PythonStatement.comment("An update has to set something: here a column to itself.")
    let itself = query.call("values", self.itself)
    let open = open
    guard !open.isEmpty else { return (named + [reason, .assign(statement, itself)], execute(statement, .dict(conditions))) }
    let values = PythonStatement.annotated(given, .generic("dict", ["str", "object"]), .dict([PythonEntry]()))
    let choice = PythonStatement.assign(statement, .conditional(query, if: given, else: itself))
    let found = conditions.map { PythonStatement.assign(given.index(.string($0.name)), $0.value) }
    return (named + [values] + open + [reason, choice] + found, execute(statement, given))
  }

  /// A column that is set to itself.
  private var itself: [PythonArgument] {
    guard let column = shape.query.assignments.first?.column ?? text.entry.columns.first?.id else { return [] }
    return [.keyword(text.keyword(column), text.column(column))]
  }

  // MARK: Results

  private func result(of execution: PythonExpr) -> [PythonStatement] {
    switch shape.query.kind {
    case .select(let select) where select.outcome == .many:
      let rows = PythonExpr.comprehension(.list, text.value(of: select.row, "row"), for: "row", in: "result")
      return [.assign("result", execution), .return(rows)]
    case .select(let select): return optional(execution, select.row)
    case .count, .exists: return [.assign("result", execution), .return(PythonExpr("result").call("scalar_one"))]
    case .insert(let insert):
      guard let row = insert.returning else { return [.expression(execution)] }
      return [.assign("result", execution), .return(text.value(of: row, PythonExpr("result").call("one")))]
    case .update(let update): return update.returning.map { optional(execution, $0) } ?? affected(execution)
    case .delete: return affected(execution)
    }
  }

  /// How many rows there were.
  private func affected(_ execution: PythonExpr) -> [PythonStatement] {
    [.assign("result", execution), .return("result.rowcount")]
  }

  private func optional(_ execution: PythonExpr, _ row: RowID) -> [PythonStatement] {
    let found = PythonExpr("row")
    return [
      .assign(found, execution.call("one_or_none")),
      .return(.conditional(.none, if: found.compare(.is, .none), else: text.value(of: row, found))),
    ]
  }
}
