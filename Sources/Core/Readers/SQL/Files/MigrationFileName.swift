/// What the name of a file says of the migration in it.
struct MigrationFileName: Hashable {
  var scheme: MigrationScheme
  var half: Half
  /// The numbers of the version, such as 1 and 2 of `V1.2`; empty for a repeatable migration.
  var numbers: [UInt64]
  /// The version as written.
  var version: String
  var name: String

  enum Half: Hashable {
    case up
    case down
    /// Run again whenever it changes, after all others (Flyway's `R__`).
    case repeatable
  }
}

/// Whose rules a file's name follows.
enum MigrationScheme: String, Hashable {
  /// `20240101120000_name.sql`, which sqlx, dbmate and goose share.
  case plain
  /// `0001_name.up.sql` and `0001_name.down.sql`, of sqlx and golang-migrate.
  case reversible
  /// `V1__name.sql`, `U1__name.sql`, `R__name.sql`.
  case flyway
}

extension MigrationFileName {
  /// Reads the last component of a path; nothing where it is no migration's name.
  ///
  /// Sources: sqlx's `migrate::resolve_blocking`, golang-migrate's `source/parse.go` (`^([0-9]+)_(.*)\.(up|down)\.(.*)$`),
  /// dbmate's and goose's `^(\d+).*\.sql$`, Flyway's "Migrations: naming".
  init?(path: String) {
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    guard file.lowercased().hasSuffix(".sql") else { return nil }
    let stem = String(file.dropLast(4))
    if let flyway = Self.flyway(stem) {
      self = flyway
    } else if let numbered = Self.numbered(stem) {
      self = numbered
    } else {
      return nil
    }
  }

  private static func flyway(_ stem: String) -> MigrationFileName? {
    guard let prefix = stem.first, "VUR".contains(prefix), let mark = stem.firstRange(of: "__") else { return nil }
    let version = String(stem[stem.index(after: stem.startIndex)..<mark.lowerBound])
    let name = String(stem[mark.upperBound...])
    if prefix == "R" {
      guard version.isEmpty else { return nil }
      return MigrationFileName(scheme: .flyway, half: .repeatable, numbers: [], version: "R", name: name)
    }
    let pieces = version.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "_" }
    let numbers = pieces.compactMap(number)
    guard !numbers.isEmpty, numbers.count == pieces.count else { return nil }
    return MigrationFileName(
      scheme: .flyway, half: prefix == "V" ? .up : .down, numbers: trimmed(numbers), version: version, name: name)
  }

  /// `1` and `1.0` are one version.
  private static func trimmed(_ numbers: [UInt64]) -> [UInt64] {
    var numbers = numbers
    while numbers.count > 1, numbers.last == 0 { numbers.removeLast() }
    return numbers
  }

  private static func numbered(_ stem: String) -> MigrationFileName? {
    var stem = stem
    var scheme = MigrationScheme.plain
    var half = Half.up
    for (suffix, direction) in [(".up", Half.up), (".down", Half.down)] where stem.hasSuffix(suffix) {
      stem.removeLast(suffix.count)
      (scheme, half) = (.reversible, direction)
    }
    let digits = stem.prefix { $0.isASCII && $0.isNumber }
    let rest = stem[digits.endIndex...]
    guard let number = number(digits), rest.isEmpty || rest.first == "_" || rest.first == "-" else { return nil }
    return MigrationFileName(
      scheme: scheme, half: half, numbers: [number], version: String(digits), name: String(rest.dropFirst()))
  }

  private static func number(_ text: Substring) -> UInt64? {
    text.isEmpty || !text.allSatisfy { $0.isASCII && $0.isNumber } ? nil : UInt64(text)
  }
}
