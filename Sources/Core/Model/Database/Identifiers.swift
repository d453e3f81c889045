/// A ``Table`` of ``Database/tables``, by index.
public struct TableID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A ``Column`` of one table's ``Table/columns``, by index.
public struct ColumnID: CoreIdentifier {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// The name of a table, an enum type or an index, with its schema where that is not the default one.
///
/// The default schema (`public` in PostgreSQL, `main` in SQLite) is spelled as nothing. Letters are as the database keeps them:
/// PostgreSQL folds what is not quoted to lower case, SQLite keeps what was declared.
public struct QualifiedName: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var schema: String?
  public var name: String

  public init(schema: String? = nil, _ name: String) {
    self.schema = schema
    self.name = name
  }

  public var description: String { schema.map { "\($0).\(name)" } ?? name }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.description < rhs.description }
}

/// A family of SQL: how a migration is written, and how it is printed.
public enum SQLDialect: String, Hashable, Sendable, CaseIterable {
  case sqlite
  case postgres
}
