/// One relational query, typed, with its outcome.
public struct Query: Hashable, Sendable {
  /// Such as `insert_user` or `find_user_by_email`; unique.
  public var name: String
  public var table: TableID
  public var parameters: [Parameter]
  public var kind: Kind
  public var documentation: String?

  /// A value that the caller gives.
  public struct Parameter: Hashable, Sendable {
    public var name: String
    /// ``ValueType/api(_:)`` for a value, ``ValueType/presence(_:)`` where absence leaves a column or a filter alone.
    public var type: ValueType

    public init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  public enum Kind: Hashable, Sendable {
    case select(Select)
    /// Gives an int64.
    case count(where: [Filter])
    /// Gives a bool.
    case exists(where: [Filter])
    case insert(Insert)
    case update(Update)
    /// Gives the number of rows, as int64.
    case delete(where: [Filter])
  }

  public init(name: String, table: TableID, parameters: [Parameter], kind: Kind, documentation: String? = nil) {
    self.name = name
    self.table = table
    self.parameters = parameters
    self.kind = kind
    self.documentation = documentation
  }
}

/// Reads rows.
public struct Select: Hashable, Sendable {
  public var row: RowID
  public var filters: [Filter]
  public var order: [Order]
  public var page: Page?
  public var outcome: Outcome

  /// How many rows there can be; decided by keys, not hoped for.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// A row or nothing.
    case optional
    /// A list.
    case many
  }

  /// At most `limit` rows after `offset` rows; both are indexes into ``Query/parameters``, of type int64.
  public struct Page: Hashable, Sendable {
    public var limit: Int
    public var offset: Int

    public init(limit: Int, offset: Int) {
      self.limit = limit
      self.offset = offset
    }
  }

  public init(row: RowID, filters: [Filter] = [], order: [Order] = [], page: Page? = nil, outcome: Outcome) {
    self.row = row
    self.filters = filters
    self.order = order
    self.page = page
    self.outcome = outcome
  }
}

/// Adds one row and gives it back, or nothing where nobody asks for it.
public struct Insert: Hashable, Sendable {
  public var assignments: [Assignment]
  public var returning: RowID?

  public init(assignments: [Assignment], returning: RowID?) {
    self.assignments = assignments
    self.returning = returning
  }
}

/// Changes the row that the filters find, which is one at most.
///
/// Gives the row, or nothing where there is none; without `returning` the number of rows that were found, as int64. Where
/// every assignment is absent, the row is found and stays as it is.
public struct Update: Hashable, Sendable {
  public var assignments: [Assignment]
  public var filters: [Filter]
  public var returning: RowID?

  public init(assignments: [Assignment], filters: [Filter], returning: RowID?) {
    self.assignments = assignments
    self.filters = filters
    self.returning = returning
  }
}
