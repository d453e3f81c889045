internal import SpecIR
internal import SpecSource

extension Parser {
  /// Reads a type name with its arguments, zone and array marks.
  mutating func type() throws(SyntaxError) -> TypeSyntax {
    let first = index
    var schema: NameSyntax?
    var words = [try anyName()]
    if isAtSymbol("."), dialect == .postgres {
      advance()
      schema = words[0]
      words = [try anyName()]
    }
    switch dialect {
    case .postgres: words += try postgresTypeWords(after: words[0])
    case .sqlite: while current.kind == .word, !endsSQLiteType(current.keyword) { words.append(try anyName()) }
    }
    let arguments = try typeArguments()
    words += try zoneWords()
    var dimensions = 0
    if dialect == .postgres {
      while takeSymbol("[") {
        if current.kind == .number { advance() }
        try expectSymbol("]")
        dimensions += 1
      }
      if take("ARRAY") { dimensions = 1 }
    }
    return TypeSyntax(
      schema: schema, words: words, arguments: arguments, dimensions: dimensions, range: range(from: first))
  }

  private mutating func postgresTypeWords(after word: NameSyntax) throws(SyntaxError) -> [NameSyntax] {
    guard !word.isQuoted else { return [] }
    switch word.text.lowercased() {
    case "double" where isAt("PRECISION"): return [try anyName()]
    case "character" where isAt("VARYING"), "char" where isAt("VARYING"), "bit" where isAt("VARYING"): return [try anyName()]
    case "national": return [try anyName()] + (isAt("VARYING") ? [try anyName()] : [])
    default: return []
    }
  }

  /// `timestamp(3) with time zone`: the words stand behind the precision.
  private mutating func zoneWords() throws(SyntaxError) -> [NameSyntax] {
    guard isAt(sequence: ["WITH", "TIME", "ZONE"]) || isAt(sequence: ["WITHOUT", "TIME", "ZONE"]) else { return [] }
    return [try anyName(), try anyName(), try anyName()]
  }

  /// SQLite takes any words for a type, up to one that starts a constraint.
  private func endsSQLiteType(_ keyword: String) -> Bool {
    ["CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"]
      .contains(keyword)
  }

  private mutating func typeArguments() throws(SyntaxError) -> [String] {
    guard takeSymbol("(") else { return [] }
    var arguments: [String] = []
    while !isAtSymbol(")") {
      guard !isAtStatementEnd else { throw unexpected("`)`") }
      let sign = takeSymbol("-") ? "-" : ""
      if !takeSymbol(",") { arguments.append(sign + advance().text) }
    }
    advance()
    return arguments
  }
}
