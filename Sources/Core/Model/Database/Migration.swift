/// One step of the history of a ``Database``: the up half of one file.
public struct Migration: Hashable, Sendable {
  /// The version as the file's name gives it, such as `20240101120000` or `1.2`.
  public var version: String
  /// The place in the history as a number: the version where every version is an integer, else counted from 1.
  public var ordinal: Int64
  /// What the file's name says it does, such as `create_users`.
  public var name: String
  /// The path of the file, relative to the project's root.
  public var path: String
  /// The up half as it was written, comments and all; ends with a newline unless empty.
  public var text: String
  public var changes: [LocatedChange]
  /// Whether the file asks to run outside a transaction.
  public var runsOutsideTransaction: Bool
  public var place: SourcePlace

  public init(
    version: String, ordinal: Int64, name: String, path: String, text: String, changes: [LocatedChange] = [],
    runsOutsideTransaction: Bool = false, place: SourcePlace = SourcePlace()
  ) {
    self.version = version
    self.ordinal = ordinal
    self.name = name
    self.path = path
    self.text = text
    self.changes = changes
    self.runsOutsideTransaction = runsOutsideTransaction
    self.place = place
  }
}

/// A change with the statement that wrote it and the comment above that statement.
public struct LocatedChange: Hashable, Sendable {
  public var change: SchemaChange
  /// The lines of the comment directly above the statement, without their marks.
  public var comment: [String]
  public var place: SourcePlace

  public init(_ change: SchemaChange, comment: [String] = [], place: SourcePlace = SourcePlace()) {
    self.change = change
    self.comment = comment
    self.place = place
  }
}

/// One change of the database, in no dialect's words; names are as they are at that point of the history.
public enum SchemaChange: Hashable, Sendable {
  case createSchema(String)
  case createEnum(DatabaseEnum)
  /// Adds a label before the one at `index`; the number of labels adds it at the end.
  case addEnumValue(QualifiedName, String, at: Int)
  case renameEnumValue(QualifiedName, from: String, to: String)
  case renameEnum(QualifiedName, to: QualifiedName)
  case dropEnum(QualifiedName)
  case createTable(Table)
  case dropTable(QualifiedName)
  case renameTable(QualifiedName, to: QualifiedName)
  case alterTable(QualifiedName, TableChange)
  /// A table is built anew under its own name, with rows carried over (SQLite's way to alter).
  case rebuildTable(TableRebuild)
  case createIndex(QualifiedName, TableIndex)
  case createUniqueIndex(QualifiedName, UniqueKey)
  case dropIndex(QualifiedName, name: String)
  case renameIndex(QualifiedName, from: String, to: String)
  case commentOnTable(QualifiedName, String?)
  case commentOnEnum(QualifiedName, String?)
  case insertRows(SeedRows)
  case updateRows(QualifiedName, set: [ColumnValue], where: SQLExpression?)
  case deleteRows(QualifiedName, where: SQLExpression?)
  case copyRows(RowCopy)
  /// A statement that the catalog does not follow, by what it is (`trigger`): it can be printed in its own dialect only.
  case opaque(String)
}

/// A change within one table.
public enum TableChange: Hashable, Sendable {
  case addColumn(Column)
  case dropColumn(String)
  case renameColumn(String, to: String)
  /// `using` computes the new value from the old row where a plain cast does not.
  case setType(String, ColumnType, using: SQLExpression?)
  case setDefault(String, ColumnDefault?)
  case setNullable(String, Bool)
  case setIdentity(String, ColumnIdentity?)
  case dropGenerated(String)
  case addPrimaryKey(PrimaryKey)
  case addUnique(UniqueKey)
  case addForeignKey(ForeignKey)
  case addCheck(CheckConstraint)
  case dropConstraint(String)
  case renameConstraint(String, to: String)
  case commentOnColumn(String, String?)
}

/// SQLite's rebuild of a table: create the new form, copy, drop the old one, rename.
public struct TableRebuild: Hashable, Sendable {
  public var name: QualifiedName
  /// The table as it is afterwards, under its own name.
  public var after: Table
  /// Which new column is computed from what in the old row; columns that are not named take their default.
  public var copy: [ColumnValue]

  public init(name: QualifiedName, after: Table, copy: [ColumnValue]) {
    self.name = name
    self.after = after
    self.copy = copy
  }
}

/// A column with the value it gets.
public struct ColumnValue: Hashable, Sendable {
  public var column: String
  public var value: SQLExpression

  public init(_ column: String, _ value: SQLExpression) {
    self.column = column
    self.value = value
  }
}

/// Rows of constants.
public struct SeedRows: Hashable, Sendable {
  public var table: QualifiedName
  public var columns: [String]
  /// One value for each column; nothing for `DEFAULT`.
  public var rows: [[SQLExpression?]]
  /// Rows that break a unique key are left out (`ON CONFLICT DO NOTHING`, `INSERT OR IGNORE`).
  public var ignoresConflicts: Bool

  public init(table: QualifiedName, columns: [String], rows: [[SQLExpression?]], ignoresConflicts: Bool = false) {
    self.table = table
    self.columns = columns
    self.rows = rows
    self.ignoresConflicts = ignoresConflicts
  }
}

/// `INSERT INTO … SELECT …` from one table, row by row.
public struct RowCopy: Hashable, Sendable {
  public var source: QualifiedName
  public var target: QualifiedName
  /// The target's columns, each computed from a row of the source.
  public var values: [ColumnValue]
  public var condition: SQLExpression?

  public init(source: QualifiedName, target: QualifiedName, values: [ColumnValue], condition: SQLExpression? = nil) {
    self.source = source
    self.target = target
    self.values = values
    self.condition = condition
  }
}
