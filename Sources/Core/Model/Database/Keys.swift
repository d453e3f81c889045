/// The primary key of a ``Table``.
public struct PrimaryKey: Hashable, Sendable {
  public var name: ConstraintName
  public var columns: [String]
  public var place: SourcePlace

  public init(name: ConstraintName, columns: [String], place: SourcePlace = SourcePlace()) {
    self.name = name
    self.columns = columns
    self.place = place
  }
}

/// A set of columns or expressions whose values no two rows share.
public struct UniqueKey: Hashable, Sendable {
  public var name: ConstraintName
  public var parts: [IndexPart]
  /// Whether it was made by `CREATE UNIQUE INDEX`, and so may be partial and may hold expressions.
  public var isIndex: Bool
  /// Only rows for which it holds are compared.
  public var predicate: SQLExpression?
  /// `NULLS NOT DISTINCT`: two NULLs are the same value.
  public var nullsAreEqual: Bool
  public var place: SourcePlace

  public init(
    name: ConstraintName, parts: [IndexPart], isIndex: Bool = false, predicate: SQLExpression? = nil,
    nullsAreEqual: Bool = false, place: SourcePlace = SourcePlace()
  ) {
    self.name = name
    self.parts = parts
    self.isIndex = isIndex
    self.predicate = predicate
    self.nullsAreEqual = nullsAreEqual
    self.place = place
  }

  /// The columns, where the key is nothing but columns.
  public var columns: [String]? {
    var names: [String] = []
    for part in parts {
      guard case .column(let name) = part.value else { return nil }
      names.append(name)
    }
    return names
  }

  /// The columns of a key that holds for every row: what identifies one row.
  public var identifyingColumns: [String]? { predicate == nil ? columns : nil }
}

/// An index that does not make rows unique.
public struct TableIndex: Hashable, Sendable {
  public var name: ConstraintName
  public var parts: [IndexPart]
  public var predicate: SQLExpression?
  /// PostgreSQL's access method where it is not `btree`, such as `gin`.
  public var method: String?
  /// `INCLUDE` columns.
  public var including: [String]
  public var place: SourcePlace

  public init(
    name: ConstraintName, parts: [IndexPart], predicate: SQLExpression? = nil, method: String? = nil,
    including: [String] = [], place: SourcePlace = SourcePlace()
  ) {
    self.name = name
    self.parts = parts
    self.predicate = predicate
    self.method = method
    self.including = including
    self.place = place
  }
}

/// One part of an index.
public struct IndexPart: Hashable, Sendable {
  public var value: Value
  public var isDescending: Bool
  /// Nothing leaves it to the database.
  public var nullsFirst: Bool?
  public var collation: Collation?
  /// PostgreSQL's operator class, such as `gin_trgm_ops`.
  public var operatorClass: String?

  public enum Value: Hashable, Sendable {
    case column(String)
    case expression(SQLExpression)
  }

  public init(
    _ value: Value, isDescending: Bool = false, nullsFirst: Bool? = nil, collation: Collation? = nil,
    operatorClass: String? = nil
  ) {
    self.value = value
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
    self.collation = collation
    self.operatorClass = operatorClass
  }
}

/// A reference to rows of another table, or of the same one.
public struct ForeignKey: Hashable, Sendable {
  public var name: ConstraintName
  public var columns: [String]
  public var references: QualifiedName
  /// One for each of ``columns``; filled in from the primary key where the input left them out.
  public var referencedColumns: [String]
  public var onDelete: ReferentialAction
  public var onUpdate: ReferentialAction
  public var deferral: Deferral?
  public var place: SourcePlace

  public init(
    name: ConstraintName, columns: [String], references: QualifiedName, referencedColumns: [String],
    onDelete: ReferentialAction = .noAction, onUpdate: ReferentialAction = .noAction, deferral: Deferral? = nil,
    place: SourcePlace = SourcePlace()
  ) {
    self.name = name
    self.columns = columns
    self.references = references
    self.referencedColumns = referencedColumns
    self.onDelete = onDelete
    self.onUpdate = onUpdate
    self.deferral = deferral
    self.place = place
  }

  /// When a deferrable key is checked; a key that is not deferrable has none.
  public enum Deferral: String, Hashable, Sendable, CaseIterable {
    case initiallyImmediate
    case initiallyDeferred
  }
}

/// What happens to referring rows when the row they refer to is deleted or its key changes.
public enum ReferentialAction: String, Hashable, Sendable, CaseIterable {
  case noAction
  case restrict
  case cascade
  case setNull
  case setDefault
}

/// A condition that every row must satisfy, or leave unknown.
public struct CheckConstraint: Hashable, Sendable {
  public var name: ConstraintName
  public var expression: SQLExpression
  /// The condition as it was written between the parentheses: SQLite reports an unnamed check by it.
  public var text: String
  public var place: SourcePlace

  public init(name: ConstraintName, expression: SQLExpression, text: String, place: SourcePlace = SourcePlace()) {
    self.name = name
    self.expression = expression
    self.text = text
    self.place = place
  }
}

/// The name of a constraint or an index: always there, given or chosen as PostgreSQL would choose it.
public struct ConstraintName: Hashable, Sendable, CustomStringConvertible {
  public var text: String
  /// Whether the input gave the name.
  public var isGiven: Bool

  public init(_ text: String, isGiven: Bool) {
    self.text = text
    self.isGiven = isGiven
  }

  public static func given(_ text: String) -> Self { Self(text, isGiven: true) }
  public static func chosen(_ text: String) -> Self { Self(text, isGiven: false) }

  public var description: String { text }
}
