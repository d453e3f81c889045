/// The tables that a backend stores its data in, with the history that led to them.
///
/// Nodes refer to tables and columns by name, as SQL does; names are unique where they are looked up, and spelled as declared.
/// ``TableID`` and ``ColumnID`` are the short form for everything that refers to the finished database.
public struct Database: Hashable, Sendable {
  /// Tables that exist after the last migration, in order of creation.
  public var tables: [Table]
  public var enums: [DatabaseEnum]
  /// The history, in the order in which it is applied.
  public var migrations: [Migration]
  /// The dialect in which the migrations were written.
  public var dialect: SQLDialect

  public init(dialect: SQLDialect, tables: [Table] = [], enums: [DatabaseEnum] = [], migrations: [Migration] = []) {
    self.dialect = dialect
    self.tables = tables
    self.enums = enums
    self.migrations = migrations
  }

  public subscript(id: TableID) -> Table { tables[id.index] }

  /// All tables in order, by id.
  public var tableIDs: [TableID] { tables.indices.map(TableID.init) }

  /// Returns the table of that name. Where no schema is given, only the default one is searched.
  public func table(named name: QualifiedName) -> TableID? {
    tables.firstIndex { $0.qualifiedName == name }.map(TableID.init)
  }

  public func enumeration(named name: QualifiedName) -> DatabaseEnum? {
    enums.first { $0.name == name }
  }

  /// Returns the table that a foreign key points at.
  public func target(of key: ForeignKey) -> TableID? { table(named: key.references) }

  /// Returns the foreign keys of other tables, and of the table itself, that point at a table; in declaration order.
  public func references(to target: TableID) -> [(table: TableID, key: ForeignKey)] {
    let name = self[target].qualifiedName
    return tableIDs.flatMap { id in
      self[id].foreignKeys.filter { $0.references == name }.map { (id, $0) }
    }
  }
}

/// An enum type of PostgreSQL, or the same set of texts written in another way.
public struct DatabaseEnum: Hashable, Sendable {
  public var name: QualifiedName
  /// The labels in their sort order.
  public var values: [String]
  public var comment: String?
  public var place: SourcePlace

  public init(name: QualifiedName, values: [String], comment: String? = nil, place: SourcePlace = SourcePlace()) {
    self.name = name
    self.values = values
    self.comment = comment
    self.place = place
  }
}
