import SpecAdapters
import SpecIR

/// How a column is declared in SQLAlchemy, and what its values are in Python: the table of `docs/database.md`.
struct ColumnSpelling {
  let target: PythonTarget
  let column: Column

  init(_ target: PythonTarget, _ column: Column) {
    self.target = target
    self.column = column
  }

  private var isSQLite: Bool { target.options.database == .sqlite }

  /// The type of a value in a row, without null.
  var value: PythonExpr { column.type.valueType.map(target.type) ?? "str" }

  /// The type of a value in a row.
  var rowType: PythonExpr { column.isNullable ? value.optional : value }

  /// The type as `Column(…)` takes it.
  var type: PythonExpr {
    // The type of PostgreSQL that compares without case: a text beside it would be compared with case.
    if !isSQLite, column.collation == .caseInsensitive { return Self.postgres("CITEXT") }
    return type(of: column.type)
  }

  private func type(of type: ColumnType) -> PythonExpr {
    switch type {
    case .boolean: Self.sqlalchemy("Boolean")
    // A number that a column of 16 bits is compared with may have more.
    case .int16, .int32: Self.sqlalchemy("Integer")
    case .int64: Self.sqlalchemy("BigInteger")
    case .float: .name(target.database(.single, "Single"))
    case .double: isSQLite ? .name(target.database(.real, "Real")) : Self.sqlalchemy("Double")
    case .decimal(let precision, let scale): decimal(precision, scale)
    case .text, .paddedText, .other: Self.sqlalchemy("Text")
    case .bytes: Self.sqlalchemy("LargeBinary")
    case .uuid: isSQLite ? .name(target.database(.uuids, "UuidText")) : Self.sqlalchemy("Uuid")
    case .date: Self.sqlalchemy("Date")
    case .time: .name(target.database(.clock, "Clock"))
    case .interval: spelled("INTERVAL")
    case .timestamp(let hasZone):
      .name(isSQLite || hasZone ? target.databaseType("Timestamp") : target.database(.localTime, "LocalTime"))
    case .json: isSQLite ? json : .call(Self.postgresSymbol("JSONB"), none)
    case .enumeration(let name): spelled(SQLSpelling(.postgres).table(name))
    case .array(let element): array(of: element)
    }
  }

  /// PostgreSQL rounds what it stores; a number of digits here would also round what a column is compared with.
  private func decimal(_ precision: Int?, _ scale: Int?) -> PythonExpr {
    guard isSQLite else { return Self.sqlalchemy("Numeric") }
    let digits = precision == nil ? [] : [PythonArgument.positional(.integer(scale ?? 0))]
    return .call(target.database(.exact, "Exact"), digits)
  }

  /// A type whose values travel as text; SQLite has no other way.
  private func spelled(_ name: String) -> PythonExpr {
    isSQLite ? Self.sqlalchemy("Text") : .call(target.database(.spelled, "Spelled"), [.positional(.string(name))])
  }

  /// `none_as_null`: whether None is NULL, or the null of JSON.
  private var none: [PythonArgument] { [.keyword("none_as_null", .bool(column.isNullable))] }

  private var json: PythonExpr { .call(target.database(.json, "JsonText"), none) }

  private func array(of element: ColumnType) -> PythonExpr {
    if isSQLite {
      let value = element.valueType.map(target.type) ?? "str"
      return .call(target.database(.json, "JsonList"), [.positional(.generic("list", [value]))])
    }
    switch element {
    case .enumeration, .interval:
      let name = element.storage(in: .postgres)?.declaration ?? "TEXT"
      return .call(target.database(.spelled, "SpelledList"), [.positional(.string(name))])
    case .boolean, .int16, .int32, .int64, .float, .double, .decimal, .text, .paddedText, .bytes, .uuid, .date, .time, .timestamp,
      .json, .array, .other:
      return .call(.of("sqlalchemy", "sqlalchemy", "ARRAY"), [.positional(type(of: element))])
    }
  }

  private static func sqlalchemy(_ name: String) -> PythonExpr { .name(.of("sqlalchemy", "sqlalchemy", name)) }

  private static func postgresSymbol(_ name: String) -> PythonSymbol { .of("sqlalchemy", "sqlalchemy.dialects.postgresql", name) }

  private static func postgres(_ name: String) -> PythonExpr { .name(postgresSymbol(name)) }

  /// The modules that the type comes from.
  var modules: [DatabaseModule] { modules(of: column.type) }

  private func modules(of type: ColumnType) -> [DatabaseModule] {
    switch type {
    case .float: [.single]
    case .double: isSQLite ? [.real] : []
    case .decimal: isSQLite ? [.exact] : []
    case .uuid: isSQLite ? [.uuids] : []
    case .time: isSQLite ? [.clock] : [.clock, .spelled]
    case .interval, .enumeration: isSQLite ? [] : [.spelled]
    case .timestamp(let hasZone): isSQLite || hasZone ? [] : [.localTime]
    case .json: isSQLite ? [.json] : []
    case .array(let element): isSQLite ? [.json] : modules(of: element)
    case .boolean, .int16, .int32, .int64, .text, .paddedText, .bytes, .date, .other: []
    }
  }
}
