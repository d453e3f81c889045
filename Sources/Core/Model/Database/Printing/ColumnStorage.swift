/// How a database stores a column's values, and so how a backend binds and reads them.
///
/// The one table of column type by dialect; `docs/database.md` shows it, and adapters follow ``form``.
public struct ColumnStorage: Hashable, Sendable {
  /// The type as declared, such as `VARCHAR(80)`.
  public var declaration: String
  public var form: StoredForm

  public init(_ declaration: String, _ form: StoredForm) {
    self.declaration = declaration
    self.form = form
  }
}

/// The form in which a value crosses the driver.
public enum StoredForm: String, Hashable, Sendable, CaseIterable {
  /// The driver's own type for the column: integers, doubles, texts, bytes; in PostgreSQL every type but those below.
  case native
  /// 0 or 1.
  case integerBoolean
  /// `YYYY-MM-DDTHH:MM:SS.ffffffZ`, 27 characters, UTC: texts compare as the times do. Reading also takes `YYYY-MM-DD HH:MM:SS`,
  /// which SQLite's `CURRENT_TIMESTAMP` writes.
  case utcText
  /// `YYYY-MM-DDTHH:MM:SS.ffffff`, of a clock without a zone.
  case localText
  /// `YYYY-MM-DD`.
  case dateText
  /// `HH:MM:SS` with an optional fraction.
  case timeText
  /// 36 characters in lower case.
  case uuidText
  /// JSON as text.
  case jsonText
  /// An array as JSON text.
  case arrayText
  /// A column of NUMERIC affinity: written as text, rounded to the scale, and read by `CAST(column AS TEXT)`.
  case decimalNumeric
  /// The label of an enum type as text; PostgreSQL needs a cast to the type where it is bound.
  case label
  /// An interval as PostgreSQL writes it.
  case intervalText
}

extension ColumnType {
  /// Returns how a dialect stores the type; nothing where it has no way to.
  public func storage(in dialect: SQLDialect) -> ColumnStorage? {
    switch dialect {
    case .postgres: postgresStorage
    case .sqlite: sqliteStorage
    }
  }

  private var postgresStorage: ColumnStorage? {
    let spelling = SQLSpelling(.postgres)
    switch self {
    case .boolean: return ColumnStorage("BOOLEAN", .native)
    case .int16: return ColumnStorage("SMALLINT", .native)
    case .int32: return ColumnStorage("INTEGER", .native)
    case .int64: return ColumnStorage("BIGINT", .native)
    case .float: return ColumnStorage("REAL", .native)
    case .double: return ColumnStorage("DOUBLE PRECISION", .native)
    case .decimal(let precision, let scale):
      guard let precision else { return ColumnStorage("NUMERIC", .native) }
      return ColumnStorage("NUMERIC(\(precision), \(scale ?? 0))", .native)
    case .text(nil): return ColumnStorage("TEXT", .native)
    case .text(let length?): return ColumnStorage("VARCHAR(\(length))", .native)
    case .paddedText(let length): return ColumnStorage("CHAR(\(length))", .native)
    case .bytes: return ColumnStorage("BYTEA", .native)
    case .uuid: return ColumnStorage("UUID", .native)
    case .date: return ColumnStorage("DATE", .native)
    case .time: return ColumnStorage("TIME", .native)
    case .timestamp(let hasZone): return ColumnStorage(hasZone ? "TIMESTAMPTZ" : "TIMESTAMP", .native)
    case .interval: return ColumnStorage("INTERVAL", .native)
    case .json: return ColumnStorage("JSONB", .native)
    case .enumeration(let name): return ColumnStorage(spelling.table(name), .label)
    case .array(let element):
      return element.postgresStorage.map { ColumnStorage($0.declaration + "[]", .native) }
    case .other: return nil
    }
  }

  private var sqliteStorage: ColumnStorage? {
    switch self {
    case .boolean: ColumnStorage("INTEGER", .integerBoolean)
    case .int16, .int32, .int64: ColumnStorage("INTEGER", .native)
    case .float, .double: ColumnStorage("REAL", .native)
    case .decimal: ColumnStorage("NUMERIC", .decimalNumeric)
    case .text, .paddedText: ColumnStorage("TEXT", .native)
    case .bytes: ColumnStorage("BLOB", .native)
    case .uuid: ColumnStorage("TEXT", .uuidText)
    case .date: ColumnStorage("TEXT", .dateText)
    case .time: ColumnStorage("TEXT", .timeText)
    case .timestamp(let hasZone): ColumnStorage("TEXT", hasZone ? .utcText : .localText)
    case .interval: ColumnStorage("TEXT", .intervalText)
    case .json: ColumnStorage("TEXT", .jsonText)
    case .enumeration: ColumnStorage("TEXT", .label)
    case .array(let element): element.sqliteStorage.map { _ in ColumnStorage("TEXT", .arrayText) }
    case .other: nil
    }
  }
}
