import SpecIR
import SpecWriting
import Testing

/// One rule, a model that breaks it, and what the verifier says.
private struct Broken: Sendable, CustomTestStringConvertible {
  let fault: String
  let change: @Sendable (inout CoreModel) -> Void

  init(_ fault: String, _ change: @escaping @Sendable (inout CoreModel) -> Void) {
    self.fault = fault
    self.change = change
  }

  var testDescription: String { fault }
}

private let id = LocalID(0)
private let found = LocalID(1)
private let user = LocalID(2)
private let lookUp = Statement.query(found, QueryCall(QueryID(0), arguments: [.local(id)]))
private let one = Expression.literal(1, .scalar(.int64))
private let yes = Expression.literal(true, .scalar(.bool))
private let make = Statement.query(nil, QueryCall(QueryID(1), arguments: [.literal("x", .scalar(.string))]))

/// Replaces the body of `get_user`.
private func body(_ statements: Statement...) -> @Sendable (inout CoreModel) -> Void {
  { $0.functions[0].body = statements }
}

private let functions: [Broken] = [
  Broken("function get_user: local 'found' is read before it has a value", body(.unwrap(user, .local(found), otherwise: []))),
  Broken("function get_user: local 'found' is assigned twice", body(lookUp, lookUp)),
  Broken("function get_user: local 'found' gets another type than it has", body(.bind(found, one))),
  Broken("function get_user: its end is reached without a return", body(lookUp)),
  Broken("function get_user: a statement is never reached", body(.fail(ErrorID(0)), lookUp)),
  Broken("function get_user: the other way of an unwrap goes on", body(lookUp, .unwrap(user, .local(found), otherwise: []))),
  Broken(
    "function get_user: something is unwrapped that is no optional", body(.unwrap(user, one, otherwise: [.fail(ErrorID(0))]))),
  Broken("function get_user: a condition is no bool", body(.branch(one, then: [], otherwise: []))),
  Broken("function get_user: it returns another type than it says", body(.return(one))),
  Broken("function get_user: local 'found' never gets a value", body(.fail(ErrorID(0)))),
  Broken("function get_user: something is run through that is no list", body(.each(user, one, []))),
  Broken("function get_user: error 7 does not exist", body(.fail(ErrorID(7)))),
  Broken("function get_user: a transaction stands inside another", body(.transaction([.transaction([lookUp])]))),
  Broken("function get_user: it declares other errors than it fails with, or in another order") { $0.functions[0].errors = [] },
  Broken("function get_user: two locals have one name") { $0.functions[0].locals[2].name = "found" },
  Broken("function get_user: query 9 does not exist", body(.query(found, QueryCall(QueryID(9), arguments: [])))),
  Broken(
    "function get_user: find_user is called with another number of arguments",
    body(.query(found, QueryCall(QueryID(0), arguments: [])))),
  Broken(
    "function get_user: the argument 'id' of find_user has another type",
    body(.query(found, QueryCall(QueryID(0), arguments: [yes])))),
  Broken(
    "function get_user: nobody reads what find_user gives", body(.query(nil, QueryCall(QueryID(0), arguments: [.local(id)])))),
  Broken(
    "function get_user: find_user cannot violate check(TableID(0), 0)",
    body(.query(found, QueryCall(QueryID(0), arguments: [.local(id)], violations: [.init(.check(TableID(0), 0), ErrorID(0))])))),
  Broken("function create_user: several writes stand outside a transaction") {
    $0.functions[1].body.insert(make, at: 0)
  },
  Broken("function create_user: several writes stand outside a transaction") {
    $0.functions[1].locals.append(.init("item", .api(.scalar(.string))))
    let list = Expression.literal(["a"], .list(Shape(.scalar(.string))))
    $0.functions[1].body = [.each(LocalID(2), list, [make])] + $0.functions[1].body.dropFirst(0)
  },
  Broken("function create_user: a constraint of insert_user means two errors") {
    let twice = QueryCall.Violation(.check(TableID(0), 0), ErrorID(1))
    $0.functions[1].body[0] = .query(
      LocalID(1), QueryCall(QueryID(1), arguments: [.field(.local(id), "name")], violations: [twice, twice]))
  },
]

private let expressions: [Broken] = [
  Broken("function get_user: local 9 does not exist", body(.return(.local(LocalID(9))))),
  Broken("function get_user: a literal does not fit its type", body(.return(.literal("x", .scalar(.int64))))),
  Broken("function get_user: the field 'x' is read of something that is no structure", body(.return(.field(.local(id), "x")))),
  Broken("function create_user: there is no field 'x'") { $0.functions[1].body = [.return(.field(.local(id), "x"))] },
  Broken("function get_user: a column is read of something that is no row", body(.return(.column(.local(id), 0)))),
  Broken("function get_user: orNull needs a presence", body(.return(.orNull(one)))),
  Broken("function get_user: orElse needs a presence or an optional", body(.return(.orElse(one, one)))),
  Broken("function get_user: both sides of orElse have one type", body(.return(.orElse(.none(.scalar(.int64)), yes)))),
  Broken("function get_user: absentIfNull needs an optional", body(.return(.absentIfNull(one)))),
  Broken("function get_user: isPresent needs a presence", body(.return(.isPresent(one)))),
  Broken("function get_user: null would be nested in null", body(.return(Expression.some(Expression.none(.scalar(.int64)))))),
  Broken("function get_user: mapping 4 does not exist", body(.return(.mapped(MappingID(4), one)))),
  Broken("function get_user: a mapping is given another row than its own", body(.return(.mapped(MappingID(0), one)))),
  Broken("function get_user: a mapping is given other rows than its own", body(.return(.mappedList(MappingID(0), one)))),
  Broken("function get_user: the conversion boolToInt64 does not apply", body(.return(.convert(.boolToInt64, one)))),
  Broken("function get_user: bool.not does not apply", body(.return(.call(.boolNot, [one])))),
  Broken(
    "function get_user: the required field 'name' of User is not given", body(.return(.construct(ModelID(0), [.init("id", one)])))
  ),
  Broken(
    "function get_user: the field 'id' of User is given a", body(.return(.construct(ModelID(0), [.init("id", yes)])))),
  Broken("function get_user: User has no field 'x'", body(.return(.construct(ModelID(0), [.init("x", one)])))),
  Broken(
    "function get_user: a field of User is given twice",
    body(.return(.construct(ModelID(0), [.init("id", one), .init("id", one)])))),
  Broken("mapping 0: the required field 'id' of User is not given") { $0.mappings[0].fields.removeFirst() },
  Broken("mapping 0: the row User has no column 5") { $0.mappings[0].fields[0].value = .column(.local(id), 5) },
]

/// Replaces the select of `find_user`.
private func select(_ filters: [Filter], _ order: [Order] = [], _ page: Select.Page? = nil, _ outcome: Select.Outcome = .many)
  -> @Sendable (inout CoreModel) -> Void
{
  { $0.queries[0].kind = .select(Select(row: RowID(0), filters: filters, order: order, page: page, outcome: outcome)) }
}

private func assign(_ assignments: Assignment...) -> @Sendable (inout CoreModel) -> Void {
  { $0.queries[1].kind = .insert(Insert(assignments: assignments, returning: RowID(0))) }
}

private let byID = Filter(SmallModel.id, .equal, parameter: 0)

private let queries: [Broken] = [
  Broken("row User: column 9 does not exist") { $0.rows[0].columns.append(ColumnID(9)) },
  Broken("row User: a column stands in it twice") { $0.rows[0].columns.append(SmallModel.id) },
  Broken("row User: its table does not exist") { $0.rows[0].table = TableID(3) },
  Broken("query find_user: two queries have this name") { $0.queries[1].name = "find_user" },
  Broken("query find_user: column 8 does not exist", select([Filter(ColumnID(8), .equal, parameter: 0)])),
  Broken("query find_user: parameter 3 does not exist", select([Filter(SmallModel.id, .equal, parameter: 3)])),
  Broken("query find_user: the parameter 'id' is no list", select([Filter(SmallModel.id, .oneOf, parameter: 0)])),
  Broken("query find_user: the column id is no text", select([Filter(SmallModel.id, .contains, parameter: 0)])),
  Broken(
    "query find_user: the parameter 'id' does not compare with the column name",
    select([Filter(SmallModel.name, .equal, parameter: 0)])),
  Broken("query find_user: the parameter 'id' is not used", select([])),
  Broken(
    "query find_user: its filters do not identify one row",
    select([Filter(SmallModel.id, .less, parameter: 0)], [], nil, .optional)),
  Broken(
    "query find_user: the parameter 'id' chooses an order, and is no enumeration",
    select([byID], [.chosen(parameter: 0, [], direction: nil)])),
  Broken("query find_user: limit and offset are int64") {
    $0.queries[0].parameters.append(.init("limit", .presence(.scalar(.int64))))
    select([byID], [], Select.Page(limit: 1, offset: 1))(&$0)
  },
  Broken("query find_user: its row is one of another table") {
    $0.database?.tables.append(Table(name: "others"))
    $0.queries[0].table = TableID(1)
  },
  Broken(
    "query insert_user: a column is written twice",
    assign(.init(SmallModel.name, .parameter(0)), .init(SmallModel.name, .parameter(0)))),
  Broken("query insert_user: the column name must be filled", assign(.init(ColumnID(2), .parameter(0)))),
  Broken("query insert_user: the column name holds no time", assign(.init(SmallModel.name, .currentTimestamp))),
  Broken(
    "query insert_user: the parameter 'name' cannot be stored in the column id", assign(.init(SmallModel.id, .parameter(0)))),
  Broken("query insert_user: the database makes the column id") {
    $0.database?.tables[0].columns[0].identity = .always
    assign(.init(SmallModel.id, .parameter(0)))(&$0)
  },
  Broken("query insert_user: an update changes nothing") {
    $0.queries[1].kind = .update(Update(assignments: [], filters: [], returning: nil))
  },
  Broken("model: rows and queries need a database") { $0.database = nil },
]

private let operations: [Broken] = [
  Broken("operation get_user: it gives its function another number of arguments") { $0.operations = [operation([])] },
  Broken("operation get_user: 'id' is made of a part that the request has not") { $0.operations = [operation([.body])] },
  Broken("operation get_user: 'id' has another type") { $0.operations = [operation([.parameter(1)])] },
  Broken("operation get_user: its function does not exist") {
    $0.operations = [operation([])]
    $0.operations[0].implementation = .function(FunctionID(8), arguments: [])
  },
]

private func operation(_ arguments: [Implementation.Argument]) -> SpecIR.Operation {
  func parameter(_ name: String, _ type: TypeRef) -> Parameter {
    Parameter(name: name, location: .path, style: .simple, isExploded: false, shape: Shape(type), presence: .required)
  }
  return Operation(
    name: "get_user", method: .get, path: PathTemplate("/users/{id}/{name}"), group: "users",
    parameters: [parameter("id", .scalar(.int64)), parameter("name", .scalar(.string))],
    implementation: .function(FunctionID(0), arguments: arguments))
}

@Test func `a sound model has no faults`() {
  #expect(BehaviourVerifier.faults(in: SmallModel.core) == [])
}

@Test(arguments: functions + expressions + queries + operations)
private func `a broken rule is a fault`(_ broken: Broken) throws {
  var core = SmallModel.core
  broken.change(&core)
  let faults = BehaviourVerifier.faults(in: core).map(\.description)
  #expect(try #require(faults.first).hasPrefix(broken.fault))
}
