package import SpecIR
import SpecNaming

/// The constraints for which some operation answers: each once that the database lets be told from the others.
package struct KnownConstraints: Sendable {
  package struct Entry: Hashable, Sendable {
    /// What it is called in code.
    package let identifier: String
    /// Its name in the migrations, or as PostgreSQL would choose it; `foreign_key` on SQLite, which does not name them.
    package let name: String
    /// The first constraint that it stands for.
    package let reference: ConstraintReference
  }

  package let entries: [Entry]
  package let database: Database
  private let dialect: SQLDialect
  /// By what the database says of them, the positions of entries.
  private var positions: [String: Int] = [:]

  /// Returns nothing where no operation answers for any.
  ///
  /// - Parameter kind: what identifiers they become.
  package init?(_ core: CoreModel, on dialect: SQLDialect, as kind: IdentifierRules.Kind) {
    guard let database = core.database else { return nil }
    self.database = database
    self.dialect = dialect
    var scope = kind.scope
    var entries: [Entry] = []
    for reference in core.functions.flatMap({ $0.body.violations.map(\.constraint) }) {
      let told = Self.told(reference, database, dialect)
      guard positions[told] == nil else { continue }
      positions[told] = entries.count
      let name = Self.name(reference, database, dialect)
      entries.append(Entry(identifier: scope.claim(kind(name)), name: name, reference: reference))
    }
    guard !entries.isEmpty else { return nil }
    self.entries = entries
  }

  /// Returns the constraints of violations, each once, with what the first of them means.
  package func distinct(_ violations: [QueryCall.Violation]) -> [(entry: Entry, error: ErrorID)] {
    var seen: Set<Int> = []
    return violations.compactMap { violation in
      guard let position = positions[Self.told(violation.constraint, database, dialect)], seen.insert(position).inserted else {
        return nil
      }
      return (entries[position], violation.error)
    }
  }

  /// By what a broken constraint is recognised: SQLite writes a sentence, PostgreSQL names it.
  private static func told(_ reference: ConstraintReference, _ database: Database, _ dialect: SQLDialect) -> String {
    switch dialect {
    case .sqlite: database.sqliteMessage(for: reference)
    case .postgres: name(reference, database, dialect)
    }
  }

  private static func name(_ reference: ConstraintReference, _ database: Database, _ dialect: SQLDialect) -> String {
    switch reference {
    case .foreignKey where dialect == .sqlite, .referenced where dialect == .sqlite: "foreign_key"
    case .primaryKey(let table): database[table].primaryKey?.name.text ?? "\(database[table].name)_pkey"
    case .unique(let table, let index): database[table].uniques[index].name.text
    case .foreignKey(let table, let index), .referenced(let table, let index): database[table].foreignKeys[index].name.text
    case .check(let table, let index): database[table].checks[index].name.text
    case .notNull(let table, let column): "\(database[table].name)_\(database[table][column].name)_not_null"
    }
  }
}
