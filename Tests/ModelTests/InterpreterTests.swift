import SpecIR
import SpecWriting
import Testing

@Test func `a function that fails leaves no trace`() throws {
  var core = SmallModel.core
  // Makes a user and then fails, inside a transaction and outside.
  core.functions.append(
    Function(
      name: "make_and_fail", group: "users", parameterCount: 0, result: .unit, errors: [ErrorID(0)], locals: [],
      body: [
        .transaction([
          .query(nil, QueryCall(QueryID(1), arguments: [.literal("x", .scalar(.string))])), .fail(ErrorID(0)),
        ])
      ]))
  #expect(BehaviourVerifier.faults(in: core) == [])
  var interpreter = Interpreter(core)
  #expect(interpreter.run("make_and_fail", []) == .failure(ErrorID(0)))
  #expect(interpreter.store.count(TableID(0)) == 0)
  #expect(interpreter.run("create_user", [["name": ""]]) == .failure(ErrorID(1)))
  #expect(interpreter.store.count(TableID(0)) == 0)
  #expect(interpreter.run("create_user", [["name": "Ann"]]) == .value(["id": 1, "name": "Ann"]))
}

@Test func `a violation that nobody declares is no answer of the function`() throws {
  var core = SmallModel.core
  core.functions[1].errors = []
  core.functions[1].body[0] = .query(LocalID(1), QueryCall(QueryID(1), arguments: [.field(.local(LocalID(0)), "name")]))
  #expect(BehaviourVerifier.faults(in: core) == [])
  var interpreter = Interpreter(core)
  guard case .infrastructure = interpreter.run("create_user", [["name": ""]]) else {
    Issue.record("the check of the table was broken without a failure")
    return
  }
}

private let arithmetic: [(Operator, [JSONValue], JSONValue)] = [
  (.int64AddSaturating, [9_223_372_036_854_775_807, 1], 9_223_372_036_854_775_807),
  (.int64SubtractSaturating, [-9_223_372_036_854_775_807, 5], .number(JSONNumber(Int.min))),
  (.int64MultiplySaturating, [9_223_372_036_854_775_807, -2], .number(JSONNumber(Int.min))),
  (.int64MultiplySaturating, [-4, -5], 20),
  (.int64DivideCeiling, [7, 2], 4),
  (.int64DivideCeiling, [8, 2], 4),
  (.int64DivideCeiling, [0, 2], 0),
  (.int64Minimum, [3, -3], -3),
  (.int64Maximum, [3, -3], 3),
  (.int64Less, [2, 2], false),
  (.boolOr, [false, true], true),
  (.boolAnd, [false, true], false),
  (.stringLengthCodePoints, ["e\u{301}👍"], 3),
  (.equal, [1, .number(JSONNumber(literal: "1.0") ?? JSONNumber(0))], true),
  (.equal, ["a", "A"], false),
]

@Test(arguments: arithmetic)
func `operators compute what their names say`(_ item: (Operator, [JSONValue], JSONValue)) {
  var core = SmallModel.core
  func type(_ value: JSONValue) -> TypeRef {
    switch value {
    case .bool: .scalar(.bool)
    case .string: .scalar(.string)
    case .null, .number, .array, .object: .scalar(.int64)
    }
  }
  core.functions = [
    Function(
      name: "compute", group: "-", parameterCount: 0, result: .api(type(item.2)), locals: [],
      body: [.return(.call(item.0, item.1.map { .literal($0, type($0)) }))])
  ]
  #expect(BehaviourVerifier.faults(in: core) == [])
  var interpreter = Interpreter(core)
  #expect(interpreter.run("compute", []) == .value(item.2))
}

/// A number, whether it has room in three digits of which one is behind the point, and its type.
private let numbers: [(JSONValue, Bool, Scalar)] = [
  ("0", true, .decimal), ("99.9", true, .decimal), ("99.94", true, .decimal), ("99.95", false, .decimal),
  ("-99.95", false, .decimal), ("100", false, .decimal), ("-7.25", true, .decimal), ("123456789012345678901234567890", false, .decimal),
  (.number(JSONNumber(literal: "99.94") ?? JSONNumber(0)), true, .double),
  (.number(JSONNumber(literal: "99.95") ?? JSONNumber(0)), false, .double),
  (.number(JSONNumber(literal: "1e300") ?? JSONNumber(0)), false, .double),
  (.number(JSONNumber(literal: "1e1") ?? JSONNumber(0)), true, .double),
]

@Test(arguments: numbers)
func `a number fits where its digits have room once it is rounded`(_ item: (value: JSONValue, fits: Bool, type: Scalar)) {
  var core = SmallModel.core
  let literal = { (number: Int) in Expression.literal(.number(JSONNumber(number)), .scalar(.int64)) }
  let call = Expression.call(.decimalFits, [.literal(item.value, .scalar(item.type)), literal(3), literal(1)])
  core.functions = [
    Function(name: "fits", group: "-", parameterCount: 0, result: .api(.scalar(.bool)), locals: [], body: [.return(call)])
  ]
  #expect(BehaviourVerifier.faults(in: core) == [])
  var interpreter = Interpreter(core)
  #expect(interpreter.run("fits", []) == .value(.bool(item.fits)))
}

/// A condition on a row whose `a` is 5, `t` is `Ünit` and `n` is NULL.
private let conditions: [(SQLExpression, Bool?)] = [
  (.binary(.and, .binary(.greater, .column("a"), .literal(.number("1"))), .isNull(.column("n"), negated: false)), true),
  (.binary(.equal, .column("n"), .literal(.number("1"))), nil),
  (
    .binary(.or, .binary(.equal, .column("n"), .literal(.number("1"))), .binary(.equal, .column("a"), .literal(.number("5.0")))),
    true
  ),
  (.binary(.and, .binary(.equal, .column("n"), .literal(.number("1"))), .literal(.boolean(false))), false),
  (.inList(.column("a"), [.literal(.number("5")), .literal(.null)], negated: false), true),
  (.inList(.column("a"), [.literal(.number("6")), .literal(.null)], negated: false), nil),
  (.inList(.column("a"), [.literal(.number("6"))], negated: true), true),
  (.between(.column("a"), .literal(.number("5")), .literal(.number("7")), negated: false), true),
  (.like(.column("t"), pattern: .literal(.string("_nit")), isCaseSensitive: true, negated: false), true),
  (.like(.column("t"), pattern: .literal(.string("%N%")), isCaseSensitive: false, negated: false), true),
  (.like(.column("t"), pattern: .literal(.string("%N%")), isCaseSensitive: true, negated: false), false),
  (.glob(.column("t"), pattern: .literal(.string("?n*t")), negated: false), true),
  (.matches(.column("t"), pattern: .literal(.string("^.nit$")), isCaseSensitive: true, negated: false), true),
  (.binary(.equal, .call(.length, [.column("t")]), .literal(.number("4"))), true),
  (.binary(.equal, .call(.byteLength, [.column("t")]), .literal(.number("5"))), true),
  (.binary(.equal, .call(.trim, [.literal(.string("  x "))]), .literal(.string("x"))), true),
  (.binary(.equal, .binary(.divide, .column("a"), .literal(.number("2"))), .literal(.number("2"))), true),
  (.binary(.isNotDistinct, .column("n"), .literal(.null)), true),
  (.not(.isNull(.column("a"), negated: false)), true),
  (.verbatim("a @> b", columns: ["a"]), nil),
]

@Test(arguments: conditions)
func `checks have three truth values, and only false breaks one`(_ item: (SQLExpression, Bool?)) {
  var core = SmallModel.core
  core.database?.tables[0] = Table(
    name: "users",
    columns: [
      Column(name: "a", type: .int64, isNullable: false), Column(name: "t", type: .text(maxLength: nil), isNullable: false),
      Column(name: "n", type: .int64),
    ], checks: [CheckConstraint(name: .chosen("c"), expression: item.0, text: "c")])
  core.rows = []
  core.mappings = []
  core.queries = [
    Query(
      name: "insert", table: TableID(0),
      parameters: [Query.Parameter("a", .api(.scalar(.int64))), Query.Parameter("t", .api(.scalar(.string)))],
      kind: .insert(
        Insert(assignments: [Assignment(ColumnID(0), .parameter(0)), Assignment(ColumnID(1), .parameter(1))], returning: nil)))
  ]
  core.functions = [
    Function(
      name: "insert", group: "-", parameterCount: 0, result: .unit, errors: [ErrorID(1)], locals: [],
      body: [
        .query(
          nil,
          QueryCall(
            QueryID(0), arguments: [.literal(5, .scalar(.int64)), .literal("Ünit", .scalar(.string))],
            violations: [.init(.check(TableID(0), 0), ErrorID(1))])),
        .return(nil),
      ])
  ]
  #expect(BehaviourVerifier.faults(in: core) == [])
  var interpreter = Interpreter(core)
  #expect(interpreter.run("insert", []) == (item.1 == false ? .failure(ErrorID(1)) : .value(nil)))
  // A condition that is true is false when it is turned round; one that is unknown stays so.
  core.database?.tables[0].checks[0].expression = .not(item.0)
  interpreter = Interpreter(core)
  #expect(interpreter.run("insert", []) == (item.1 == true ? .failure(ErrorID(1)) : .value(nil)))
}
