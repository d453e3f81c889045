extension Database {
  /// Returns what a database of that dialect says when a row breaks a constraint of a table.
  ///
  /// In the dialect of the migrations the tables are as written; in the other one they are as
  /// ``migrations(in:into:)`` prints them.
  public func signature(of constraint: TableConstraint, in table: Table, dialect target: SQLDialect) -> ViolationSignature {
    switch target {
    case .postgres: postgresSignature(of: constraint)
    case .sqlite: sqliteSignature(of: constraint, in: table)
    }
  }

  private func postgresSignature(of constraint: TableConstraint) -> ViolationSignature {
    if case .notNull(let column) = constraint { return .column(column) }
    return .constraint(constraint.name ?? "")
  }

  private func sqliteSignature(of constraint: TableConstraint, in table: Table) -> ViolationSignature {
    let name = SQLSpelling(.sqlite).physicalName(of: table.qualifiedName)
    func columns(_ names: [String]) -> ViolationSignature { .columns(names.map { "\(name).\($0)" }.joined(separator: ", ")) }
    switch constraint {
    case .primaryKey(let key): return columns(key.columns)
    case .unique(let key):
      if let names = key.columns { return columns(names) }
      return .index(SQLSpelling(.sqlite).physicalName(of: QualifiedName(schema: table.schema, key.name.text)))
    case .foreignKey: return .anyForeignKey
    case .check(let check):
      // Translated checks always have their name; in SQLite's own migrations an unnamed one is reported by its text.
      return .check(dialect == .sqlite && !check.name.isGiven ? Self.unquoted(check.text) : check.name.text)
    case .notNull(let column): return columns([column])
    }
  }

  /// SQLite takes the text of an unnamed check for a name, and so removes the quotes of one that begins with a quoted name,
  /// with all that follows (`sqlite3Dequote`).
  private static func unquoted(_ text: String) -> String {
    guard let quote = text.first, let closing = ["\"": "\"", "'": "'", "`": "`", "[": "]"][quote] as Character? else {
      return text
    }
    var result = ""
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if character == closing {
        guard rest.first == closing else { break }
        rest.removeFirst()
      }
      result.append(character)
    }
    return result
  }
}
