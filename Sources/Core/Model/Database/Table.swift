/// A table with everything that its rows must satisfy.
public struct Table: Hashable, Sendable {
  /// Nothing for the default schema.
  public var schema: String?
  public var name: String
  public var columns: [Column]
  public var primaryKey: PrimaryKey?
  /// Unique constraints and unique indexes, in order of declaration.
  public var uniques: [UniqueKey]
  public var foreignKeys: [ForeignKey]
  public var checks: [CheckConstraint]
  /// Indexes that are not unique; those that are stand in ``uniques``.
  public var indexes: [TableIndex]
  public var comment: String?
  public var place: SourcePlace

  public init(
    schema: String? = nil, name: String, columns: [Column] = [], primaryKey: PrimaryKey? = nil, uniques: [UniqueKey] = [],
    foreignKeys: [ForeignKey] = [], checks: [CheckConstraint] = [], indexes: [TableIndex] = [], comment: String? = nil,
    place: SourcePlace = SourcePlace()
  ) {
    self.schema = schema
    self.name = name
    self.columns = columns
    self.primaryKey = primaryKey
    self.uniques = uniques
    self.foreignKeys = foreignKeys
    self.checks = checks
    self.indexes = indexes
    self.comment = comment
    self.place = place
  }

  public var qualifiedName: QualifiedName {
    get { QualifiedName(schema: schema, name) }
    set { (schema, name) = (newValue.schema, newValue.name) }
  }

  public subscript(id: ColumnID) -> Column { columns[id.index] }

  /// All columns in order, by id.
  public var columnIDs: [ColumnID] { columns.indices.map(ColumnID.init) }

  /// Returns the column spelled exactly so.
  public func column(named name: String) -> ColumnID? {
    columns.firstIndex { $0.name == name }.map(ColumnID.init)
  }

  /// Returns the columns of a key; names that no column has are left out.
  public func columns(named names: [String]) -> [ColumnID] { names.compactMap(column(named:)) }
}
