internal import SpecWriting

extension DatabaseJSON {
  static func change(_ change: SchemaChange) -> JSONValue {
    switch change {
    case .createSchema(let schema): ["kind": "createSchema", "schema": .string(schema)]
    case .createEnum(let item): ["kind": "createEnum", "enum": enumeration(item)]
    case .addEnumValue(let item, let value, let index):
      ["kind": "addEnumValue", "enum": name(item), "value": .string(value), "at": number(index)]
    case .renameEnumValue(let item, let old, let new):
      ["kind": "renameEnumValue", "enum": name(item), "from": .string(old), "to": .string(new)]
    case .renameEnum(let old, let new): ["kind": "renameEnum", "enum": name(old), "to": name(new)]
    case .dropEnum(let item): ["kind": "dropEnum", "enum": name(item)]
    case .createTable(let table): ["kind": "createTable", "table": self.table(table)]
    case .dropTable(let table): ["kind": "dropTable", "table": name(table)]
    case .renameTable(let old, let new): ["kind": "renameTable", "table": name(old), "to": name(new)]
    case .alterTable(let table, let change): ["kind": "alterTable", "table": name(table), "change": self.change(change)]
    case .rebuildTable(let rebuild):
      ["kind": "rebuildTable", "table": name(rebuild.name), "after": table(rebuild.after), "copy": values(rebuild.copy)]
    case .createIndex(let table, let index): ["kind": "createIndex", "table": name(table), "index": self.index(index)]
    case .createUniqueIndex(let table, let key): ["kind": "createUniqueIndex", "table": name(table), "unique": unique(key)]
    case .dropIndex(let table, let index): ["kind": "dropIndex", "table": name(table), "index": .string(index)]
    case .renameIndex(let table, let old, let new):
      ["kind": "renameIndex", "table": name(table), "from": .string(old), "to": .string(new)]
    case .commentOnTable(let table, let comment): ["kind": "commentOnTable", "table": name(table), "comment": text(comment)]
    case .commentOnEnum(let item, let comment): ["kind": "commentOnEnum", "enum": name(item), "comment": text(comment)]
    case .insertRows(let rows): insertRows(rows)
    case .updateRows(let table, let set, let condition):
      ["kind": "updateRows", "table": name(table), "set": values(set), "where": condition.map(expression) ?? .null]
    case .deleteRows(let table, let condition):
      ["kind": "deleteRows", "table": name(table), "where": condition.map(expression) ?? .null]
    case .copyRows(let copy):
      [
        "kind": "copyRows", "source": name(copy.source), "table": name(copy.target), "values": values(copy.values),
        "where": copy.condition.map(expression) ?? .null,
      ]
    case .opaque(let what): ["kind": "opaque", "what": .string(what)]
    }
  }

  private static func change(_ change: TableChange) -> JSONValue {
    switch change {
    case .addColumn(let column): ["kind": "addColumn", "column": self.column(column)]
    case .dropColumn(let column): ["kind": "dropColumn", "column": .string(column)]
    case .renameColumn(let old, let new): ["kind": "renameColumn", "column": .string(old), "to": .string(new)]
    case .setType(let column, let type, let using):
      ["kind": "setType", "column": .string(column), "type": self.type(type), "using": using.map(expression) ?? .null]
    case .setDefault(let column, let value):
      ["kind": "setDefault", "column": .string(column), "default": value.map(defaultValue) ?? .null]
    case .setNullable(let column, let isNullable):
      ["kind": "setNullable", "column": .string(column), "isNullable": .bool(isNullable)]
    case .setIdentity(let column, let identity):
      ["kind": "setIdentity", "column": .string(column), "identity": text(identity?.rawValue)]
    case .dropGenerated(let column): ["kind": "dropGenerated", "column": .string(column)]
    case .addPrimaryKey(let key): ["kind": "addPrimaryKey", "primaryKey": primaryKey(key)]
    case .addUnique(let key): ["kind": "addUnique", "unique": unique(key)]
    case .addForeignKey(let key): ["kind": "addForeignKey", "foreignKey": foreignKey(key)]
    case .addCheck(let check): ["kind": "addCheck", "check": self.check(check)]
    case .dropConstraint(let name): ["kind": "dropConstraint", "constraint": .string(name)]
    case .renameConstraint(let old, let new): ["kind": "renameConstraint", "constraint": .string(old), "to": .string(new)]
    case .commentOnColumn(let column, let comment):
      ["kind": "commentOnColumn", "column": .string(column), "comment": text(comment)]
    }
  }

  /// A value that is null stands for `DEFAULT`; the constant NULL is an expression.
  private static func insertRows(_ rows: SeedRows) -> JSONValue {
    [
      "kind": "insertRows",
      "table": name(rows.table),
      "columns": texts(rows.columns),
      "rows": .array(rows.rows.map { row in .array(row.map { $0.map(expression) ?? .null }) }),
      "ignoresConflicts": .bool(rows.ignoresConflicts),
    ]
  }

  private static func values(_ values: [ColumnValue]) -> JSONValue {
    .array(values.map { ["column": .string($0.column), "value": expression($0.value)] })
  }
}
