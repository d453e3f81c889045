import SpecAdapters
import SpecIR

/// The statement of a query, which stands in front of the query's function.
///
/// SQLAlchemy takes longer to build a statement than to find what it compiled for it. One that is always the same is a constant. One
/// with parts that may be left out is made by a function of its own, which keeps what it made for each choice of parts.
struct QueryStatement {
  private let text: QueryText
  private var shape: QueryShape { text.shape }
  private let statement: PythonExpr = "statement"

  init(_ text: QueryText) { self.text = text }

  /// The constant or the function.
  var declaration: PythonStatement {
    let made = made
    guard !shape.choices.isEmpty else { return .constant(shape.constantName, made.query) }
    return .function(
      PythonFunction(
        shape.makerName, PythonParameters(keywordOnly: shape.choices.map(parameter)), returns: type,
        decorators: [.name(.std("functools", "lru_cache"))], body: made.before + [.return(made.query)]))
  }

  /// What stands for the statement inside the query's function.
  var use: PythonExpr {
    guard !shape.choices.isEmpty else { return PythonExpr(stringLiteral: shape.constantName) }
    return PythonExpr(stringLiteral: shape.makerName).called(shape.choices.map(argument))
  }

  // MARK: The function that makes it

  private func parameter(_ choice: QueryShape.Choice) -> PythonParameter {
    switch choice {
    case .presence(let index): PythonParameter(shape.parameters[index].name, "bool")
    case .value(let index): PythonParameter(shape.parameters[index].name, text.target.type(shape.parameters[index].type))
    }
  }

  private func argument(_ choice: QueryShape.Choice) -> PythonArgument {
    switch choice {
    case .presence(let index): .keyword(shape.parameters[index].name, isPresent(index, shape.argument(index)))
    case .value(let index): .keyword(shape.parameters[index].name, shape.argument(index))
    }
  }

  private func isPresent(_ index: Int, _ value: PythonExpr) -> PythonExpr {
    shape.parameters[index].absence.map { $0.isPresent(value, text.target) } ?? .bool(true)
  }

  /// Whether a parameter that may be absent is given, where the statement is made.
  private func isGiven(_ index: Int) -> PythonExpr {
    let choosing = shape.choices.contains { if case .value(index) = $0 { true } else { false } }
    return choosing ? isPresent(index, text.choice(index)) : text.choice(index)
  }

  /// The type of the statement.
  private var type: PythonExpr {
    let any = PythonExpr.generic("tuple", [.name(.std("typing", "Any")), .ellipsis]).starred
    switch shape.query.kind {
    case .select, .insert: return .generic(QueryText.sqlalchemy("Select"), [any])
    case .count: return .generic(QueryText.sqlalchemy("Select"), ["int"])
    case .exists: return .generic(QueryText.sqlalchemy("Select"), ["bool"])
    case .delete: return .name(QueryText.sqlalchemy("Delete"))
    case .update(let update):
      guard update.returning != nil else { return .name(QueryText.sqlalchemy("Update")) }
      return .generic(.of("sqlalchemy", "sqlalchemy.sql.dml", "ReturningUpdate"), [any])
    }
  }

  // MARK: How it is made

  /// What is made so far: statements, and the expression that stands for the query behind them.
  private struct Making {
    var before: [PythonStatement] = []
    var query: PythonExpr
    /// Whether the query is `statement` and nothing behind it.
    var isNamed = false

    /// Puts a call behind the query.
    mutating func call(_ name: String, _ arguments: [PythonArgument]) {
      query = query.call(name, arguments)
      isNamed = false
    }
  }

  private var made: Making {
    switch shape.query.kind {
    case .select(let select): return selected(select)
    case .count(let filters):
      return start(
        .call(QueryText.sqlalchemy("select"), [.positional(countAll)]).call("select_from", [.positional(text.table)]), filters)
    case .exists(let filters):
      let key = text.entry.columns.first.map { text.column($0.id) } ?? countAll
      var making = start(.call(QueryText.sqlalchemy("select"), [.positional(key)]), filters)
      making.query = .call(QueryText.sqlalchemy("select"), [.positional(making.query.call("exists"))])
      return making
    case .delete(let filters): return start(.call(QueryText.sqlalchemy("delete"), [.positional(text.table)]), filters)
    case .insert(let insert):
      return returning(
        insert.returning,
        setting(insert.assignments, Making(query: .call(QueryText.sqlalchemy("insert"), [.positional(text.table)]))))
    case .update(let update):
      let making = setting(update.assignments, Making(query: .call(QueryText.sqlalchemy("update"), [.positional(text.table)])))
      return returning(update.returning, conditions(update.filters, on: making))
    }
  }

  private var countAll: PythonExpr { PythonExpr.name(QueryText.sqlalchemy("func")).call("count") }

  /// A query with its conditions.
  private func start(_ query: PythonExpr, _ filters: [Filter]) -> Making { conditions(filters, on: Making(query: query)) }

  private func conditions(_ filters: [Filter], on start: Making) -> Making {
    var making = start
    let certain = filters.filter { shape.parameters[$0.parameter].absence == nil }
    if !certain.isEmpty { making.call("where", certain.map { .positional(text.condition($0)) }) }
    for filter in filters where shape.parameters[filter.parameter].absence != nil {
      name(&making)
      let limited = statement.call("where", [.positional(text.condition(filter))])
      making.before.append(.if([PythonBranch(isGiven(filter.parameter), [.assign(statement, limited)])], else: []))
    }
    return making
  }

  private func name(_ making: inout Making) {
    guard !making.isNamed else { return }
    making.before.append(.assign(statement, making.query))
    making.query = statement
    making.isNamed = true
  }

  /// What the database itself sets; all else are values, which are given when the statement is run.
  private func setting(_ assignments: [Assignment], _ start: Making) -> Making {
    var making = start
    let times = assignments.filter { $0.source == .currentTimestamp }
    if !times.isEmpty { making.call("values", times.map { .keyword(text.keyword($0.column), text.now(in: $0.column)) }) }
    return making
  }

  private func returning(_ row: RowID?, _ start: Making) -> Making {
    var making = start
    if let row { making.call("returning", [text.columns(of: row)]) }
    return making
  }

  // MARK: Reading

  private func selected(_ select: Select) -> Making {
    var making = start(.call(QueryText.sqlalchemy("select"), [text.columns(of: select.row)]), select.filters)
    order(select.order, &making)
    if let page = select.page {
      making.call("limit", [.positional(text.count(page.limit))])
      making.call("offset", [.positional(text.count(page.offset))])
    }
    return making
  }

  private func order(_ terms: [Order], _ making: inout Making) {
    var pending: [PythonArgument] = []
    for term in terms {
      switch term {
      case .column(let id, let direction): pending.append(.positional(text.fixed(id, direction)))
      case .chosen(let parameter, let choices, let direction):
        let lookup = text.lookup(parameter, choices)
        guard lookup.isPartial || shape.parameters[parameter].absence != nil else {
          pending.append(.positional(text.chosen(parameter, choices, direction, lookup.value)))
          continue
        }
        if !pending.isEmpty { making.call("order_by", pending) }
        pending = []
        name(&making)
        making.before += optionalOrder(parameter, choices, direction, lookup)
      }
    }
    if !pending.isEmpty { making.call("order_by", pending) }
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
    guard shape.parameters[parameter].absence != nil else { return inner }
    return [.if([PythonBranch(isGiven(parameter), inner)], else: [])]
  }
}
