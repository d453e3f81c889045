internal import SpecWriting

/// Writes the database and its history as JSON, as ``CoreModelJSON`` writes what surrounds it.
///
/// Where a node was written is no part of it, as it is no part of the node's equality.
enum DatabaseJSON {
  static func database(_ database: Database) -> JSONValue {
    [
      "dialect": .string(database.dialect.rawValue),
      "tables": .array(database.tables.map(table)),
      "enums": .array(database.enums.map(enumeration)),
      "migrations": .array(database.migrations.map(migration)),
    ]
  }

  static func enumeration(_ item: DatabaseEnum) -> JSONValue {
    ["name": name(item.name), "values": texts(item.values), "comment": text(item.comment)]
  }

  private static func migration(_ migration: Migration) -> JSONValue {
    [
      "version": .string(migration.version),
      "ordinal": .number(JSONNumber(Int(migration.ordinal))),
      "name": .string(migration.name),
      "path": .string(migration.path),
      "text": .string(migration.text),
      "changes": .array(migration.changes.map { ["change": change($0.change), "comment": texts($0.comment)] }),
      "runsOutsideTransaction": .bool(migration.runsOutsideTransaction),
    ]
  }

  static func name(_ name: QualifiedName) -> JSONValue { ["schema": text(name.schema), "name": .string(name.name)] }

  static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  static func number(_ value: Int?) -> JSONValue { value.map { .number(JSONNumber($0)) } ?? .null }
}
