import SpecAdapters
import SpecIR
import SpecNaming

/// Writes `generated/db/constraints.rs`: the constraints that operations answer for, recognised in what the database says.
struct ConstraintItems {
  let target: RustTarget
  private let database: Database
  private let references: [ConstraintReference]

  init?(_ target: RustTarget) {
    guard let database = target.core.database else { return nil }
    let references = target.core.functions.flatMap { $0.body.violations.map(\.constraint) }
    guard !references.isEmpty else { return nil }
    self.target = target
    self.database = database
    var seen: Set<ConstraintReference> = []
    self.references = references.filter { seen.insert($0).inserted }
  }

  /// The variant that stands for a constraint. What SQLite cannot tell apart has one variant.
  static func variant(_ reference: ConstraintReference, _ database: Database, _ dialect: SQLDialect) -> String {
    switch reference {
    case .foreignKey, .referenced:
      if dialect == .sqlite { return "ForeignKey" }
      fallthrough
    case .primaryKey, .unique, .check, .notNull:
      return RustNames.types.escape(RustNames.type(name(reference, database)))
    }
  }

  /// The constraint's name in the migrations, or as PostgreSQL would choose it.
  private static func name(_ reference: ConstraintReference, _ database: Database) -> String {
    switch reference {
    case .primaryKey(let table): database[table].primaryKey?.name.text ?? "\(database[table].name)_pkey"
    case .unique(let table, let index): database[table].uniques[index].name.text
    case .foreignKey(let table, let index), .referenced(let table, let index): database[table].foreignKeys[index].name.text
    case .check(let table, let index): database[table].checks[index].name.text
    case .notNull(let table, let column): "\(database[table].name)_\(database[table][column].name)_not_null"
    }
  }

  private struct Entry {
    let variant: String
    let name: String
    let reference: ConstraintReference
  }

  private var entries: [Entry] {
    var seen: Set<String> = []
    return references.compactMap { reference in
      let variant = Self.variant(reference, database, target.options.database)
      guard seen.insert(variant).inserted else { return nil }
      let name = variant == "ForeignKey" ? "foreign_key" : Self.name(reference, database)
      return Entry(variant: variant, name: name, reference: reference)
    }
  }

  /// How many constraints there are to be told apart.
  var variantCount: Int { entries.count }

  var file: RustFile {
    RustFile(
      documentation: "The constraints of the schema, recognised in what the database answers.",
      [
        .enumeration(
          RustEnum(
            "Constraint", entries.map { RustVariant($0.variant) },
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
          RustArm(.literal(.string(database.sqliteMessage(for: entry.reference))), .some(.path("Self", entry.variant)))
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

  private func byName(_ entries: [Entry], _ error: RustExpr) -> RustExpr {
    .match(error.call("constraint").try) {
      for entry in entries { RustArm(.literal(.string(entry.name)), .some(.path("Self", entry.variant))) }
      RustArm(.wildcard, .none)
    }
  }

  private func byColumn(_ entries: [Entry], otherwise: RustExpr?) -> RustExpr {
    .match(.tuple(RustExpr("error").call("table"), RustExpr("error").call("column"))) {
      for entry in entries {
        if let (table, column) = entry.reference.filledColumn {
          let names = [database[table].name, database[table][column].name]
          RustArm(
            .tuple(names.map { .some(.literal(.string($0))) }), .some(.path("Self", entry.variant)))
        }
      }
      RustArm(.wildcard, otherwise ?? .none)
    }
  }
}
