/// How a dialect writes names and constants, so that no text of an input can become SQL.
public struct SQLSpelling: Sendable {
  public let dialect: SQLDialect

  public init(_ dialect: SQLDialect) { self.dialect = dialect }

  /// Returns a name, quoted where it needs to be.
  public func name(_ name: String) -> String {
    isPlain(name) ? name : "\"" + name.doubling("\"") + "\""
  }

  public func names(_ names: [String]) -> String { names.map(name).joined(separator: ", ") }

  /// Returns a table's name; SQLite has no schemas, so one that is named goes before the table's name.
  public func table(_ table: QualifiedName) -> String {
    guard let schema = table.schema else { return name(table.name) }
    return dialect == .postgres ? "\(name(schema)).\(name(table.name))" : name(physicalName(of: table))
  }

  /// Returns the name of a table or an index as the database keeps it.
  public func physicalName(of table: QualifiedName) -> String {
    guard dialect == .sqlite, let schema = table.schema else { return table.name }
    return "\(schema)_\(table.name)"
  }

  /// Returns a text as a constant.
  public func string(_ text: String) -> String {
    let quoted = "'" + text.doubling("'") + "'"
    // SQLite ends a statement at a NUL, and PostgreSQL refuses one.
    return text.unicodeScalars.contains("\0") ? quoted.filter { $0 != "\0" } : quoted
  }

  public func bytes(_ bytes: [UInt8]) -> String {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return dialect == .postgres ? "'\\x\(digits)'" : "X'\(digits)'"
  }

  public func boolean(_ value: Bool) -> String {
    switch dialect {
    case .postgres: value ? "TRUE" : "FALSE"
    case .sqlite: value ? "1" : "0"
    }
  }

  /// Returns lines as comments; nothing in them can end the comment.
  public func comment(_ lines: [String]) -> String {
    lines.flatMap { $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
      .map { $0.isEmpty ? "--" : "-- \($0)" }.joined(separator: "\n")
  }

  /// Whether both dialects take the name for what it is without quotes.
  private func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 63 else { return false }
    let isLower = { (byte: UInt8) in (0x61...0x7A).contains(byte) || byte == 0x5F }
    let isUpper = { (byte: UInt8) in dialect == .sqlite && (0x41...0x5A).contains(byte) }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard isLower(first) || isUpper(first) else { return false }
    guard name.utf8.allSatisfy({ isLower($0) || isUpper($0) || isDigit($0) }) else { return false }
    let lower = name.lowercased()
    return !SQLKeywords.reservedInPostgres.contains(lower) && !SQLKeywords.reservedInSQLite.contains(lower)
  }
}

extension String {
  /// The text with every occurrence of a character written twice.
  func doubling(_ character: Character) -> String {
    var result = ""
    for item in self {
      result.append(item)
      if item == character { result.append(item) }
    }
    return result
  }
}
