public import SpecDiagnostics

/// One migration as a target applies it.
public struct PrintedMigration: Hashable, Sendable {
  /// The version as a number: migrations are applied in its order.
  public var version: Int64
  /// Such as `0001_create_users.sql`; letters, digits, `_`, `-` and one dot only.
  public var fileName: String
  public var text: String
}

extension Database {
  /// Prints the history in a dialect, migration by migration.
  ///
  /// In the dialect in which it was written, each migration is its own text, comments and all. In the other one it is
  /// translated; what cannot be carried over is reported at its place (`sql-untranslatable`) and left out.
  public func migrations(in target: SQLDialect, into diagnostics: inout Diagnostics) -> [PrintedMigration] {
    let ownVersions = migrations.allSatisfy { Int64($0.version) == $0.ordinal }
    let names = migrations.map { Self.fileName(of: $0, ownVersion: ownVersions) }
    guard target != dialect else {
      return zip(migrations, names).map { PrintedMigration(version: $0.ordinal, fileName: $1, text: Self.verbatim($0)) }
    }
    var printer = MigrationPrinter(from: dialect, to: target)
    let printed = zip(migrations, names).map {
      PrintedMigration(version: $0.ordinal, fileName: $1, text: printer.text(of: $0))
    }
    printer.reportUnnumbered()
    diagnostics.append(contentsOf: printer.diagnostics)
    return printed
  }

  /// The mark is sqlx's: without it a migration runs inside a transaction.
  static let outsideTransaction = "-- no-transaction\n"

  private static func verbatim(_ migration: Migration) -> String {
    guard migration.runsOutsideTransaction, !migration.text.hasPrefix(outsideTransaction) else { return migration.text }
    return outsideTransaction + migration.text
  }

  private static func fileName(of migration: Migration, ownVersion: Bool) -> String {
    let digits = String(migration.ordinal)
    let version = ownVersion ? migration.version : String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let letters = migration.name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }
    return "\(version)_\(letters.isEmpty ? "migration" : String(letters)).sql"
  }
}
