import SpecIR

/// Constant modules of `generated/db` that only some backends need: each holds one type or one function.
///
/// The file is `generated/db/<rawValue>.py`, made from the template of that name: for one database or for both.
enum DatabaseModule: String, CaseIterable, Sendable {
  /// `Clock`: times of day.
  case clock
  /// `decimal`: decimals of floats.
  case decimals
  /// `Exact`: decimals in SQLite.
  case exact
  /// `fits`: whether a number has room in so many digits.
  case fits
  /// `identifiers`: UUIDs of version 7.
  case identifiers
  /// `read_instant`, `write_instant`: times as text.
  case instants
  /// `JsonText`, `JsonList`: JSON and arrays in SQLite.
  case json
  /// `LocalTime`: PostgreSQL's times without a zone.
  case localTime = "local_time"
  /// `narrowed`: numbers that 32 bits hold.
  case narrowed
  /// `Real`: whole numbers among SQLite's real ones.
  case real
  /// `Single`, `single`: numbers of 32 bits.
  case single
  /// `Spelled`, `SpelledList`: PostgreSQL's types that travel as text.
  case spelled
  /// `UuidText`: UUIDs in SQLite.
  case uuids

  /// The module of a template's path below `python-fastapi`, such as `package/generated/db/fits.py`; nothing for another file.
  init?(template: String) {
    let folder = "package/generated/db/"
    guard template.hasPrefix(folder), template.hasSuffix(".py") else { return nil }
    self.init(rawValue: String(template.dropFirst(folder.count).dropLast(3)))
  }
}

extension PythonTarget {
  /// A name of a module of `generated/db`.
  func database(_ module: DatabaseModule, _ name: String) -> PythonSymbol {
    .own(self.module("generated", "db", module.rawValue), name)
  }

  /// A name of the module of types that every backend with a database has.
  func databaseType(_ name: String) -> PythonSymbol { .own(module("generated", "db", "types"), name) }
}
