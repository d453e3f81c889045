import SpecWriting

/// Prints one query in one line.
struct QueryText {
  let query: Query
  let core: CoreModel
  let types: (ValueType) -> String

  var text: String {
    let parameters = query.parameters.map { "\($0.name): \(types($0.type))" }.joined(separator: ", ")
    return "\(query.name)(\(parameters)): \(body)"
  }

  private var table: String { core.database.map { $0[query.table].name } ?? "\(query.table)" }

  private var body: String {
    switch query.kind {
    case .select(let select):
      let rows = select.outcome == .optional ? "one or none" : "many"
      let order = select.order.isEmpty ? "" : " order by \(select.order.map(text).joined(separator: ", "))"
      let page = select.page.map { " limit \(parameter($0.limit)) offset \(parameter($0.offset))" } ?? ""
      return "select \(core[select.row].name) from \(table)\(condition(select.filters))\(order)\(page), \(rows)"
    case .count(let filters): return "count \(table)\(condition(filters))"
    case .exists(let filters): return "exists \(table)\(condition(filters))"
    case .insert(let insert): return "insert \(table) set \(text(insert.assignments))\(returning(insert.returning))"
    case .update(let update):
      return "update \(table) set \(text(update.assignments))\(condition(update.filters))\(returning(update.returning))"
    case .delete(let filters): return "delete \(table)\(condition(filters))"
    }
  }

  private func returning(_ row: RowID?) -> String { row.map { " returning \(core[$0].name)" } ?? "" }

  private func condition(_ filters: [Filter]) -> String {
    guard !filters.isEmpty else { return "" }
    return " where "
      + filters.map { "\(column($0.column)) \(sign($0.comparison)) \(parameter($0.parameter))" }.joined(separator: " and ")
  }

  private func sign(_ comparison: Filter.Comparison) -> String {
    switch comparison {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .oneOf: "in"
    case .contains: "contains"
    }
  }

  private func text(_ assignments: [Assignment]) -> String {
    assignments.map { assignment in
      switch assignment.source {
      case .parameter(let index): "\(column(assignment.column)) = \(parameter(index))"
      case .currentTimestamp: "\(column(assignment.column)) = now"
      }
    }.joined(separator: ", ")
  }

  private func text(_ order: Order) -> String {
    switch order {
    case .column(let id, let direction): return column(id) + (direction == .descending ? " desc" : "")
    case .chosen(let index, let choices, let direction):
      let list = choices.map { choice in
        let direction = choice.direction == .descending ? " desc" : ""
        return "\(JSONWriter.write(choice.value, indent: nil)): \(column(choice.column))\(direction)"
      }
      let turned = direction.map { ", desc if \(parameter($0.parameter))" } ?? ""
      return "\(parameter(index)) of {\(list.joined(separator: ", "))\(turned)}"
    }
  }

  private func column(_ id: ColumnID) -> String { core.database.map { $0[query.table][id].name } ?? "\(id)" }

  private func parameter(_ index: Int) -> String {
    query.parameters.indices.contains(index) ? "$\(query.parameters[index].name)" : "$\(index)"
  }
}
