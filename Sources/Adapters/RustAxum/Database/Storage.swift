import SpecIR

/// How a column's values travel between Rust and one database: the table of `docs/database.md`, spelled for sqlx.
struct Storage {
  let dialect: SQLDialect
  let type: ColumnType
  let isNullable: Bool

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

  /// The type as which sqlx reads the column, where it is not ``rowType`` itself.
  var readType: RustType? {
    switch (dialect, type) {
    case (.sqlite, .uuid): .named(.of("uuid", "fmt", name: "Hyphenated"))
    case (.sqlite, .decimal): .string
    case (.sqlite, .array): .named(.of("sqlx", "types", name: "Json"), rowType)
    default: nil
    }
  }

  /// Turns what sqlx read into the row's value.
  func read(_ value: RustExpr) -> RustExpr {
    switch (dialect, type) {
    case (.sqlite, .uuid): value.call("into_uuid")
    case (.sqlite, .array): value.field("0")
    default: value
    }
  }

  /// Whether reading can fail after sqlx has read the text.
  var isParsed: Bool { dialect == .sqlite && type.isDecimal }

  /// The column in a select list; a type that sqlx does not read as itself is cast.
  func selected(_ column: String) -> String {
    guard dialect == .postgres else { return type.isDecimal ? "CAST(\(column) AS TEXT) AS \(column)" : column }
    switch type {
    case .int16: return "\(column)::int4 AS \(column)"
    case .enumeration, .other, .interval: return "\(column)::text AS \(column)"
    case .timestamp(hasZone: false): return "\(column) AT TIME ZONE 'UTC' AS \(column)"
    default: return column
    }
  }

  /// A placeholder where the column's value is compared or assigned.
  func placeholder(_ text: String) -> String {
    guard dialect == .postgres else { return text }
    switch type {
    case .enumeration(let name): return "\(text)::\(SQLText.name(name))"
    case .timestamp(hasZone: false): return "\(text) AT TIME ZONE 'UTC'"
    case .interval: return "\(text)::interval"
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

  /// What is bound for a parameter; null stays null.
  func bound(_ value: RustExpr, isOptional: Bool) -> RustExpr {
    func each(_ body: RustExpr) -> RustExpr {
      isOptional ? value.call("map", .closure(["value"], body)) : body
    }
    let inner: RustExpr = isOptional ? "value" : value
    switch (dialect, type) {
    case (.sqlite, .uuid): return each(inner.call("hyphenated"))
    case (.sqlite, .decimal): return each(inner.call("to_string"))
    case (.sqlite, .timestamp): return each(.call(RustPath(.own("generated", "db", name: "timestamp")), inner))
    case (.sqlite, .array): return each(.call(RustPath(.of("sqlx", "types", name: "Json")), inner))
    default: return value
    }
  }
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

/// Names in SQL.
enum SQLText {
  /// Returns an identifier, quoted where it is no plain word or a word of the language.
  static func name(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
      && name.utf8.first.map { !(0x30...0x39).contains($0) } == true
    guard isPlain, !reserved.contains(name) else { return "\"\(name.replacing("\"", with: "\"\""))\"" }
    return name
  }

  static func name(_ name: QualifiedName) -> String {
    name.schema.map { "\(self.name($0)).\(self.name(name.name))" } ?? self.name(name.name)
  }

  /// Returns a table's name; SQLite has no schemas, so there a schema is part of the name.
  static func table(_ table: Table, _ dialect: SQLDialect) -> String {
    switch (dialect, table.schema) {
    case (.sqlite, let schema?): name("\(schema)_\(table.name)")
    case (_, let schema): name(QualifiedName(schema: schema, table.name))
    }
  }

  /// Breaks a list at its commas, so that no line is much wider than code is.
  static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for part in text.split(separator: ", ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.utf8.count + part.utf8.count > 80 {
        lines.append(line + ",")
        line = String(part)
      } else {
        line += line.isEmpty ? String(part) : ", \(part)"
      }
    }
    return lines + [line]
  }

  /// Words that neither database takes as a column's or table's name without quotes.
  private static let reserved: Set<String> = [
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization", "between", "binary", "both",
    "case", "cast", "check", "collate", "collation", "column", "commit", "concurrently", "constraint", "create", "cross",
    "current_catalog", "current_date", "current_role", "current_schema", "current_time", "current_timestamp", "current_user",
    "default", "deferrable", "delete", "desc", "distinct", "do", "drop", "else", "end", "escape", "except", "exists", "false",
    "fetch", "for", "foreign", "freeze", "from", "full", "grant", "group", "having", "if", "ilike", "in", "index", "initially",
    "inner", "insert", "intersect", "into", "is", "isnull", "join", "lateral", "leading", "left", "like", "limit", "localtime",
    "localtimestamp", "natural", "not", "notnull", "null", "offset", "on", "only", "or", "order", "outer", "overlaps", "placing",
    "primary", "references", "returning", "right", "select", "session_user", "set", "similar", "some", "symmetric", "table",
    "tablesample", "then", "to", "trailing", "transaction", "true", "union", "unique", "update", "user", "using", "values",
    "variadic", "verbose", "when", "where", "window", "with",
  ]
}
