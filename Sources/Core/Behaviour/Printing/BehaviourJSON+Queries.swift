package import SpecWriting

extension BehaviourJSON {
  package static func json(_ query: Query) -> JSONValue {
    [
      "name": .string(query.name),
      "table": .number(JSONNumber(query.table.index)),
      "parameters": .array(query.parameters.map { ["name": .string($0.name), "type": json($0.type)] }),
      "kind": json(query.kind),
      "documentation": query.documentation.map { .string($0) } ?? .null,
    ]
  }

  private static func json(_ kind: Query.Kind) -> JSONValue {
    switch kind {
    case .select(let select):
      [
        "kind": "select",
        "row": id(select.row),
        "filters": filters(select.filters),
        "order": .array(select.order.map { json($0) }),
        "page": select.page.map { ["limit": .number(JSONNumber($0.limit)), "offset": .number(JSONNumber($0.offset))] } ?? .null,
        "outcome": .string(select.outcome.rawValue),
      ]
    case .count(let conditions): ["kind": "count", "filters": filters(conditions)]
    case .exists(let conditions): ["kind": "exists", "filters": filters(conditions)]
    case .insert(let insert):
      ["kind": "insert", "assignments": assignments(insert.assignments), "returning": insert.returning.map { id($0) } ?? .null]
    case .update(let update):
      [
        "kind": "update",
        "assignments": assignments(update.assignments),
        "filters": filters(update.filters),
        "returning": update.returning.map { id($0) } ?? .null,
      ]
    case .delete(let conditions): ["kind": "delete", "filters": filters(conditions)]
    }
  }

  private static func filters(_ filters: [Filter]) -> JSONValue {
    .array(
      filters.map {
        [
          "column": column($0.column),
          "comparison": .string($0.comparison.rawValue),
          "parameter": .number(JSONNumber($0.parameter)),
        ]
      })
  }

  private static func assignments(_ assignments: [Assignment]) -> JSONValue {
    .array(
      assignments.map { assignment in
        switch assignment.source {
        case .parameter(let index): ["column": column(assignment.column), "parameter": .number(JSONNumber(index))]
        case .currentTimestamp: ["column": column(assignment.column), "parameter": .null]
        }
      })
  }

  private static func json(_ order: Order) -> JSONValue {
    switch order {
    case .column(let id, let direction): ["kind": "column", "column": column(id), "direction": .string(direction.rawValue)]
    case .chosen(let parameter, let choices, let direction):
      [
        "kind": "chosen",
        "parameter": .number(JSONNumber(parameter)),
        "choices": .array(
          choices.map { ["value": $0.value, "column": column($0.column), "direction": .string($0.direction.rawValue)] }),
        "direction": direction.map {
          ["parameter": .number(JSONNumber($0.parameter)), "descending": .array($0.descending)]
        } ?? .null,
      ]
    }
  }
}
