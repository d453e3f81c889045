public import SpecWriting

/// One condition; all conditions of a query must hold.
public struct Filter: Hashable, Sendable {
  public var column: ColumnID
  public var comparison: Comparison
  /// By index in ``Query/parameters``; a presence that is absent leaves the condition out.
  public var parameter: Int

  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    /// The parameter is a list.
    case oneOf
    /// The text contains the parameter's text, case and all; `%` and `_` in it are ordinary characters.
    case contains
  }

  public init(_ column: ColumnID, _ comparison: Comparison, parameter: Int) {
    self.column = column
    self.comparison = comparison
    self.parameter = parameter
  }
}

/// What rows are sorted by; builders put the primary key last, so that the order is total.
///
/// NULL comes before every value, and after all of them in descending order; texts are ordered by code point.
public enum Order: Hashable, Sendable {
  case column(ColumnID, Direction)
  /// A parameter of an enumeration type chooses, by index in ``Query/parameters``; an absent one chooses nothing.
  ///
  /// With a ``DirectionChoice``, that decides the direction in place of the choice's own.
  case chosen(parameter: Int, [Choice], direction: DirectionChoice?)

  public enum Direction: String, Hashable, Sendable, CaseIterable { case ascending, descending }

  /// A second parameter that says which way to sort, by index in ``Query/parameters``.
  public struct DirectionChoice: Hashable, Sendable {
    public var parameter: Int
    /// The values that mean descending; every other one, and none, means ascending.
    public var descending: [JSONValue]

    public init(parameter: Int, descending: [JSONValue]) {
      self.parameter = parameter
      self.descending = descending
    }
  }

  /// What one value of the parameter sorts by.
  public struct Choice: Hashable, Sendable {
    /// A value of the enumeration.
    public var value: JSONValue
    public var column: ColumnID
    public var direction: Direction

    public init(value: JSONValue, column: ColumnID, direction: Direction) {
      self.value = value
      self.column = column
      self.direction = direction
    }
  }
}

/// A column with its new value.
public struct Assignment: Hashable, Sendable {
  public var column: ColumnID
  public var source: Source

  public enum Source: Hashable, Sendable {
    /// By index in ``Query/parameters``. A presence that is absent leaves the column at its default (insert) or as it is
    /// (update).
    case parameter(Int)
    /// The time of the statement, in UTC.
    case currentTimestamp
  }

  public init(_ column: ColumnID, _ source: Source) {
    self.column = column
    self.source = source
  }
}

/// The columns of a table that some query reads: nothing else is selected, so nothing else can leak.
public struct RowShape: Hashable, Sendable {
  /// Such as `User`, the table's name in the singular; unique among rows.
  public var name: String
  public var table: TableID
  public var columns: [ColumnID]

  public init(name: String, table: TableID, columns: [ColumnID]) {
    self.name = name
    self.table = table
    self.columns = columns
  }
}

/// How a row becomes a model of the contract.
public struct RowMapping: Hashable, Sendable {
  public var row: RowID
  public var model: ModelID
  /// One for each field of the model that the row fills, over local 0, which is the row.
  public var fields: [Expression.FieldValue]

  public init(row: RowID, model: ModelID, fields: [Expression.FieldValue]) {
    self.row = row
    self.model = model
    self.fields = fields
  }
}
