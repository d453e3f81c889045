internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

extension Replay {
  /// Returns the meaning of an expression; unknown columns are reported, what has no neutral meaning is noted and kept as
  /// written.
  mutating func expression(_ syntax: ExpressionSyntax, in table: Table, text: String) -> SQLExpression {
    var meaning = ExpressionMeaning(replay: self, table: table)
    defer {
      for unknown in meaning.unknown { reportUnknownColumn(unknown.name, in: table, at: unknown.range) }
    }
    do throws(ExpressionMeaning.Opaque) {
      return try meaning.meaning(of: syntax)
    } catch {
      diagnostics.report(
        .sqlExpressionOpaque, "\(error.what) is kept as written", at: error.range,
        hint: "It is checked by the database and by nothing else, and cannot be translated to the other dialect.")
      return .verbatim(text, columns: columns(in: syntax, of: table))
    }
  }

  private func columns(in syntax: ExpressionSyntax, of table: Table) -> [String] {
    var found: [String] = []
    if case .column(let names) = syntax.kind, let last = names.last, let column = lookUpColumn(last, in: table) {
      found.append(column.name)
    }
    for child in syntax.children {
      for name in columns(in: child, of: table) where !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// Returns what a default means for a column of that type.
  mutating func defaultValue(_ syntax: ExpressionSyntax, for column: Column) -> ColumnDefault {
    // A default sees no column.
    let meaning = expression(syntax, in: Table(name: column.name), text: sources.text(syntax.range))
    switch meaning {
    case .literal(let literal): return .literal(Self.literal(literal, as: column.type, in: dialect))
    case .cast(.literal(let literal), column.type): return .literal(literal)
    case .call(.currentTimestamp, _): return .currentTimestamp
    case .call(.currentDate, _): return .currentDate
    case .call(.currentTime, _): return .currentTime
    case .call(.randomUUID, _): return .randomUUID
    case .column, .not, .negate, .binary, .isNull, .inList, .between, .like, .matches, .glob, .cast, .call, .conditional,
      .verbatim:
      return .expression(meaning)
    }
  }

  /// A constant as the type keeps it: SQLite's 0 and 1 of a boolean column, and PostgreSQL's `'true'`, are truth values.
  static func literal(_ literal: SQLLiteral, as type: ColumnType, in dialect: SQLDialect) -> SQLLiteral {
    switch (type, literal) {
    case (.boolean, .number("0")): .boolean(false)
    case (.boolean, .number("1")): .boolean(true)
    case (.boolean, .string(let text)) where ["t", "true"].contains(text.lowercased()): .boolean(true)
    case (.boolean, .string(let text)) where ["f", "false"].contains(text.lowercased()): .boolean(false)
    default: literal
    }
  }
}

/// The bytes of the files that are being read.
struct SourceTexts {
  let map: SourceMap

  func text(_ range: SourceRange) -> String {
    let bytes = map[range.source].bytes
    let end = min(Int(range.end), bytes.count)
    return String(decoding: bytes[min(Int(range.start), end)..<end], as: UTF8.self)
  }
}
