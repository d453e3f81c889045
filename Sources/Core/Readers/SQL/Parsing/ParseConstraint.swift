internal import SpecIR
internal import SpecSource

/// Constraints of a table, and the parts that they share with those of a column.
extension Parser {
  mutating func tableConstraint() throws(SyntaxError) -> ConstraintSyntax {
    let first = index
    let name = take("CONSTRAINT") ? try self.name() : nil
    var kind = try tableConstraintKind()
    let deferral = try deferral()
    if case .reference(var reference) = kind, let deferral {
      reference.deferral = deferral.value
      kind = .reference(reference)
    }
    // `NOT VALID` leaves old rows unchecked; new ones are.
    _ = take("NOT", "VALID")
    return ConstraintSyntax(name: name, kind: kind, range: range(from: first))
  }

  private mutating func tableConstraintKind() throws(SyntaxError) -> ConstraintSyntax.Kind {
    switch current.keyword {
    case "PRIMARY":
      advance()
      try expect("KEY")
      if take("USING", "INDEX") { return .usingIndex(try self.name(), isPrimary: true) }
      let parts = try keyParts()
      let isAutoincrement = parts.isAutoincrement
      try keyOptions()
      return .primaryKey(parts.parts, isAutoincrement: isAutoincrement, isDescending: false)
    case "UNIQUE":
      advance()
      if take("USING", "INDEX") { return .usingIndex(try self.name(), isPrimary: false) }
      let nullsAreEqual = take("NULLS", "NOT", "DISTINCT")
      _ = take("NULLS", "DISTINCT")
      let parts = try keyParts().parts
      try keyOptions()
      return .unique(parts, nullsAreEqual: nullsAreEqual)
    case "CHECK": return try check()
    case "FOREIGN":
      advance()
      try expect("KEY")
      let columns = try nameList()
      guard isAt("REFERENCES") else { throw unexpected("`REFERENCES`") }
      return .reference(try references(from: columns))
    default: throw unexpected("`PRIMARY KEY`, `UNIQUE`, `CHECK` or `FOREIGN KEY`")
    }
  }

  private mutating func keyParts() throws(SyntaxError) -> (parts: [IndexPartSyntax], isAutoincrement: Bool) {
    // SQLite lets AUTOINCREMENT stand inside the parentheses.
    if dialect == .sqlite, isAtSymbol("("), isAt("AUTOINCREMENT", ahead: 2), isAtSymbol(")", ahead: 3) {
      advance()
      let part = IndexPartSyntax(expression: try primary())
      index += 2
      return ([part], true)
    }
    return (try indexParts(), false)
  }

  /// What may follow the columns of a key and changes nothing that a backend can see.
  private mutating func keyOptions() throws(SyntaxError) {
    try conflictClause()
    if take("INCLUDE") { _ = try nameList() }
    if take("WITH") {
      try expectSymbol("(")
      try skipBalanced()
    }
    if take("USING", "INDEX", "TABLESPACE") { _ = try name() }
  }

  /// `ON CONFLICT …` of SQLite.
  mutating func conflictClause() throws(SyntaxError) {
    guard dialect == .sqlite, take("ON", "CONFLICT") else { return }
    guard isAt("ROLLBACK") || isAt("ABORT") || isAt("FAIL") || isAt("IGNORE") || isAt("REPLACE") else {
      throw unexpected("`ABORT` or another way to resolve a conflict")
    }
    guard isAt("ABORT") || isAt("FAIL") || isAt("ROLLBACK") else {
      throw SyntaxError(
        message: "a constraint that resolves its conflicts by itself is not followed", range: range(of: current),
        hint: "Leave `ON CONFLICT` out of the table: a backend answers a conflict with an error.")
    }
    advance()
  }

  mutating func check() throws(SyntaxError) -> ConstraintSyntax.Kind {
    try expect("CHECK")
    let open = current.end
    try expectSymbol("(")
    let condition = try expression()
    let text = text(open, current.start)
    try expectSymbol(")")
    _ = take("NO", "INHERIT")
    try conflictClause()
    return .check(condition, text: text.trimmingBlanks)
  }

  mutating func references(from columns: [NameSyntax]) throws(SyntaxError) -> ReferenceSyntax {
    try expect("REFERENCES")
    let table = try qualifiedName()
    let referenced = isAtSymbol("(") ? try nameList() : []
    var reference = ReferenceSyntax(columns: columns, table: table, referenced: referenced)
    while true {
      if take("ON", "DELETE") {
        reference.onDelete = try referentialAction()
      } else if take("ON", "UPDATE") {
        reference.onUpdate = try referentialAction()
      } else if take("MATCH") {
        _ = try anyName()
      } else if let deferral = try deferral() {
        reference.deferral = deferral.value
      } else {
        return reference
      }
    }
  }

  private mutating func referentialAction() throws(SyntaxError) -> ReferentialAction {
    if take("NO", "ACTION") { return .noAction }
    if take("RESTRICT") { return .restrict }
    if take("CASCADE") { return .cascade }
    if take("SET", "NULL") { return .setNull }
    if take("SET", "DEFAULT") { return .setDefault }
    throw unexpected("`CASCADE`, `RESTRICT`, `SET NULL`, `SET DEFAULT` or `NO ACTION`")
  }

  /// Reads `[NOT] DEFERRABLE [INITIALLY …]`; nothing where no such words stand here.
  private mutating func deferral() throws(SyntaxError) -> (value: ForeignKey.Deferral?, Void)? {
    let isNot = isAt(sequence: ["NOT", "DEFERRABLE"])
    guard isNot || isAt("DEFERRABLE") || isAt("INITIALLY") else { return nil }
    index += isNot ? 2 : isAt("DEFERRABLE") ? 1 : 0
    var isDeferred = false
    if take("INITIALLY") {
      isDeferred = isAt("DEFERRED")
      guard isDeferred || isAt("IMMEDIATE") else { throw unexpected("`DEFERRED` or `IMMEDIATE`") }
      advance()
    }
    return (isNot ? nil : isDeferred ? .initiallyDeferred : .initiallyImmediate, ())
  }
}

extension String {
  /// The text without blanks and line ends at both ends.
  var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
