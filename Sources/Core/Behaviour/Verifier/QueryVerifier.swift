/// A query names columns of its table, parameters that exist, and types that can be stored or compared.
struct QueryVerifier {
  let query: Query
  let core: CoreModel
  let database: Database

  private var table: Table { database[query.table] }
  private var comparison: TypeComparison { TypeComparison(core: core) }

  func faults() -> [BehaviourFault] {
    do {
      try check()
      return []
    } catch { return [error] }
  }

  private func fault(_ message: String) -> BehaviourFault { BehaviourFault("query \(query.name)", message) }

  private func check() throws(BehaviourFault) {
    guard Set(query.parameters.map(\.name)).count == query.parameters.count else { throw fault("two parameters have one name") }
    for parameter in query.parameters {
      switch parameter.type {
      case .api, .presence: break
      case .unit, .row, .optional, .list: throw fault("the parameter '\(parameter.name)' is no value")
      }
    }
    var used: [Int]
    switch query.kind {
    case .select(let select):
      try check(row: select.row)
      used = try check(select.filters) + (try check(select.order)) + (try check(select.page))
      if select.outcome == .optional { try checkIdentifies(select.filters) }
    case .count(let filters), .exists(let filters), .delete(let filters): used = try check(filters)
    case .insert(let insert):
      if let row = insert.returning { try check(row: row) }
      used = try check(insert.assignments)
      try checkComplete(insert.assignments)
    case .update(let update):
      if let row = update.returning { try check(row: row) }
      guard !update.assignments.isEmpty else { throw fault("an update changes nothing") }
      used = try check(update.assignments) + (try check(update.filters))
      try checkIdentifies(update.filters)
    }
    for index in query.parameters.indices where !used.contains(index) {
      throw fault("the parameter '\(query.parameters[index].name)' is not used")
    }
  }

  private func check(row: RowID) throws(BehaviourFault) {
    guard core.rows.indices.contains(row.index) else { throw fault("its row does not exist") }
    guard core[row].table == query.table else { throw fault("its row is one of another table") }
  }

  private func column(_ id: ColumnID) throws(BehaviourFault) -> Column {
    guard table.columns.indices.contains(id.index) else { throw fault("column \(id.index) does not exist") }
    return table[id]
  }

  private func parameter(_ index: Int) throws(BehaviourFault) -> Query.Parameter {
    guard query.parameters.indices.contains(index) else { throw fault("parameter \(index) does not exist") }
    return query.parameters[index]
  }

  /// The type of a parameter, also of one that may be absent.
  private func value(_ parameter: Query.Parameter) -> TypeRef {
    switch parameter.type {
    case .api(let type), .presence(let type): type
    case .unit, .row, .optional, .list: .scalar(.json)
    }
  }

  private func check(_ filters: [Filter]) throws(BehaviourFault) -> [Int] {
    for filter in filters {
      let column = try column(filter.column)
      let parameter = try parameter(filter.parameter)
      guard let stored = column.type.valueType else { throw fault("the column \(column.name) cannot be compared") }
      let given = comparison.resolved(value(parameter))
      let type: TypeRef
      switch (filter.comparison, given) {
      case (.oneOf, .list(let element)): type = element.type
      case (.oneOf, _): throw fault("the parameter '\(parameter.name)' is no list")
      case (.contains, _):
        guard column.type.valueType == .scalar(.string) else { throw fault("the column \(column.name) is no text") }
        type = given
      case (.equal, _), (.notEqual, _), (.less, _), (.lessOrEqual, _), (.greater, _), (.greaterOrEqual, _): type = given
      }
      guard comparison.isSame(type, stored) || comparison.isInteger(type) && comparison.isInteger(stored) else {
        throw fault("the parameter '\(parameter.name)' does not compare with the column \(column.name)")
      }
    }
    return filters.map(\.parameter)
  }

  private func check(_ assignments: [Assignment]) throws(BehaviourFault) -> [Int] {
    guard Set(assignments.map(\.column)).count == assignments.count else { throw fault("a column is written twice") }
    var used: [Int] = []
    for assignment in assignments {
      let column = try column(assignment.column)
      guard !column.isReadOnly else { throw fault("the database makes the column \(column.name)") }
      guard let stored = column.type.valueType else { throw fault("the column \(column.name) cannot be written") }
      switch assignment.source {
      case .currentTimestamp:
        guard stored == .scalar(.dateTime) else { throw fault("the column \(column.name) holds no time") }
      case .parameter(let index):
        let parameter = try parameter(index)
        guard comparison.isSame(comparison.resolved(value(parameter)).unwrapped, stored) else {
          throw fault("the parameter '\(parameter.name)' cannot be stored in the column \(column.name)")
        }
        used.append(index)
      }
    }
    return used
  }

  private func checkComplete(_ assignments: [Assignment]) throws(BehaviourFault) {
    let written = Set(assignments.map(\.column))
    for id in table.columnIDs where !table[id].isOptionalOnInsert && !written.contains(id) {
      throw fault("the column \(table[id].name) must be filled")
    }
  }

  private func check(_ order: [Order]) throws(BehaviourFault) -> [Int] {
    var used: [Int] = []
    for item in order {
      switch item {
      case .column(let id, _): _ = try column(id)
      case .chosen(let index, let choices, let direction):
        let chosen = try parameter(index)
        guard comparison.isEnumeration(value(chosen)) else {
          throw fault("the parameter '\(chosen.name)' chooses an order, and is no enumeration")
        }
        for choice in choices { _ = try column(choice.column) }
        used.append(index)
        if let direction {
          let turning = try parameter(direction.parameter)
          guard comparison.isEnumeration(value(turning)) || comparison.isSame(value(turning), .scalar(.bool)) else {
            throw fault("the parameter '\(turning.name)' turns an order, and is no enumeration and no bool")
          }
          used.append(direction.parameter)
        }
      }
    }
    return used
  }

  private func check(_ page: Select.Page?) throws(BehaviourFault) -> [Int] {
    guard let page else { return [] }
    for index in [page.limit, page.offset] {
      guard try parameter(index).type == .api(.scalar(.int64)) else { throw fault("limit and offset are int64") }
    }
    return [page.limit, page.offset]
  }

  /// One row at most is promised by a key, and not by hope.
  private func checkIdentifies(_ filters: [Filter]) throws(BehaviourFault) {
    let fixed = filters.filter { filter in
      guard filter.comparison == .equal, case .api = query.parameters[filter.parameter].type else { return false }
      return true
    }
    let names = Set(fixed.map { table[$0.column].name })
    guard table.identifyingKeys.contains(where: { Set($0).isSubset(of: names) }) else {
      throw fault("its filters do not identify one row")
    }
  }
}
