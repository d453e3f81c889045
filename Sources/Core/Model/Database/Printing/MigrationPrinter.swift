internal import SpecDiagnostics
internal import SpecSource

/// Translates migrations one after another, with the catalog as it is at each point of the history.
struct MigrationPrinter {
  let source: SQLDialect
  let target: SQLDialect
  let spelling: SQLSpelling
  var catalog = Catalog()
  var diagnostics = Diagnostics()
  /// Foreign keys of PostgreSQL that wait for their table (SQLite allows any order).
  var waiting: [(table: QualifiedName, key: ForeignKey)] = []
  /// Statements of the migration that is being printed.
  var statements: [String] = []
  /// Whether the migration drops a table that others refer to, which SQLite allows only with foreign keys turned off.
  var needsForeignKeysOff = false
  /// Where the change that is being printed was written.
  var place: SourceRange?

  init(from source: SQLDialect, to target: SQLDialect) {
    self.source = source
    self.target = target
    spelling = SQLSpelling(target)
  }

  mutating func text(of migration: Migration) -> String {
    statements = []
    needsForeignKeysOff = false
    var index = 0
    while index < migration.changes.count {
      // Changes of one table in a row are one rebuild where SQLite needs one.
      let run = alterations(in: migration.changes, from: index)
      let changes = migration.changes[index..<index + max(1, run.count)]
      print(Array(changes), alterations: run)
      index += max(1, run.count)
    }
    return layOut(migration)
  }

  /// The changes of one table that follow each other from `first` on.
  private func alterations(in changes: [LocatedChange], from first: Int) -> [TableChange] {
    guard case .alterTable(let table, _) = changes[first].change else { return [] }
    var run: [TableChange] = []
    for change in changes[first...] {
      guard case .alterTable(table, let alteration) = change.change else { break }
      run.append(alteration)
    }
    return run
  }

  private mutating func print(_ changes: [LocatedChange], alterations: [TableChange]) {
    guard let first = changes.first else { return }
    place = first.place.range
    let before = statements.count
    do throws(Untranslatable) {
      switch target {
      case .postgres: for change in changes { try printForPostgres(change) }
      case .sqlite: try printForSQLite(first, alterations: alterations)
      }
    } catch {
      diagnostics.report(.sqlUntranslatable, error.what, at: error.range ?? place, hint: error.hint)
    }
    let comment = changes.flatMap(\.comment)
    if !comment.isEmpty, statements.count > before { statements[before] = spelling.comment(comment) + "\n" + statements[before] }
    for change in changes { catalog.apply(change.change) }
  }

  private mutating func printForPostgres(_ change: LocatedChange) throws(Untranslatable) {
    place = change.place.range
    try postgres(change.change)
  }

  mutating func emit(_ statement: String) { statements.append(statement + ";") }

  mutating func warn(_ message: String, hint: String) {
    diagnostics.report(.sqlTranslationLossy, message, at: place, hint: hint)
  }

  /// Reports columns that are numbered by the database without being the primary key at the end of the history.
  mutating func reportUnnumbered() {
    guard target == .sqlite else { return }
    for table in catalog.tables {
      for column in table.columns where column.identity != nil && table.primaryKey?.columns != [column.name] {
        diagnostics.report(
          .sqlUntranslatable,
          "column `\(column.name)` of `\(table.qualifiedName)` is numbered without being the primary key, which SQLite cannot do",
          at: column.place.range, hint: "Make it the primary key, or number the rows otherwise.")
      }
    }
  }

  private func layOut(_ migration: Migration) -> String {
    let dialect = source == .postgres ? "PostgreSQL" : "SQLite"
    let path = migration.path.split(whereSeparator: \.isNewline).joined(separator: " ")
    let header = "-- Translated from \(path), which is written for \(dialect).\n"
    guard !statements.isEmpty else { return header + "-- Nothing of it concerns this database.\n" }
    let body = statements.joined(separator: "\n\n") + "\n"
    guard needsForeignKeysOff else { return header + "\n" + body }
    // The pragma does nothing inside a transaction, so the migration brings its own.
    return Database.outsideTransaction + header + "\nPRAGMA foreign_keys = OFF;\n\nBEGIN;\n\n" + body
      + "\nCOMMIT;\n\nPRAGMA foreign_keys = ON;\n"
  }
}
