internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

/// Turns statements into changes of a catalog, one after another, and reports what does not fit.
struct Replay {
  let dialect: SQLDialect
  let sources: SourceTexts
  var catalog = Catalog()
  var diagnostics = Diagnostics()
  /// The schema in which unqualified names of PostgreSQL are looked up and made; nothing for the default one.
  var currentSchema: String?
  /// Names that are taken, by schema; filled when first asked for.
  var takenNames: [String?: TakenNames] = [:]
  /// Sequences made by `CREATE SEQUENCE`: a default from one numbers rows.
  var sequences: Set<QualifiedName> = []
  /// Changes of the migration that is being replayed.
  var changes: [LocatedChange] = []
  /// The statement that is being replayed.
  var statement: StatementSyntax?

  init(dialect: SQLDialect, sources: SourceMap) {
    self.dialect = dialect
    self.sources = SourceTexts(map: sources)
  }

  /// Replays the statements of one migration and returns its changes.
  mutating func changes(of statements: [StatementSyntax]) -> [LocatedChange] {
    let before = catalog
    changes = []
    currentSchema = nil
    for statement in statements {
      self.statement = statement
      replay(statement)
    }
    let recognised = TableRebuilds.recognised(in: changes)
    guard recognised.count < changes.count else { return changes }
    // A rebuilt table keeps its place among the tables.
    catalog = before
    for change in recognised { catalog.apply(change.change) }
    takenNames = [:]
    return recognised
  }

  /// Keeps a change and applies it.
  mutating func emit(_ change: SchemaChange) {
    // One statement may be several changes; its comment belongs to the first.
    let isFirst = changes.last?.place.range != statement?.range
    changes.append(
      LocatedChange(change, comment: isFirst ? statement?.comment ?? [] : [], place: SourcePlace(statement?.range)))
    catalog.apply(change)
    noteNames(of: change)
  }

  private mutating func replay(_ statement: StatementSyntax) {
    switch statement.kind {
    case .createTable(let syntax): createTable(syntax)
    case .alterTable(let name, let ifExists, let alterations): alterTable(name, ifExists: ifExists, alterations)
    case .dropTables(let names, let ifExists, let cascade):
      for name in names { dropTable(name, ifExists: ifExists, cascade: cascade) }
    case .createIndex(let syntax): createIndex(syntax)
    case .dropIndexes(let names, let ifExists): for name in names { dropIndex(name, ifExists: ifExists) }
    case .renameIndex(let name, let new, let ifExists): renameIndex(name, to: new, ifExists: ifExists)
    case .createEnum(let name, let values): createEnum(name, values)
    case .addEnumValue(let name, let value, let ifNotExists, let position):
      addEnumValue(name, value, ifNotExists: ifNotExists, position)
    case .renameEnumValue(let name, let old, let new): renameEnumValue(name, old, new)
    case .renameType(let name, let new):
      if let found = findEnum(name) {
        emit(.renameEnum(found.name, to: QualifiedName(schema: found.name.schema, canonical(new))))
      }
    case .dropTypes(let names, let ifExists, let cascade):
      for name in names { dropEnum(name, ifExists: ifExists, cascade: cascade) }
    case .createSchema(let name, _): createSchema(name)
    case .setSearchPath(let names): setSearchPath(names)
    case .comment(let target, let text): comment(on: target, text)
    case .insert(let syntax): insert(syntax)
    case .update(let name, let assignments, let condition): update(name, assignments, condition)
    case .delete(let name, let condition): delete(name, condition)
    case .createSequence(let name): sequences.insert(newName(name))
    case .harmless: break
    case .skipped(let skipped): skip(skipped, at: statement.range)
    case .unsupported(let message, let hint):
      diagnostics.report(.sqlStatementUnsupported, message, at: statement.range, hint: hint)
      emit(.opaque("statement"))
    }
  }

  mutating func skip(_ skipped: SkippedStatement, at range: SourceRange) {
    diagnostics.report(
      .sqlStatementSkipped, "\(skipped.what) is kept as it is and not followed", at: range,
      hint: skipped.isDispensable
        ? "It is left out where the migration is translated to the other dialect."
        : "It runs where the database is of the same dialect; it cannot be translated to the other one.")
    if !skipped.isDispensable { emit(.opaque(skipped.what)) }
  }

  private mutating func createSchema(_ name: NameSyntax) {
    let schema = canonical(name)
    guard !isDefaultSchema(schema), !catalog.schemas.contains(schema) else { return }
    emit(.createSchema(schema))
  }

  /// The first schema of the path that is not `pg_catalog` or the user's own is where names are made.
  private mutating func setSearchPath(_ names: [NameSyntax]) {
    let schema = names.map(canonical).first { $0 != "$user" && $0 != "pg_catalog" && !$0.isEmpty }
    currentSchema = schema.flatMap { isDefaultSchema($0) ? nil : $0 }
  }

  private mutating func comment(on target: CommentTarget, _ text: String?) {
    switch target {
    case .table(let name):
      if let table = findTable(name) { emit(.commentOnTable(table.qualifiedName, text)) }
    case .column(let names):
      guard names.count >= 2 else { return }
      let table = QualifiedNameSyntax(schema: names.count > 2 ? names[names.count - 3] : nil, name: names[names.count - 2])
      guard let found = findTable(table), let column = findColumn(names[names.count - 1], in: found) else { return }
      emit(.alterTable(found.qualifiedName, .commentOnColumn(column.name, text)))
    case .type(let name):
      if let found = findEnum(name) { emit(.commentOnEnum(found.name, text)) }
    case .other: break
    }
  }
}
