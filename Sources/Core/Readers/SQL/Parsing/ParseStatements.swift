internal import SpecDiagnostics
internal import SpecIR
internal import SpecSource

/// Statements and what separates them.
extension Parser {
  /// Reads every statement; those that cannot be read are reported and left out.
  mutating func statements() -> [StatementSyntax] {
    var statements: [StatementSyntax] = []
    while !isAtEnd {
      if takeSymbol(";") { continue }
      let first = index
      let comment = commentAbove(current)
      do throws(SyntaxError) {
        depth = 0
        let kind = try statement()
        guard isAtStatementEnd else { throw unexpected("`;`") }
        statements.append(StatementSyntax(kind: kind, range: range(from: first), comment: comment))
      } catch {
        diagnostics.report(.sqlSyntax, error.message, at: error.range, hint: error.hint)
        skipStatement()
      }
    }
    return statements
  }

  private mutating func statement() throws(SyntaxError) -> StatementSyntax.Kind {
    switch current.keyword {
    case "CREATE": return try create()
    case "ALTER": return try alter()
    case "DROP": return try drop()
    case "COMMENT": return try comment()
    case "INSERT", "REPLACE": return try insert()
    case "UPDATE": return try update()
    case "DELETE": return try delete()
    case "SET": return try set()
    case "SELECT", "WITH", "VALUES": return select()
    case "BEGIN", "COMMIT", "END", "START", "ROLLBACK", "SAVEPOINT", "RELEASE", "VACUUM", "PRAGMA":
      // A pragma of foreign keys does nothing inside a transaction.
      standsAlone = standsAlone || !isAt("PRAGMA") || token(ahead: 1).text.lowercased() == "foreign_keys"
      skipStatement()
      return .harmless
    case "ANALYZE", "REINDEX", "LOCK", "RESET", "DISCARD", "NOTIFY", "LISTEN", "UNLISTEN", "CHECKPOINT", "DEALLOCATE", "SHOW":
      skipStatement()
      return .harmless
    case "GRANT", "REVOKE", "REASSIGN", "SECURITY": return skipped("grant", isDispensable: true)
    case "DO": return skipped("anonymous block", isDispensable: false)
    case "CALL", "EXECUTE", "PREPARE", "COPY", "TRUNCATE", "MERGE", "IMPORT", "REFRESH", "CLUSTER", "ATTACH", "DETACH":
      return skipped("`\(current.keyword)` statement", isDispensable: false)
    default:
      let word = current.text
      skipStatement()
      return .unsupported(
        "statement starts with `\(word)`, which is not known here", hint: "Move it out of the migrations, or spell it otherwise.")
    }
  }

  /// Reads a statement without following it.
  mutating func skipped(_ what: String, isDispensable: Bool) -> StatementSyntax.Kind {
    skipStatement()
    return .skipped(SkippedStatement(what: what, isDispensable: isDispensable))
  }

  /// Goes to the semicolon that ends the statement, or to the end of the file.
  mutating func skipStatement() {
    while !isAtStatementEnd { advance() }
  }

  /// Goes to the semicolon behind a body of statements between `BEGIN` and `END`; `CASE … END` inside is counted.
  mutating func skipBody() {
    var open = 0
    while !isAtEnd {
      if open == 0, isAtSymbol(";") { return }
      switch current.keyword {
      case "BEGIN", "CASE": open += 1
      case "END": open = max(0, open - 1)
      default: break
      }
      advance()
    }
  }

  /// Returns the lines of the comments that stand directly above a token, each on a line of its own.
  func commentAbove(_ token: Token) -> [String] {
    var end = token.start
    var lines: [String] = []
    for comment in commentsBefore(token).suffix(32).reversed() {
      let gap = bytes[min(comment.end, end)..<end]
      guard gap.count(where: { $0 == 0x0A }) <= 1, gap.allSatisfy({ $0 <= 0x20 }), startsLine(comment.start) else { break }
      lines = comment.lines + lines
      end = comment.start
    }
    return lines
  }

  /// Returns the comments that end before a token.
  private func commentsBefore(_ token: Token) -> ArraySlice<Comment> {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].end <= token.start { low = middle + 1 } else { high = middle }
    }
    return comments[..<low]
  }

  private func startsLine(_ offset: Int) -> Bool {
    var index = offset
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    return index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
  }
}
