import SpecAdapters
import SpecIR

/// Writes `generated/db/constraints.py`: the constraints that operations answer for, recognised in what the database says.
struct ConstraintItems {
  private let target: PythonTarget
  private let constraints: KnownConstraints
  private var database: Database { constraints.database }
  private var entries: [KnownConstraints.Entry] { constraints.entries }

  init?(_ target: PythonTarget) {
    guard let constraints = target.constraints else { return nil }
    self.target = target
    self.constraints = constraints
  }

  var file: PythonFile {
    let isSQLite = target.options.database == .sqlite
    let constraint = PythonClass(
      "Constraint", [.name(.std("enum", "StrEnum"))],
      documentation: "A constraint that can refuse a row, by its name in the migrations.",
      body: entries.map { .assign(PythonExpr(stringLiteral: $0.identifier), .string($0.name)) })
    return PythonFile(
      documentation: "The constraints of the schema, recognised in what the database answers.",
      module: target.module("generated", "db", "constraints"),
      [.class(constraint)] + (isSQLite ? messages : names + columns) + [.function(isSQLite ? inMessage : byName)])
  }

  private static let error = PythonParameter("error", .name(.of("sqlalchemy", "sqlalchemy.exc", "IntegrityError")))

  private func violated(_ body: [PythonStatement]) -> PythonFunction {
    PythonFunction(
      "violated_by", [Self.error], returns: PythonExpr("Constraint").optional,
      documentation: "The constraint whose violation `error` reports, if it is one.", body: body)
  }

  // MARK: SQLite: the message says it

  private var messages: [PythonStatement] {
    let hasForeignKey = entries.contains { $0.name == "foreign_key" }
    let note = "SQLite names the columns of a unique constraint and the name of a check"
      + (hasForeignKey ? "; of a foreign key it says nothing." : ".")
    let items = entries.map { entry in
      PythonEntry(.string(database.sqliteMessage(for: entry.reference)), PythonExpr("Constraint").attribute(entry.identifier))
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
      return PythonEntry(place, PythonExpr("Constraint").attribute(entry.identifier))
    }
  }

  private var names: [PythonStatement] {
    let byName = PythonExpr.comprehension(.dict(key: "constraint.value"), "constraint", for: "constraint", in: "Constraint")
    return [.constant("_NAMES", byName)]
  }

  private var columns: [PythonStatement] {
    guard !filled.isEmpty else { return [] }
    return [.comment("That a column must be filled has no name."), .constant("_COLUMNS", .dict(filled))]
  }

  private var byName: PythonFunction {
    let violation = PythonExpr.name(.of("asyncpg", "asyncpg.exceptions", "IntegrityConstraintViolationError"))
    let isViolation = PythonExpr.call("isinstance", [.positional("cause"), .positional(violation)])
    let named = PythonExpr("_NAMES").call("get", [.positional("cause.constraint_name")])
    let place = PythonExpr.tuple(["cause.table_name", "cause.column_name"])
    let column = PythonExpr("_COLUMNS").call("get", [.positional(place)])
    return violated([
      .assign("cause", .conditional("error.orig.__cause__", if: "error.orig", else: .none)),
      .if([PythonBranch(.not(isViolation), [.return(PythonExpr.none)])], else: []),
      .return(filled.isEmpty ? named : .any([column, named])),
    ])
  }
}
