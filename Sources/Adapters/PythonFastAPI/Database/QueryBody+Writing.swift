import SpecIR

/// Queries that write rows.
extension QueryBody {
  private func isOpen(_ assignment: Assignment) -> Bool {
    guard case .parameter(let index) = assignment.source else { return false }
    return shape.parameters[index].absence != nil
  }

  private func value(_ assignment: Assignment) -> PythonArgument {
    switch assignment.source {
    case .parameter(let index): .keyword(text.keyword(assignment.column), shape.argument(index))
    case .currentTimestamp: .keyword(text.keyword(assignment.column), text.now(in: assignment.column))
    }
  }

  private func openValues(_ assignments: [Assignment]) -> [PythonStatement] {
    assignments.filter(isOpen).compactMap { assignment in
      guard case .parameter(let index) = assignment.source else { return nil }
      return given(index, statement.call("values", [value(assignment)]))
    }
  }

  func inserting(_ insert: Insert) -> [PythonStatement] {
    let certain = insert.assignments.filter { !isOpen($0) }
    var query = PythonExpr.call(QueryText.sqlalchemy("insert"), [.positional(text.table)])
    if !certain.isEmpty { query = query.call("values", certain.map(value)) }
    if let row = insert.returning { query = query.call("returning", [text.columns(of: row)]) }
    let statements = [.assign(statement, query)] + openValues(insert.assignments)
    guard let row = insert.returning else { return statements + [.expression(execute(statement))] }
    return statements + [
      .assign("result", execute(statement)), .return(text.value(of: row, PythonExpr("result").call("one"))),
    ]
  }

  func updating(_ update: Update) -> [PythonStatement] {
    let open = openValues(update.assignments)
    var building = Building(query: .call(QueryText.sqlalchemy("update"), [.positional(text.table)]))
    let certain = update.assignments.filter { !isOpen($0) }
    if certain.isEmpty { building.before.append(.comment("An update has to set something: here a column to itself.")) }
    building.query = building.query.call("values", certain.isEmpty ? itself(update) : certain.map(value))
    if !open.isEmpty {
      name(&building)
      building.before += open
    }
    building = conditions(update.filters, on: building)
    guard let row = update.returning else { return affected(building) }
    building.query = building.query.call("returning", [text.columns(of: row)])
    guard !building.before.isEmpty else { return optional(building, row) }
    // A statement that gives rows is of another type than one that does not.
    building.before.append(.assign("returning", building.query))
    building.query = "returning"
    return optional(building, row)
  }

  /// A column that is set to itself.
  private func itself(_ update: Update) -> [PythonArgument] {
    guard let column = update.assignments.first?.column ?? text.entry.columns.first?.id else { return [] }
    return [.keyword(text.keyword(column), text.column(column))]
  }
}
