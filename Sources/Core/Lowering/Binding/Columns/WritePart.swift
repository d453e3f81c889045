import SpecIR

/// One column that a request writes, with its value.
struct WritePart {
  let column: ColumnID
  /// In the column's type; a presence where absence leaves the column alone.
  let value: Expression
  let type: ValueType
  let source: Source

  enum Source: Hashable {
    /// A field of the body, by its wire name.
    case body(String)
    case path
    /// Made here: a new identifier, or the time.
    case made
    /// Left to the database: the time of the statement.
    case statementTime
  }

  /// The time of the statement, in a column that keeps times.
  static func statementTime(_ column: ColumnID) -> WritePart {
    WritePart(column: column, value: .none(.scalar(.dateTime)), type: .api(.scalar(.dateTime)), source: .statementTime)
  }

  /// Where the value stands in the body.
  var pointer: String? {
    guard case .body(let field) = source else { return nil }
    return jsonPointer(to: field)
  }

  var isFromBody: Bool { pointer != nil }

  /// Whether the value can be null.
  var canBeNull: Bool {
    switch type {
    case .api(let type), .presence(let type): type.isOptional
    case .unit, .row, .optional, .list: false
    }
  }

  var canBeAbsent: Bool {
    if case .presence = type { true } else { false }
  }
}

/// The JSON pointer to a member of the body (RFC 6901 §3).
func jsonPointer(to field: String) -> String {
  "/" + field.replacing("~", with: "~0").replacing("/", with: "~1")
}
