internal import SpecIR
internal import SpecSource

/// `CREATE TABLE`.
struct CreateTableSyntax: Sendable {
  var name: QualifiedNameSyntax
  var ifNotExists = false
  var columns: [ColumnSyntax] = []
  var constraints: [ConstraintSyntax] = []
  /// Tables whose columns `LIKE` copies.
  var likes: [LikeSyntax] = []
  var isWithoutRowID = false
}

/// `LIKE table`, and whether more than its columns is copied.
struct LikeSyntax: Sendable {
  var table: QualifiedNameSyntax
  var includesMore = false
}

/// A column with the constraints written behind it.
struct ColumnSyntax: Sendable {
  var name: NameSyntax
  /// Nothing where SQLite's column names no type.
  var type: TypeSyntax?
  var constraints: [ConstraintSyntax] = []
  /// The lines of the comment above it.
  var remark: [String] = []
}

/// A constraint of a column or of a table.
struct ConstraintSyntax: Sendable {
  var name: NameSyntax?
  var kind: Kind
  var range: SourceRange

  enum Kind: Sendable {
    case notNull
    case null
    case defaultValue(ExpressionSyntax)
    case primaryKey([IndexPartSyntax], isAutoincrement: Bool, isDescending: Bool)
    case unique([IndexPartSyntax], nullsAreEqual: Bool)
    /// `UNIQUE USING INDEX` and `PRIMARY KEY USING INDEX`.
    case usingIndex(NameSyntax, isPrimary: Bool)
    case check(ExpressionSyntax, text: String)
    case reference(ReferenceSyntax)
    case identity(isAlways: Bool)
    case generated(ExpressionSyntax, isStored: Bool)
    case collate(NameSyntax)
  }
}

/// `REFERENCES …`; the columns on this side are empty for a column's own constraint.
struct ReferenceSyntax: Sendable {
  var columns: [NameSyntax]
  var table: QualifiedNameSyntax
  var referenced: [NameSyntax]
  var onDelete = ReferentialAction.noAction
  var onUpdate = ReferentialAction.noAction
  var deferral: ForeignKey.Deferral?
}

/// One part of an index or a key.
struct IndexPartSyntax: Sendable {
  var expression: ExpressionSyntax
  var isDescending = false
  var nullsFirst: Bool?
  var collation: NameSyntax?
  var operatorClass: String?
}

/// `CREATE INDEX`.
struct CreateIndexSyntax: Sendable {
  var name: QualifiedNameSyntax?
  var table: QualifiedNameSyntax
  var ifNotExists: Bool
  var isUnique: Bool
  var method: String?
  var parts: [IndexPartSyntax] = []
  var including: [NameSyntax] = []
  var nullsAreEqual = false
  var predicate: ExpressionSyntax?
}
