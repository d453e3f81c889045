import SpecAdapters
import SpecIR

/// Writes `generated/db/constraints.rs`: the constraints that operations answer for, recognised in what the database says.
struct ConstraintItems {
  private let target: RustTarget
  private let constraints: KnownConstraints
  private var database: Database { constraints.database }
  private var entries: [KnownConstraints.Entry] { constraints.entries }

  init?(_ target: RustTarget) {
    guard let constraints = target.constraints else { return nil }
    self.target = target
    self.constraints = constraints
  }

  var file: RustFile {
    RustFile(
      documentation: "The constraints of the schema, recognised in what the database answers.",
      [
        .enumeration(
          RustEnum(
            "Constraint", entries.map { RustVariant($0.identifier) },
            documentation: "A constraint that can refuse a row.",
            attributes: [.derive("Debug", "Clone", "Copy", "PartialEq", "Eq")])),
        .implementation(RustImpl(for: .named("Constraint"), [.function(violated)])),
      ])
  }

  private var violated: RustFunction {
    RustFunction(
      "violated_by", [.init("error", .ref(.named(.sqlxError)))], returns: .option(.selfType), .public,
      documentation: "The constraint whose violation `error` reports, if it is one.",
      body: target.options.database == .sqlite ? sqlite : postgres)
  }

  // MARK: SQLite: the message says it

  private var sqlite: RustBlock {
    RustBlock {
      RustStatement.comment(
        "SQLite names the columns of a key and the name of a check; of a foreign key it says nothing.")
      RustExpr.match(RustExpr("error").call("as_database_error").try.call("message")) {
        for entry in entries {
          RustArm(.literal(.string(database.sqliteMessage(for: entry.reference))), .some(.path("Self", entry.identifier)))
        }
        RustArm(.wildcard, .none)
      }
    }
  }

  // MARK: PostgreSQL: the constraint's name, or the column that must be filled

  private var postgres: RustBlock {
    let named = entries.filter { $0.reference.filledColumn == nil }
    let filled = entries.filter { $0.reference.filledColumn != nil }
    let error = RustExpr("error").call("as_database_error").try
    guard !filled.isEmpty else { return RustBlock { byName(named, error) } }
    let downcast = error.call("try_downcast_ref", turbofish: [.named(.of("sqlx", "postgres", name: "PgDatabaseError"))]).try
    return RustBlock {
      RustStatement.let("error", downcast)
      RustStatement.comment("That a column must be filled has no name.")
      byColumn(filled, otherwise: named.isEmpty ? nil : byName(named, "error"))
    }
  }

  private func byName(_ entries: [KnownConstraints.Entry], _ error: RustExpr) -> RustExpr {
    .match(error.call("constraint").try) {
      for entry in entries { RustArm(.literal(.string(entry.name)), .some(.path("Self", entry.identifier))) }
      RustArm(.wildcard, .none)
    }
  }

  private func byColumn(_ entries: [KnownConstraints.Entry], otherwise: RustExpr?) -> RustExpr {
    .match(.tuple(RustExpr("error").call("table"), RustExpr("error").call("column"))) {
      for entry in entries {
        if let (table, column) = entry.reference.filledColumn {
          let names = [database[table].name, database[table][column].name]
          RustArm(
            .tuple(names.map { .some(.literal(.string($0))) }), .some(.path("Self", entry.identifier)))
        }
      }
      RustArm(.wildcard, otherwise ?? .none)
    }
  }
}
