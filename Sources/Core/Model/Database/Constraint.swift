/// One rule of a table that a row can break.
public enum TableConstraint: Hashable, Sendable {
  case primaryKey(PrimaryKey)
  case unique(UniqueKey)
  case foreignKey(ForeignKey)
  case check(CheckConstraint)
  /// A column that must not be NULL, by name.
  case notNull(String)

  /// The name by which PostgreSQL reports it; nothing for NOT NULL, which is reported by its column.
  public var name: String? {
    switch self {
    case .primaryKey(let key): key.name.text
    case .unique(let key): key.name.text
    case .foreignKey(let key): key.name.text
    case .check(let check): check.name.text
    case .notNull: nil
    }
  }
}

/// What a database says of the constraint that a statement broke, and so how a backend recognises it.
public enum ViolationSignature: Hashable, Sendable {
  /// PostgreSQL: the constraint's or the index's name.
  case constraint(String)
  /// PostgreSQL: a NOT NULL violation names its column.
  case column(String)
  /// SQLite: the text after `UNIQUE constraint failed: ` or `NOT NULL constraint failed: `, such as `users.email`.
  case columns(String)
  /// SQLite: a unique index with an expression, as `UNIQUE constraint failed: index 'name'`.
  case index(String)
  /// SQLite: the text after `CHECK constraint failed: `.
  case check(String)
  /// SQLite: `FOREIGN KEY constraint failed`, which names nothing.
  case anyForeignKey
}

extension Table {
  /// Every rule of the table: primary key, uniques, foreign keys, checks, then columns that must not be NULL.
  public var constraints: [TableConstraint] {
    (primaryKey.map { [.primaryKey($0)] } ?? []) + uniques.map { .unique($0) } + foreignKeys.map { .foreignKey($0) }
      + checks.map { .check($0) } + columns.filter { !$0.isNullable }.map { .notNull($0.name) }
  }

  /// Returns the column sets that identify one row: the primary key first, then unique keys that hold for all rows.
  public var identifyingKeys: [[String]] {
    (primaryKey.map { [$0.columns] } ?? []) + uniques.compactMap(\.identifyingColumns)
  }
}
