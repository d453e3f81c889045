internal import SpecIR
internal import SpecSource

/// One statement with its place and the comment above it.
struct StatementSyntax: Sendable {
  var kind: Kind
  var range: SourceRange
  var comment: [String]

  enum Kind: Sendable {
    case createTable(CreateTableSyntax)
    case alterTable(QualifiedNameSyntax, ifExists: Bool, [AlterationSyntax])
    case dropTables([QualifiedNameSyntax], ifExists: Bool, cascade: Bool)
    case createIndex(CreateIndexSyntax)
    case dropIndexes([QualifiedNameSyntax], ifExists: Bool)
    case renameIndex(QualifiedNameSyntax, to: NameSyntax, ifExists: Bool)
    case createEnum(QualifiedNameSyntax, [StringSyntax])
    case addEnumValue(QualifiedNameSyntax, StringSyntax, ifNotExists: Bool, position: EnumPosition)
    case renameEnumValue(QualifiedNameSyntax, from: StringSyntax, to: StringSyntax)
    case renameType(QualifiedNameSyntax, to: NameSyntax)
    case dropTypes([QualifiedNameSyntax], ifExists: Bool, cascade: Bool)
    case createSchema(NameSyntax, ifNotExists: Bool)
    case setSearchPath([NameSyntax])
    case comment(CommentTarget, String?)
    case insert(InsertSyntax)
    case update(QualifiedNameSyntax, [AssignmentSyntax], where: ExpressionSyntax?)
    case delete(QualifiedNameSyntax, where: ExpressionSyntax?)
    case createSequence(QualifiedNameSyntax)
    /// Changes nothing that a backend can see: transactions, settings, extensions.
    case harmless
    /// Read and left out with a note: a trigger, a function, a grant.
    case skipped(SkippedStatement)
    case unsupported(String, hint: String)
  }
}

/// A text in quotes, with its place.
struct StringSyntax: Sendable {
  let text: String
  let range: SourceRange
}

/// Where a new label of an enum type goes.
enum EnumPosition: Sendable {
  case last
  case before(StringSyntax)
  case after(StringSyntax)
}

/// What `COMMENT ON` speaks of.
enum CommentTarget: Sendable {
  case table(QualifiedNameSyntax)
  /// The names before the last one say which table.
  case column([NameSyntax])
  case type(QualifiedNameSyntax)
  /// Another object, whose comment nothing here shows.
  case other
}

/// A statement that is not followed, and whether the database means the same without it.
struct SkippedStatement: Sendable {
  /// Such as `trigger`.
  let what: String
  /// Whether another dialect may leave it out.
  let isDispensable: Bool
}

/// One action of `ALTER TABLE`.
struct AlterationSyntax: Sendable {
  var kind: Kind
  var range: SourceRange

  enum Kind: Sendable {
    case addColumn(ColumnSyntax, ifNotExists: Bool)
    case dropColumn(NameSyntax, ifExists: Bool, cascade: Bool)
    case renameColumn(NameSyntax, to: NameSyntax)
    case renameTable(NameSyntax)
    case renameConstraint(NameSyntax, to: NameSyntax)
    case setSchema(NameSyntax)
    case addConstraint(ConstraintSyntax)
    case dropConstraint(NameSyntax, ifExists: Bool, cascade: Bool)
    case setType(NameSyntax, TypeSyntax, using: ExpressionSyntax?)
    case setDefault(NameSyntax, ExpressionSyntax?)
    case setNullable(NameSyntax, Bool)
    case addIdentity(NameSyntax, isAlways: Bool)
    case dropIdentity(NameSyntax)
    case dropExpression(NameSyntax, ifExists: Bool)
    case harmless
    case skipped(SkippedStatement)
  }
}

/// `INSERT`.
struct InsertSyntax: Sendable {
  var table: QualifiedNameSyntax
  /// Empty where every column is meant.
  var columns: [NameSyntax] = []
  var ignoresConflicts = false
  var source: Source

  enum Source: Sendable {
    case rows([[ExpressionSyntax]])
    /// `SELECT` of expressions over one table.
    case select([ExpressionSyntax], from: QualifiedNameSyntax, where: ExpressionSyntax?)
    /// Anything else: a join, a subquery, an upsert.
    case other
  }
}

/// `column = value` of an `UPDATE`.
struct AssignmentSyntax: Sendable {
  var column: NameSyntax
  var value: ExpressionSyntax
}
