internal import SpecIR

extension Lexer {
  mutating func symbol(_ first: UInt8) {
    let start = position
    let known: Bool
    switch dialect {
    case .postgres: known = postgresOperator(first)
    case .sqlite: known = sqliteOperator(first)
    }
    if !known {
      position += 1
      if !"()[],;.:$".utf8.contains(first) {
        report(
          "character is not part of SQL", from: start, hint: "Remove it, or put the text that it belongs to in quotes.")
        return
      }
    }
    emit(.symbol, from: start, text: text(start, position))
  }

  /// PostgreSQL §4.1.3: the longest run of operator characters, which ends in `+` or `-` only if it holds one of those that are
  /// called special here.
  private mutating func postgresOperator(_ first: UInt8) -> Bool {
    let characters = "+-*/<>=~!@#%^&|`?".utf8
    guard characters.contains(first) else { return false }
    let start = position
    while let byte = peek(), characters.contains(byte) {
      let startsComment =
        byte == UInt8(ascii: "-") && peek(1) == byte
        || byte == UInt8(ascii: "/") && peek(1) == UInt8(ascii: "*")
      if startsComment, position > start { break }
      position += 1
    }
    let special = "~!@#%^&|`?".utf8
    while position - start > 1, bytes[position - 1] == UInt8(ascii: "+") || bytes[position - 1] == UInt8(ascii: "-"),
      !bytes[start..<position].contains(where: special.contains)
    {
      position -= 1
    }
    return true
  }

  private mutating func sqliteOperator(_ first: UInt8) -> Bool {
    guard "+-*/<>=~!%&|".utf8.contains(first) else { return false }
    let long = ["->>", "->", "||", "<<", ">>", "<=", ">=", "<>", "==", "!="]
    let rest = bytes[position..<min(position + 3, limit)]
    position += long.first { rest.starts(with: $0.utf8) }?.utf8.count ?? 1
    return true
  }
}
