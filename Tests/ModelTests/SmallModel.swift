import SpecIR
import SpecWriting

/// A model with one table and one function, sound until a test breaks it.
enum SmallModel {
  static let users = TableID(0)
  static let id = ColumnID(0)
  static let name = ColumnID(1)
  static let int64 = TypeRef.scalar(.int64)
  static let string = TypeRef.scalar(.string)

  /// `get_user(id) -> User fails UserNotFound`, and a query of each kind.
  static var core: CoreModel {
    var core = CoreModel(service: ServiceInfo(title: "Small", version: "1"))
    core.database = Database(
      dialect: .sqlite,
      tables: [
        Table(
          name: "users",
          columns: [
            Column(name: "id", type: .int64, isNullable: false, identity: .rowid),
            Column(name: "name", type: .text(maxLength: nil), isNullable: false),
            Column(name: "secret", type: .text(maxLength: nil)),
          ], primaryKey: PrimaryKey(name: .chosen("users_pkey"), columns: ["id"]),
          checks: [
            CheckConstraint(
              name: .given("users_name_check"), expression: .binary(.notEqual, .column("name"), .literal(.string(""))),
              text: "name <> ''")
          ])
      ])
    core.models = [
      Model(
        name: "User",
        kind: .structure(
          Structure(fields: [
            Field(name: "id", shape: Shape(int64), presence: .required),
            Field(name: "name", shape: Shape(string), presence: .required),
          ]))),
      Model(
        name: "NewUser",
        kind: .structure(
          Structure(fields: [
            Field(name: "name", shape: Shape(string), presence: .required),
            Field(name: "nick", shape: Shape(string), presence: .optional),
          ]))),
    ]
    core.rows = [RowShape(name: "User", table: users, columns: [id, name])]
    core.mappings = [
      RowMapping(
        row: RowID(0), model: ModelID(0),
        fields: [.init("id", .column(.local(LocalID(0)), 0)), .init("name", .column(.local(LocalID(0)), 1))])
    ]
    core.errors = [
      ServiceError(name: "UserNotFound", status: 404, code: "user_not_found", message: "The user does not exist."),
      ServiceError(name: "NameInvalid", status: 422, code: "name_invalid", message: "The name is not valid.", pointer: "/name"),
    ]
    core.queries = [find, insert]
    core.functions = [get, create]
    return core
  }

  static let find = Query(
    name: "find_user", table: users, parameters: [Query.Parameter("id", .api(int64))],
    kind: .select(Select(row: RowID(0), filters: [Filter(id, .equal, parameter: 0)], outcome: .optional)))

  static let insert = Query(
    name: "insert_user", table: users, parameters: [Query.Parameter("name", .api(string))],
    kind: .insert(Insert(assignments: [Assignment(name, .parameter(0))], returning: RowID(0))))

  static let get = Function(
    name: "get_user", group: "users", parameterCount: 1, result: .api(.named(ModelID(0))), errors: [ErrorID(0)],
    locals: [.init("id", .api(int64)), .init("found", .optional(.row(RowID(0)))), .init("user", .row(RowID(0)))],
    body: [
      .query(LocalID(1), QueryCall(QueryID(0), arguments: [.local(LocalID(0))])),
      .unwrap(LocalID(2), .local(LocalID(1)), otherwise: [.fail(ErrorID(0))]),
      .return(.mapped(MappingID(0), .local(LocalID(2)))),
    ])

  static let create = Function(
    name: "create_user", group: "users", parameterCount: 1, result: .api(.named(ModelID(0))), errors: [ErrorID(1)],
    locals: [.init("body", .api(.named(ModelID(1)))), .init("user", .row(RowID(0)))],
    body: [
      .query(
        LocalID(1),
        QueryCall(
          QueryID(1), arguments: [.field(.local(LocalID(0)), "name")], violations: [.init(.check(users, 0), ErrorID(1))])),
      .return(.mapped(MappingID(0), .local(LocalID(1)))),
    ])
}
