internal import SpecIR

/// Words that cannot be a name without quotes.
enum ReservedWords {
  static func contains(_ keyword: String, in dialect: SQLDialect) -> Bool {
    switch dialect {
    case .postgres: SQLKeywords.reservedInPostgres.contains(keyword.lowercased())
    case .sqlite: SQLKeywords.reservedInSQLite.contains(keyword.lowercased())
    }
  }
}
