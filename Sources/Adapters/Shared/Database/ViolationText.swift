package import SpecIR

extension Database {
  /// What SQLite says when a row breaks a constraint.
  ///
  /// It names the columns of a key, the column that must be filled and the name of a check; of a foreign key it says nothing.
  package func sqliteMessage(for reference: ConstraintReference) -> String {
    switch reference {
    case .primaryKey(let id):
      self[id].primaryKey.map { message("UNIQUE", .primaryKey($0), self[id]) } ?? "UNIQUE constraint failed"
    case .unique(let id, let index): message("UNIQUE", .unique(self[id].uniques[index]), self[id])
    case .foreignKey, .referenced: "FOREIGN KEY constraint failed"
    case .check(let id, let index): message("CHECK", .check(self[id].checks[index]), self[id])
    case .notNull(let id, let column): message("NOT NULL", .notNull(self[id][column].name), self[id])
    }
  }

  private func message(_ kind: String, _ constraint: TableConstraint, _ table: Table) -> String {
    switch signature(of: constraint, in: table, dialect: .sqlite) {
    case .columns(let text), .check(let text), .column(let text), .constraint(let text): "\(kind) constraint failed: \(text)"
    case .index(let name): "\(kind) constraint failed: index '\(name)'"
    case .anyForeignKey: "FOREIGN KEY constraint failed"
    }
  }
}

extension ConstraintReference {
  /// The column that must be filled, where this is what the constraint says: PostgreSQL has no name for it.
  package var filledColumn: (table: TableID, column: ColumnID)? {
    if case .notNull(let table, let column) = self { (table, column) } else { nil }
  }
}
