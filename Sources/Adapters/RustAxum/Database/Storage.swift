import SpecIR

/// How a column's values travel between Rust and one database: the table of `docs/database.md`, spelled for sqlx.
struct Storage {
  let dialect: SQLDialect
  let type: ColumnType
  let isNullable: Bool
  /// Whether texts are compared without regard to case, which PostgreSQL keeps in a type of its own.
  private let ignoresCase: Bool

  init(_ column: Column, _ dialect: SQLDialect) {
    self.dialect = dialect
    type = column.type
    isNullable = column.isNullable
    ignoresCase = column.collation == .caseInsensitive
  }

  /// The type in a row, without null; the contract's type where the database has one for it.
  var rowType: RustType {
    guard let value = type.valueType else { return .string }
    switch value {
    case .list(let element):
      if case .scalar(let scalar) = element.type { return .vec(RustTarget.type(of: scalar)) }
      return .named(.json)
    case .scalar(.bytes): return .vec(.named("u8"))
    case .scalar(let scalar): return RustTarget.type(of: scalar)
    case .map, .named, .optional: return .named(.json)
    }
  }

  /// How the database keeps the values; a type that it has no way to keep crosses as it is.
  private var form: StoredForm { type.storage(in: dialect)?.form ?? .native }

  /// The type as which sqlx reads the column, where it is not ``rowType`` itself.
  var readType: RustType? {
    if type == .time { return .string }
    return switch form {
    case .uuidText: .named(.of("uuid", "fmt", name: "Hyphenated"))
    case .decimalNumeric: .string
    case .arrayText: .named(.of("sqlx", "types", name: "Json"), rowType)
    case .native, .integerBoolean, .utcText, .localText, .dateText, .timeText, .jsonText, .label, .intervalText: nil
    }
  }

  /// Turns what sqlx read into the row's value.
  func read(_ value: RustExpr) -> RustExpr {
    // A column without a zone keeps the time in UTC.
    if type == .time { return value.binary(.add, .string("Z")) }
    return switch form {
    case .uuidText: value.call("into_uuid")
    case .arrayText: value.field("0")
    case .native, .integerBoolean, .utcText, .localText, .dateText, .timeText, .jsonText, .decimalNumeric, .label, .intervalText:
      value
    }
  }

  /// Whether reading can fail after sqlx has read the text.
  var isParsed: Bool { form == .decimalNumeric }

  /// How many digits stand behind the point of what is stored; nothing where that is open.
  private var scale: Int? {
    if case .decimal(_?, let scale) = type { scale ?? 0 } else { nil }
  }

  /// Whether what is read needs ``scaled(_:)``: SQLite knows of no digits, and sqlx forgets those of PostgreSQL's zero.
  var isScaled: Bool { scale != nil }

  /// A number with the column's digits.
  func scaled(_ value: RustExpr) -> RustExpr { scale.map { .call(.databaseValue("scaled"), value, .integer($0)) } ?? value }

  /// The column behind RETURNING: there SQLite shows a real number that is whole as the integer that it stores in its place.
  func returned(_ column: String) -> String {
    if dialect == .sqlite, type == .double || type == .float { return "CAST(\(column) AS REAL) AS \(column)" }
    return selected(column)
  }

  /// The column in a select list; a type that sqlx does not read as itself is cast.
  func selected(_ column: String) -> String {
    // Where NULL may stand, the null of JSON is the same.
    if type == .json, isNullable { return "NULLIF(\(column), 'null') AS \(column)" }
    guard dialect == .postgres else { return form == .decimalNumeric ? "CAST(\(column) AS TEXT) AS \(column)" : column }
    switch type {
    case .int16: return "\(column)::int4 AS \(column)"
    case .enumeration, .other, .interval, .time: return "\(column)::text AS \(column)"
    case .array(.int16): return "\(column)::int4[] AS \(column)"
    case .array(.enumeration), .array(.other): return "\(column)::text[] AS \(column)"
    // Connections of sqlx are in UTC.
    case .array(.timestamp(hasZone: false)): return "\(column)::timestamptz[] AS \(column)"
    case .timestamp(hasZone: false): return "\(column) AT TIME ZONE 'UTC' AS \(column)"
    default: return column
    }
  }

  /// A placeholder where the column's value is compared or assigned.
  func placeholder(_ text: String) -> String {
    guard dialect == .postgres else { return text }
    switch type {
    case .enumeration(let name): return "\(text)::\(SQLSpelling(dialect).table(name))"
    case .array(.enumeration(let name)): return "\(text)::\(SQLSpelling(dialect).table(name))[]"
    case .array(.int16): return "\(text)::int2[]"
    case .array(.timestamp(hasZone: false)): return "\(text)::timestamp[]"
    case .text where ignoresCase, .paddedText where ignoresCase: return "\(text)::citext"
    case .timestamp(hasZone: false): return "\(text) AT TIME ZONE 'UTC'"
    case .interval: return "\(text)::interval"
    case .time: return "\(text)::time"
    default: return text
    }
  }

  /// What stands after a placeholder that is pushed by the query builder.
  var suffix: String { String(placeholder("$").dropFirst()) }

  /// The type of a query's parameter for the column, without null: borrowed where it is no copy.
  var parameterType: RustType {
    switch rowType {
    case .string: return .ref(.str, lifetime: "a")
    default: break
    }
    if let element = rowType.vecElement { return .ref(.slice(element), lifetime: "a") }
    return rowType
  }

  var isBorrowed: Bool {
    if case .reference = parameterType { true } else { false }
  }

  /// Whether a value is neither copied nor borrowed: what binds it from a structure borrows it there.
  var isKept: Bool { rowType == .named(.json) }

  /// What is bound for a parameter that is compared; null stays null.
  func bound(_ value: RustExpr, isOptional: Bool) -> RustExpr { bound(value, isOptional: isOptional) { $0 } }

  /// What is bound for a parameter that is stored; null stays null.
  func stored(_ value: RustExpr, isOptional: Bool) -> RustExpr { bound(value, isOptional: isOptional, scaled) }

  private func bound(_ value: RustExpr, isOptional: Bool, _ fit: (RustExpr) -> RustExpr) -> RustExpr {
    func each(_ body: (RustExpr) -> RustExpr) -> RustExpr {
      isOptional ? value.call("map", .closure(["value"], body("value"))) : body(value)
    }
    // A function stands by itself, without a closure around it (clippy: redundant_closure).
    func each(_ function: RustPath) -> RustExpr {
      isOptional ? value.call("map", .path(function)) : .call(function, value)
    }
    if type == .time { return each(.databaseValue("clock")) }
    switch form {
    case .uuidText: return each { $0.call("hyphenated") }
    case .decimalNumeric: return each { fit($0).call("to_string") }
    case .utcText, .localText: return each(.databaseValue("timestamp"))
    case .arrayText: return each(RustPath(.of("sqlx", "types", name: "Json")))
    case .native, .integerBoolean, .dateText, .timeText, .jsonText, .label, .intervalText: return value
    }
  }
}

extension RustPath {
  /// A function of `generated/db/values.rs`.
  static func databaseValue(_ name: String) -> RustPath { RustPath(.own("generated", "db", name: "values"), name) }
}

extension RustType {
  /// The element of a `Vec`.
  var vecElement: RustType? {
    guard case .path(let path) = self, path.symbol == "Vec", case .type(let element)? = path.generics.first else { return nil }
    return element
  }
}

extension ColumnType {
  var isDecimal: Bool { if case .decimal = self { true } else { false } }
}
