/// Statements in order; the last one that runs returns or fails.
public typealias Block = [Statement]

/// One step of a function. Effects stand here and nowhere else, so that the order of evaluation is the order of statements.
public indirect enum Statement: Hashable, Sendable {
  /// Names the value of an expression.
  case bind(LocalID, Expression)
  /// Runs a query, names what it gives, and turns violated constraints into the function's errors.
  case query(LocalID?, QueryCall)
  /// Asks the world for a value.
  case effect(LocalID, Effect)
  /// Names the value inside an optional, or runs the block, which must leave.
  case unwrap(LocalID, Expression, otherwise: Block)
  case branch(Expression, then: Block, otherwise: Block)
  /// Runs the block for each element, in order.
  case each(LocalID, Expression, Block)
  /// Runs all queries of the block in one transaction: a failure inside rolls it back, its end or a return commits it.
  case transaction(Block)
  case fail(ErrorID)
  /// Leaves the function; nothing for a function without result.
  case `return`(Expression?)
}

/// A query with its arguments, and what its failures mean here.
public struct QueryCall: Hashable, Sendable {
  public var query: QueryID
  /// One for each parameter of the query.
  public var arguments: [Expression]
  /// What a violated constraint means; one that is not listed is an infrastructure failure.
  public var violations: [Violation]

  public struct Violation: Hashable, Sendable {
    public var constraint: ConstraintReference
    public var error: ErrorID

    public init(_ constraint: ConstraintReference, _ error: ErrorID) {
      self.constraint = constraint
      self.error = error
    }
  }

  public init(_ query: QueryID, arguments: [Expression], violations: [Violation] = []) {
    self.query = query
    self.arguments = arguments
    self.violations = violations
  }
}

/// A constraint of a table, as the database reports its violation.
public enum ConstraintReference: Hashable, Sendable {
  case primaryKey(TableID)
  /// By index in ``Table/uniques``.
  case unique(TableID, Int)
  /// A row refers to nothing: by index in ``Table/foreignKeys`` of the referring table.
  case foreignKey(TableID, Int)
  /// A row is still referred to: by index in ``Table/foreignKeys`` of the referring table.
  case referenced(TableID, Int)
  /// By index in ``Table/checks``.
  case check(TableID, Int)
  case notNull(TableID, ColumnID)
}

/// What the world is asked for.
public enum Effect: Hashable, Sendable {
  /// The time now, in UTC, to the microsecond.
  case now
  /// A new identifier: UUID version 7 (RFC 9562 §5.7).
  case newUUID
}
