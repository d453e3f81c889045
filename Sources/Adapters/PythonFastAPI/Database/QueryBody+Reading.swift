import SpecIR

/// Queries that read rows.
extension QueryBody {
  func selecting(_ select: Select) -> [PythonStatement] {
    var building = hoisted(selected(select))
    if select.outcome == .optional { return optional(building, select.row) }
    name(&building)
    let rows = PythonExpr.comprehension(.list, text.value(of: select.row, "row"), for: "row", in: "result")
    return building.before + [.assign("result", execute(building.query)), .return(rows)]
  }

  func selected(_ select: Select) -> Building {
    var building = start(.call(QueryText.sqlalchemy("select"), [text.columns(of: select.row)]), select.filters)
    order(select.order, &building)
    if let page = select.page {
      building.query = building.query.call("limit", [.positional(text.bound(page.limit))])
        .call("offset", [.positional(text.bound(page.offset))])
      building.isNamed = false
    }
    return building
  }

  private func order(_ terms: [Order], _ building: inout Building) {
    var pending: [PythonArgument] = []
    for term in terms {
      switch term {
      case .column(let id, let direction): pending.append(.positional(text.fixed(id, direction)))
      case .chosen(let parameter, let choices, let direction):
        let lookup = text.lookup(parameter, choices)
        let absence = shape.parameters[parameter].absence
        guard lookup.isPartial || absence != nil else {
          pending.append(.positional(text.chosen(parameter, choices, direction, lookup.value)))
          continue
        }
        if !pending.isEmpty { building.query = building.query.call("order_by", pending) }
        building.isNamed = building.isNamed && pending.isEmpty
        pending = []
        name(&building)
        building.before += optionalOrder(parameter, choices, direction, lookup)
      }
    }
    guard !pending.isEmpty else { return }
    building.query = building.query.call("order_by", pending)
    building.isNamed = false
  }

  /// A term that is left out where nothing is chosen.
  private func optionalOrder(
    _ parameter: Int, _ choices: [Order.Choice], _ direction: Order.DirectionChoice?,
    _ lookup: (value: PythonExpr, isPartial: Bool)
  ) -> [PythonStatement] {
    func sorted(by found: PythonExpr) -> PythonStatement {
      .assign(statement, statement.call("order_by", [.positional(text.chosen(parameter, choices, direction, found))]))
    }
    let inner: [PythonStatement] =
      lookup.isPartial
      ? [
        .assign("term", lookup.value),
        .if([PythonBranch(PythonExpr("term").compare(.isNot, .none), [sorted(by: "term")])], else: []),
      ] : [sorted(by: lookup.value)]
    guard let absence = shape.parameters[parameter].absence else { return inner }
    return [.if([PythonBranch(absence.isPresent(shape.argument(parameter), text.target), inner)], else: [])]
  }

  func existing(_ filters: [Filter]) -> [PythonStatement] {
    var building = hoisted(existed(filters))
    name(&building)
    let query = shape.isConstant ? building.query : asked(building.query)
    return building.before + [.assign("result", execute(query)), .return(PythonExpr("result").call("scalar_one"))]
  }

  func existed(_ filters: [Filter]) -> Building {
    let key = text.entry.columns.first.map { text.column($0.id) } ?? countAll
    return start(.call(QueryText.sqlalchemy("select"), [.positional(key)]), filters)
  }

  func asked(_ query: PythonExpr) -> PythonExpr {
    .call(QueryText.sqlalchemy("select"), [.positional(query.call("exists"))])
  }
}
