internal import SpecWriting

extension CoreModelJSON {
  /// A table by what queries and functions refer to: its columns and keys. Its DDL is printed by the SQL printer.
  static func table(_ table: Table) -> JSONValue {
    [
      "schema": text(table.schema),
      "name": .string(table.name),
      "columns": .array(table.columns.map(column)),
      "primaryKey": table.primaryKey.map { texts($0.columns) } ?? .null,
      "uniques": .array(table.uniques.map { ["name": text($0.name.text), "columns": $0.columns.map(texts) ?? .null] }),
      "foreignKeys": .array(table.foreignKeys.map(foreignKey)),
    ]
  }

  private static func column(_ column: Column) -> JSONValue {
    ["name": .string(column.name), "type": .string(column.type.text), "isNullable": .bool(column.isNullable)]
  }

  private static func foreignKey(_ key: ForeignKey) -> JSONValue {
    [
      "name": text(key.name.text),
      "columns": texts(key.columns),
      "references": ["schema": text(key.references.schema), "name": .string(key.references.name)],
      "referencedColumns": texts(key.referencedColumns),
    ]
  }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension ColumnType {
  /// The type in one word, with its parameters.
  fileprivate var text: String {
    switch self {
    case .boolean: "boolean"
    case .int16: "int16"
    case .int32: "int32"
    case .int64: "int64"
    case .float: "float"
    case .double: "double"
    case .decimal(let precision?, let scale): "decimal(\(precision),\(scale ?? 0))"
    case .decimal(nil, _): "decimal"
    case .text(let length?): "text(\(length))"
    case .text(nil): "text"
    case .paddedText(let length): "paddedText(\(length))"
    case .bytes: "bytes"
    case .uuid: "uuid"
    case .date: "date"
    case .time: "time"
    case .timestamp(let hasZone): hasZone ? "timestamp with zone" : "timestamp"
    case .interval: "interval"
    case .json: "json"
    case .enumeration(let name): "enumeration \(name.name)"
    case .array(let element): "array of \(element.text)"
    case .other(let name): name
    }
  }
}
