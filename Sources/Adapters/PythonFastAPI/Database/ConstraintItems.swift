import SpecAdapters
import SpecIR
import SpecNaming

/// Writes `generated/db/constraints.py`: the constraints that operations answer for, recognised in what the database says.
struct ConstraintItems {
  private let target: PythonTarget
  private let database: Database
  private let entries: [Entry]

  private struct Entry {
    /// `USERS_EMAIL_KEY`
    let name: String
    /// `users_email_key`
    let text: String
    let reference: ConstraintReference
  }

  init?(_ target: PythonTarget) {
    guard let database = target.core.database else { return nil }
    let entries = Self.entries(target, database)
    guard !entries.isEmpty else { return nil }
    self.target = target
    self.database = database
    self.entries = entries
  }

  /// What SQLite cannot tell apart is one entry.
  private static func entries(_ target: PythonTarget, _ database: Database) -> [Entry] {
    var seen: Set<String> = []
    var scope = NameScope()
    return target.core.functions.flatMap { $0.body.violations.map(\.constraint) }.compactMap { reference in
      let text = text(reference, database, target.options.database)
      guard seen.insert(text).inserted else { return nil }
      return Entry(name: scope.claim(PythonNames.variant(text)), text: text, reference: reference)
    }
  }

  /// The constraint's name in the migrations, or as PostgreSQL would choose it; SQLite does not name a foreign key.
  private static func text(_ reference: ConstraintReference, _ database: Database, _ dialect: SQLDialect) -> String {
    switch reference {
    case .foreignKey where dialect == .sqlite, .referenced where dialect == .sqlite: "foreign_key"
    case .primaryKey(let table): database[table].primaryKey?.name.text ?? "\(database[table].name)_pkey"
    case .unique(let table, let index): database[table].uniques[index].name.text
    case .foreignKey(let table, let index), .referenced(let table, let index): database[table].foreignKeys[index].name.text
    case .check(let table, let index): database[table].checks[index].name.text
    case .notNull(let table, let column): "\(database[table].name)_\(database[table][column].name)_not_null"
    }
  }

  /// The constraints of violations, each once, with what the first of them means.
  static func distinct(_ violations: [QueryCall.Violation], _ target: PythonTarget) -> [(name: String, error: ErrorID)] {
    guard let database = target.core.database else { return [] }
    let entries = entries(target, database)
    var seen: Set<String> = []
    return violations.compactMap { violation in
      let text = text(violation.constraint, database, target.options.database)
      guard seen.insert(text).inserted, let entry = entries.first(where: { $0.text == text }) else { return nil }
      return (entry.name, violation.error)
    }
  }

  var file: PythonFile {
    let isSQLite = target.options.database == .sqlite
    let constraint = PythonClass(
      "Constraint", [.name(.std("enum", "StrEnum"))],
      documentation: "A constraint that can refuse a row, by its name in the migrations.",
      body: entries.map { .assign(PythonExpr(stringLiteral: $0.name), .string($0.text)) })
    return PythonFile(
      documentation: "The constraints of the schema, recognised in what the database answers.",
      module: target.module("generated", "db", "constraints"),
      [.class(constraint)] + (isSQLite ? messages : columns) + [.function(isSQLite ? inMessage : byName)])
  }

  private static let error = PythonParameter("error", .name(.of("sqlalchemy", "sqlalchemy.exc", "IntegrityError")))

  private func violated(_ body: [PythonStatement]) -> PythonFunction {
    PythonFunction(
      "violated_by", [Self.error], returns: PythonExpr("Constraint").optional,
      documentation: "The constraint whose violation `error` reports, if it is one.", body: body)
  }

  // MARK: SQLite: the message says it

  private var messages: [PythonStatement] {
    let hasForeignKey = entries.contains { $0.text == "foreign_key" }
    let note = "SQLite names the columns of a unique constraint and the name of a check"
      + (hasForeignKey ? "; of a foreign key it says nothing." : ".")
    let items = entries.map { entry in
      PythonEntry(.string(database.sqliteMessage(for: entry.reference)), PythonExpr("Constraint").attribute(entry.name))
    }
    return [.comment(note), .constant("_MESSAGES", .dict(items))]
  }

  private var inMessage: PythonFunction {
    violated([
      .return(PythonExpr("_MESSAGES").call("get", [.positional(.call("str", [.positional("error.orig")]))]))
    ])
  }

  // MARK: PostgreSQL: the constraint's name, or the column that must be filled

  private var filled: [PythonEntry] {
    entries.compactMap { entry in
      guard let (table, column) = entry.reference.filledColumn else { return nil }
      let place = PythonExpr.tuple([.string(database[table].name), .string(database[table][column].name)])
      return PythonEntry(place, PythonExpr("Constraint").attribute(entry.name))
    }
  }

  private var columns: [PythonStatement] {
    guard !filled.isEmpty else { return [] }
    return [.comment("That a column must be filled has no name."), .constant("_COLUMNS", .dict(filled))]
  }

  private var byName: PythonFunction {
    let violation = PythonExpr.name(.of("asyncpg", "asyncpg.exceptions", "IntegrityConstraintViolationError"))
    let isViolation = PythonExpr.call("isinstance", [.positional("cause"), .positional(violation)])
    let names = PythonExpr.comprehension(
      .dict(key: "constraint.value"), "constraint", for: "constraint", in: "Constraint")
    let named = PythonExpr("names").call("get", [.positional("cause.constraint_name")])
    let place = PythonExpr.tuple(["cause.table_name", "cause.column_name"])
    let column = PythonExpr("_COLUMNS").call("get", [.positional(place)])
    return violated([
      .assign("cause", .conditional("error.orig.__cause__", if: "error.orig", else: .none)),
      .if([PythonBranch(.not(isViolation), [.return(PythonExpr.none)])], else: []),
      .assign("names", names),
      .return(filled.isEmpty ? named : .any([column, named])),
    ])
  }
}
