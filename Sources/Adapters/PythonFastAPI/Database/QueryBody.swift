import SpecAdapters
import SpecIR

/// The statements of a query's function: what is certain first, then what depends on what is given.
struct QueryBody {
  private let text: QueryText
  private var shape: QueryShape { text.shape }

  init(_ text: QueryText) { self.text = text }

  private let statement: PythonExpr = "statement"

  var statements: [PythonStatement] {
    switch shape.query.kind {
    case .select(let select): selecting(select)
    case .count(let filters): scalar(hoisted(counted(filters)))
    case .exists(let filters): existing(filters)
    case .insert(let insert): inserting(insert)
    case .update(let update): updating(update)
    case .delete(let filters): affected(hoisted(deleted(filters)))
    }
  }

  /// The statement in front of the function, where it is always the same: SQLAlchemy takes longer to build one than to find
  /// what it compiled.
  var constants: [PythonStatement] {
    guard shape.isConstant, let query = whole else { return [] }
    return [.constant(shape.constantName, query)]
  }

  private var whole: PythonExpr? {
    switch shape.query.kind {
    case .select(let select): selected(select).query
    case .count(let filters): counted(filters).query
    case .exists(let filters): asked(existed(filters).query)
    case .delete(let filters): deleted(filters).query
    case .insert, .update: nil
    }
  }

  /// The name of what stands in front of the function, where it does.
  private func hoisted(_ building: Building) -> Building {
    shape.isConstant ? Building(query: PythonExpr(stringLiteral: shape.constantName), isNamed: true) : building
  }

  private func counted(_ filters: [Filter]) -> Building {
    start(.call(QueryText.sqlalchemy("select"), [.positional(countAll)]).call("select_from", [.positional(text.table)]), filters)
  }

  private func deleted(_ filters: [Filter]) -> Building {
    start(.call(QueryText.sqlalchemy("delete"), [.positional(text.table)]), filters)
  }

  private var countAll: PythonExpr { PythonExpr.name(QueryText.sqlalchemy("func")).call("count") }

  // MARK: Parts

  /// What is built so far: statements, and the expression that stands for the query behind them.
  private struct Building {
    var before: [PythonStatement] = []
    var query: PythonExpr
    /// Whether the query is `statement` and nothing behind it.
    var isNamed = false
  }

  /// A query with its conditions.
  private func start(_ query: PythonExpr, _ filters: [Filter]) -> Building { conditions(filters, on: Building(query: query)) }

  private func conditions(_ filters: [Filter], on building: Building) -> Building {
    var building = building
    let certain = filters.filter { shape.parameters[$0.parameter].absence == nil }
    let open = filters.filter { shape.parameters[$0.parameter].absence != nil }
    if !certain.isEmpty {
      building.query = building.query.call("where", certain.map { .positional(text.condition($0)) })
      building.isNamed = false
    }
    guard !open.isEmpty else { return building }
    name(&building)
    for filter in open {
      building.before.append(
        given(filter.parameter, statement.call("where", [.positional(text.condition(filter))])))
    }
    return building
  }

  /// `if values.role is not None: statement = …`
  private func given(_ parameter: Int, _ value: PythonExpr) -> PythonStatement {
    let test = shape.parameters[parameter].absence.map { $0.isPresent(shape.argument(parameter), text.target) } ?? .bool(true)
    return .if([PythonBranch(test, [.assign(statement, value)])], else: [])
  }

  private func name(_ building: inout Building) {
    guard !building.isNamed else { return }
    building.before.append(.assign(statement, building.query))
    building.query = statement
    building.isNamed = true
  }

  private func execute(_ query: PythonExpr) -> PythonExpr {
    let given: [PythonArgument] = shape.isConstant && !shape.parameters.isEmpty ? [.positional(shape.given)] : []
    return PythonExpr("connection").call("execute", [.positional(query)] + given).await
  }

  private func scalar(_ building: Building) -> [PythonStatement] {
    var building = building
    name(&building)
    return building.before + [.assign("result", execute(building.query)), .return(PythonExpr("result").call("scalar_one"))]
  }

  /// How many rows there were.
  private func affected(_ building: Building) -> [PythonStatement] {
    building.before + [.assign("result", execute(building.query)), .return("result.rowcount")]
  }

  private func optional(_ building: Building, _ row: RowID) -> [PythonStatement] {
    var building = building
    if building.query.isPath { building.isNamed = true }
    name(&building)
    let found = execute(building.query).call("one_or_none")
    return building.before + [.assign("row", found), .return(.conditional(.none, if: PythonExpr("row").compare(.is, .none), else: text.value(of: row, "row")))]
  }

  // MARK: Reading

  private func selecting(_ select: Select) -> [PythonStatement] {
    var building = hoisted(selected(select))
    if select.outcome == .optional { return optional(building, select.row) }
    name(&building)
    let rows = PythonExpr.comprehension(.list, text.value(of: select.row, "row"), for: "row", in: "result")
    return building.before + [.assign("result", execute(building.query)), .return(rows)]
  }

  private func selected(_ select: Select) -> Building {
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

  private func existing(_ filters: [Filter]) -> [PythonStatement] {
    var building = hoisted(existed(filters))
    name(&building)
    let query = shape.isConstant ? building.query : asked(building.query)
    return building.before + [.assign("result", execute(query)), .return(PythonExpr("result").call("scalar_one"))]
  }

  private func existed(_ filters: [Filter]) -> Building {
    let key = text.entry.columns.first.map { text.column($0.id) } ?? countAll
    return start(.call(QueryText.sqlalchemy("select"), [.positional(key)]), filters)
  }

  private func asked(_ query: PythonExpr) -> PythonExpr {
    .call(QueryText.sqlalchemy("select"), [.positional(query.call("exists"))])
  }

  // MARK: Writing

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

  private func inserting(_ insert: Insert) -> [PythonStatement] {
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

  private func updating(_ update: Update) -> [PythonStatement] {
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

extension PythonExpr {
  /// Whether the expression is a name, or a member of a member of one.
  var isPath: Bool {
    switch kind {
    case .name: true
    case .attribute(let base, _): base.isPath
    case .constant, .number, .string, .formatted, .call, .subscript, .slice, .tuple, .list, .set, .dict, .comprehension, .lambda,
      .unary, .binary, .compare, .boolean, .conditional, .await, .yield, .yieldFrom, .walrus, .starred, .bound, .quoted, .parenthesized:
      false
    }
  }
}
