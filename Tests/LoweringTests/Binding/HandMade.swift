import SpecDiagnostics
import SpecIR
import SpecLowering
import SpecWriting

/// Builders for contracts and tables in tests, short enough to read a case at a glance.
enum HandMade {
  static func table(_ name: String, _ columns: [Column], key: [String] = ["id"], uniques: [[String]] = [], foreignKeys: [ForeignKey] = [], checks: [CheckConstraint] = []) -> Table {
    Table(
      name: name, columns: columns, primaryKey: PrimaryKey(name: .chosen("\(name)_pkey"), columns: key),
      uniques: uniques.map { columns in
        UniqueKey(name: .chosen("\(name)_\(columns.joined(separator: "_"))_key"), parts: columns.map { IndexPart(.column($0)) })
      },
      foreignKeys: foreignKeys, checks: checks)
  }

  static func id(_ name: String = "id") -> Column { Column(name: name, type: .int64, isNullable: false, identity: .autoincrement) }

  static func text(_ name: String, null: Bool = false, default value: String? = nil) -> Column {
    Column(name: name, type: .text(maxLength: nil), isNullable: null, defaultValue: value.map { .literal(.string($0)) })
  }

  static func time(_ name: String, default value: ColumnDefault? = .currentTimestamp) -> Column {
    Column(name: name, type: .timestamp(hasZone: true), isNullable: false, defaultValue: value)
  }

  static func reference(_ column: String, to table: String, in owner: String, onDelete: ReferentialAction = .noAction) -> ForeignKey {
    ForeignKey(
      name: .chosen("\(owner)_\(column)_fkey"), columns: [column], references: QualifiedName(table), referencedColumns: ["id"],
      onDelete: onDelete)
  }

  static func field(_ name: String, _ type: TypeRef, _ presence: Presence = .required) -> Field {
    Field(name: name, shape: Shape(type), presence: presence)
  }

  static let string = TypeRef.scalar(.string)
  static let int64 = TypeRef.scalar(.int64)
}

/// A contract that grows one declaration at a time.
struct Contract {
  var core = CoreModel(service: ServiceInfo(title: "Test", version: "1"))

  mutating func model(_ name: String, _ fields: Field...) -> TypeRef {
    core.models.append(Model(name: name, kind: .structure(Structure(fields: fields))))
    return .named(ModelID(core.models.count - 1))
  }

  mutating func enumeration(_ name: String, _ values: String...) -> TypeRef {
    let cases = values.map { Enumeration.Case(name: $0, value: .string($0)) }
    core.models.append(Model(name: name, kind: .enumeration(Enumeration(base: .string, cases: cases))))
    return .named(ModelID(core.models.count - 1))
  }

  /// - Parameter line: `GET /users/{id}`; path parameters are int64 unless given.
  mutating func operation(
    _ name: String, _ line: String, query: [Field] = [], path: [String: TypeRef] = [:], body: TypeRef? = nil,
    status: Int = 200, answer: TypeRef? = nil, declares: [Int] = [], group: String = "default"
  ) {
    let parts = line.split(separator: " ")
    let template = PathTemplate(String(parts[1]))
    var parameters = template.parameterNames.map { name in
      Parameter(
        name: name, location: .path, style: .simple, isExploded: false, shape: Shape(path[name] ?? .scalar(.int64)), presence: .required)
    }
    var queryModel: ModelID?
    if !query.isEmpty {
      parameters += query.map {
        Parameter(name: $0.name, location: .query, style: .form, isExploded: true, shape: $0.shape, presence: $0.presence)
      }
      core.models.append(Model(name: name + "Query", kind: .structure(Structure(fields: query)), usage: .query))
      queryModel = ModelID(core.models.count - 1)
    }
    func json(_ type: TypeRef) -> Content { Content(mediaType: "application/json", encoding: .json, shape: Shape(type)) }
    core.operations.append(
      Operation(
        name: name, method: Operation.Method(rawValue: String(parts[0])) ?? .get, path: template, group: group, parameters: parameters,
        queryModel: queryModel, body: body.map { RequestBody(isRequired: true, alternatives: [json($0)]) },
        responses: [Response(status: .code(status), contents: answer.map { [json($0)] } ?? [])]
          + declares.map { Response(status: .code($0)) },
        implementation: .unbound(.init(.unsupported, "not bound yet"))))
  }

  /// Binds and prints what came out.
  func bound(_ tables: Table...) -> String {
    var core = core
    var diagnostics = Diagnostics()
    Binder.bind(&core, database: Database(dialect: .sqlite, tables: tables), hints: BindingHints(), into: &diagnostics)
    let text = BehaviourText(core)
    var lines: [String] = core.rows.map(text.text(of:)) + core.mappings.map(text.text(of:)) + core.queries.map(text.text(of:))
    lines += core.errors.map(text.text(of:)) + core.functions.map(text.text(of:))
    for operation in core.operations {
      if case .unbound(let unbound) = operation.implementation { lines.append("\(operation.name): \(unbound.reason.rawValue): \(unbound.explanation)") }
    }
    return lines.joined(separator: "\n")
  }
}
