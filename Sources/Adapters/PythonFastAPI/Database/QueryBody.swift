import SpecAdapters
import SpecIR

/// The statements of a query's function: what is certain first, then what depends on what is given.
struct QueryBody {
  let text: QueryText
  var shape: QueryShape { text.shape }

  init(_ text: QueryText) { self.text = text }

  let statement: PythonExpr = "statement"

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
  func hoisted(_ building: Building) -> Building {
    shape.isConstant ? Building(query: PythonExpr(stringLiteral: shape.constantName), isNamed: true) : building
  }

  func counted(_ filters: [Filter]) -> Building {
    start(.call(QueryText.sqlalchemy("select"), [.positional(countAll)]).call("select_from", [.positional(text.table)]), filters)
  }

  func deleted(_ filters: [Filter]) -> Building {
    start(.call(QueryText.sqlalchemy("delete"), [.positional(text.table)]), filters)
  }

  var countAll: PythonExpr { PythonExpr.name(QueryText.sqlalchemy("func")).call("count") }

  // MARK: Parts

  /// What is built so far: statements, and the expression that stands for the query behind them.
  struct Building {
    var before: [PythonStatement] = []
    var query: PythonExpr
    /// Whether the query is `statement` and nothing behind it.
    var isNamed = false
  }

  /// A query with its conditions.
  func start(_ query: PythonExpr, _ filters: [Filter]) -> Building { conditions(filters, on: Building(query: query)) }

  func conditions(_ filters: [Filter], on building: Building) -> Building {
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
  func given(_ parameter: Int, _ value: PythonExpr) -> PythonStatement {
    let test = shape.parameters[parameter].absence.map { $0.isPresent(shape.argument(parameter), text.target) } ?? .bool(true)
    return .if([PythonBranch(test, [.assign(statement, value)])], else: [])
  }

  func name(_ building: inout Building) {
    guard !building.isNamed else { return }
    building.before.append(.assign(statement, building.query))
    building.query = statement
    building.isNamed = true
  }

  func execute(_ query: PythonExpr) -> PythonExpr {
    let given: [PythonArgument] = shape.isConstant && !shape.parameters.isEmpty ? [.positional(shape.given)] : []
    return PythonExpr("connection").call("execute", [.positional(query)] + given).await
  }

  func scalar(_ building: Building) -> [PythonStatement] {
    var building = building
    name(&building)
    return building.before + [.assign("result", execute(building.query)), .return(PythonExpr("result").call("scalar_one"))]
  }

  /// How many rows there were.
  func affected(_ building: Building) -> [PythonStatement] {
    building.before + [.assign("result", execute(building.query)), .return("result.rowcount")]
  }

  func optional(_ building: Building, _ row: RowID) -> [PythonStatement] {
    var building = building
    if building.query.isPath { building.isNamed = true }
    name(&building)
    let found = execute(building.query).call("one_or_none")
    return building.before + [
      .assign("row", found),
      .return(.conditional(.none, if: PythonExpr("row").compare(.is, .none), else: text.value(of: row, "row"))),
    ]
  }
}
