internal import SpecWriting

extension DatabaseJSON {
  static func table(_ table: Table) -> JSONValue {
    [
      "schema": text(table.schema),
      "name": .string(table.name),
      "columns": .array(table.columns.map(column)),
      "primaryKey": table.primaryKey.map(primaryKey) ?? .null,
      "uniques": .array(table.uniques.map(unique)),
      "foreignKeys": .array(table.foreignKeys.map(foreignKey)),
      "checks": .array(table.checks.map(check)),
      "indexes": .array(table.indexes.map(index)),
      "comment": text(table.comment),
    ]
  }

  static func column(_ column: Column) -> JSONValue {
    [
      "name": .string(column.name),
      "type": type(column.type),
      "isNullable": .bool(column.isNullable),
      "default": column.defaultValue.map(defaultValue) ?? .null,
      "identity": text(column.identity?.rawValue),
      "generated": column.generated.map {
        ["expression": expression($0.expression), "isStored": .bool($0.isStored)]
      } ?? .null,
      "collation": column.collation.map(collation) ?? .null,
      "comment": text(column.comment),
      "remark": texts(column.remark),
    ]
  }

  static func type(_ type: ColumnType) -> JSONValue {
    switch type {
    case .boolean: ["kind": "boolean"]
    case .int16: ["kind": "int16"]
    case .int32: ["kind": "int32"]
    case .int64: ["kind": "int64"]
    case .float: ["kind": "float"]
    case .double: ["kind": "double"]
    case .decimal(let precision, let scale): ["kind": "decimal", "precision": number(precision), "scale": number(scale)]
    case .text(let maxLength): ["kind": "text", "maxLength": number(maxLength)]
    case .paddedText(let length): ["kind": "paddedText", "length": number(length)]
    case .bytes: ["kind": "bytes"]
    case .uuid: ["kind": "uuid"]
    case .date: ["kind": "date"]
    case .time: ["kind": "time"]
    case .timestamp(let hasZone): ["kind": "timestamp", "hasZone": .bool(hasZone)]
    case .interval: ["kind": "interval"]
    case .json: ["kind": "json"]
    case .enumeration(let name): ["kind": "enumeration", "name": self.name(name)]
    case .array(let element): ["kind": "array", "of": self.type(element)]
    case .other(let text): ["kind": "other", "text": .string(text)]
    }
  }

  static func defaultValue(_ value: ColumnDefault) -> JSONValue {
    switch value {
    case .literal(let value): ["kind": "literal", "value": literal(value)]
    case .currentTimestamp: ["kind": "currentTimestamp"]
    case .currentDate: ["kind": "currentDate"]
    case .currentTime: ["kind": "currentTime"]
    case .randomUUID: ["kind": "randomUUID"]
    case .expression(let value): ["kind": "expression", "expression": expression(value)]
    }
  }

  private static func collation(_ collation: Collation) -> JSONValue {
    switch collation {
    case .caseInsensitive: ["kind": "caseInsensitive"]
    case .binary: ["kind": "binary"]
    case .named(let name): ["kind": "named", "name": .string(name)]
    }
  }

  // MARK: Keys

  private static func constraintName(_ name: ConstraintName) -> JSONValue {
    ["text": .string(name.text), "isGiven": .bool(name.isGiven)]
  }

  static func primaryKey(_ key: PrimaryKey) -> JSONValue {
    ["name": constraintName(key.name), "columns": texts(key.columns)]
  }

  static func unique(_ key: UniqueKey) -> JSONValue {
    [
      "name": constraintName(key.name),
      "parts": .array(key.parts.map(part)),
      "isIndex": .bool(key.isIndex),
      "predicate": key.predicate.map(expression) ?? .null,
      "nullsAreEqual": .bool(key.nullsAreEqual),
    ]
  }

  static func foreignKey(_ key: ForeignKey) -> JSONValue {
    [
      "name": constraintName(key.name),
      "columns": texts(key.columns),
      "references": name(key.references),
      "referencedColumns": texts(key.referencedColumns),
      "onDelete": .string(key.onDelete.rawValue),
      "onUpdate": .string(key.onUpdate.rawValue),
      "deferral": text(key.deferral?.rawValue),
    ]
  }

  static func check(_ check: CheckConstraint) -> JSONValue {
    ["name": constraintName(check.name), "expression": expression(check.expression), "text": .string(check.text)]
  }

  static func index(_ index: TableIndex) -> JSONValue {
    [
      "name": constraintName(index.name),
      "parts": .array(index.parts.map(part)),
      "predicate": index.predicate.map(expression) ?? .null,
      "method": text(index.method),
      "including": texts(index.including),
    ]
  }

  private static func part(_ part: IndexPart) -> JSONValue {
    let value: JSONValue =
      switch part.value {
      case .column(let name): ["kind": "column", "column": .string(name)]
      case .expression(let expression): ["kind": "expression", "expression": self.expression(expression)]
      }
    return [
      "value": value,
      "isDescending": .bool(part.isDescending),
      "nullsFirst": part.nullsFirst.map { .bool($0) } ?? .null,
      "collation": part.collation.map(collation) ?? .null,
      "operatorClass": text(part.operatorClass),
    ]
  }
}
