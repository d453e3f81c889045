/// A scalar expression over the columns of one table, by meaning and not by either dialect's spelling.
public indirect enum SQLExpression: Hashable, Sendable {
  case literal(SQLLiteral)
  /// A column of the table that the expression belongs to.
  case column(String)
  case not(SQLExpression)
  case negate(SQLExpression)
  case binary(SQLOperator, SQLExpression, SQLExpression)
  case isNull(SQLExpression, negated: Bool)
  case inList(SQLExpression, [SQLExpression], negated: Bool)
  case between(SQLExpression, SQLExpression, SQLExpression, negated: Bool)
  /// `%` stands for any text and `_` for one character.
  case like(SQLExpression, pattern: SQLExpression, isCaseSensitive: Bool, negated: Bool)
  /// A POSIX regular expression is found in the text.
  case matches(SQLExpression, pattern: SQLExpression, isCaseSensitive: Bool, negated: Bool)
  /// SQLite's `GLOB`: `*`, `?` and `[…]`, letters as they are.
  case glob(SQLExpression, pattern: SQLExpression, negated: Bool)
  case cast(SQLExpression, ColumnType)
  case call(SQLFunction, [SQLExpression])
  case conditional([Branch], otherwise: SQLExpression?)
  /// What has no neutral meaning here, as it was written, with the columns that it names; it can be printed in its own
  /// dialect only.
  case verbatim(String, columns: [String])

  /// One `WHEN … THEN …`.
  public struct Branch: Hashable, Sendable {
    public var condition: SQLExpression
    public var value: SQLExpression

    public init(when condition: SQLExpression, then value: SQLExpression) {
      self.condition = condition
      self.value = value
    }
  }
}

/// A constant.
public enum SQLLiteral: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number by its digits, with an optional minus sign, fraction and exponent.
  case number(String)
  case string(String)
  case bytes([UInt8])
}

/// An operator between two values.
public enum SQLOperator: String, Hashable, Sendable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  /// As ``equal`` and ``notEqual``, with NULL as a value like any other.
  case isNotDistinct, isDistinct
  case and, or
  case add, subtract, multiply, divide, remainder
  case concatenate
}

/// A function, named by meaning.
public enum SQLFunction: String, Hashable, Sendable, CaseIterable {
  /// Counts code points of text.
  case length
  /// Counts bytes.
  case byteLength
  case lower, upper
  /// Removes blanks at both ends.
  case trim
  case coalesce, nullIf
  case absolute, round
  case substring, replace
  case currentTimestamp, currentDate, currentTime
  /// Whole seconds since 1970 in UTC.
  case currentEpochSeconds
  case randomUUID
  /// As many random bytes as the argument says, in lower-case hexadecimal.
  case randomHex
  /// Whether a text is JSON.
  case isJSON
  /// Counts the items of an array.
  case arrayLength
}
