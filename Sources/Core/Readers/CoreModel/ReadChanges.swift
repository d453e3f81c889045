import SpecDocuments
import SpecIR

extension SchemaChange: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "createSchema": self = .createSchema(try json.value("schema"))
    case "createEnum": self = .createEnum(try json.value("enum"))
    case "addEnumValue": self = .addEnumValue(try json.value("enum"), try json.value("value"), at: try json.value("at"))
    case "renameEnumValue":
      self = .renameEnumValue(try json.value("enum"), from: try json.value("from"), to: try json.value("to"))
    case "renameEnum": self = .renameEnum(try json.value("enum"), to: try json.value("to"))
    case "dropEnum": self = .dropEnum(try json.value("enum"))
    case "createTable": self = .createTable(try json.value("table"))
    case "dropTable": self = .dropTable(try json.value("table"))
    case "renameTable": self = .renameTable(try json.value("table"), to: try json.value("to"))
    case "alterTable": self = .alterTable(try json.value("table"), try json.value("change"))
    case "rebuildTable":
      self = .rebuildTable(
        TableRebuild(name: try json.value("table"), after: try json.value("after"), copy: try json.list("copy")))
    case "createIndex": self = .createIndex(try json.value("table"), try json.value("index"))
    case "createUniqueIndex": self = .createUniqueIndex(try json.value("table"), try json.value("unique"))
    case "dropIndex": self = .dropIndex(try json.value("table"), name: try json.value("index"))
    case "renameIndex": self = .renameIndex(try json.value("table"), from: try json.value("from"), to: try json.value("to"))
    case "commentOnTable": self = .commentOnTable(try json.value("table"), try json.optional("comment"))
    case "commentOnEnum": self = .commentOnEnum(try json.value("enum"), try json.optional("comment"))
    case "insertRows":
      self = .insertRows(
        SeedRows(
          table: try json.value("table"), columns: try json.list("columns"), rows: try Self.rows(json.member("rows")),
          ignoresConflicts: try json.value("ignoresConflicts")))
    case "updateRows":
      self = .updateRows(try json.value("table"), set: try json.list("set"), where: try json.optional("where"))
    case "deleteRows": self = .deleteRows(try json.value("table"), where: try json.optional("where"))
    case "copyRows":
      self = .copyRows(
        RowCopy(
          source: try json.value("source"), target: try json.value("table"), values: try json.list("values"),
          condition: try json.optional("where")))
    case "opaque": self = .opaque(try json.value("what"))
    case let kind: throw json.unknown(kind)
    }
  }

  /// Null stands for `DEFAULT`.
  private static func rows(_ json: CorePiece) throws(Misread) -> [[SQLExpression?]] {
    var rows: [[SQLExpression?]] = []
    for row in try json.pieces() {
      var values: [SQLExpression?] = []
      for value in try row.pieces() { values.append(value.node.isNull ? nil : try SQLExpression(value)) }
      rows.append(values)
    }
    return rows
  }
}

extension ColumnValue: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(try json.value("column"), try json.value("value")) }
}

extension TableChange: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "addColumn": self = .addColumn(try json.value("column"))
    case "dropColumn": self = .dropColumn(try json.value("column"))
    case "renameColumn": self = .renameColumn(try json.value("column"), to: try json.value("to"))
    case "setType":
      self = .setType(try json.value("column"), try json.value("type"), using: try json.optional("using"))
    case "setDefault": self = .setDefault(try json.value("column"), try json.optional("default"))
    case "setNullable": self = .setNullable(try json.value("column"), try json.value("isNullable"))
    case "setIdentity": self = .setIdentity(try json.value("column"), try json.optional("identity"))
    case "dropGenerated": self = .dropGenerated(try json.value("column"))
    case "addPrimaryKey": self = .addPrimaryKey(try json.value("primaryKey"))
    case "addUnique": self = .addUnique(try json.value("unique"))
    case "addForeignKey": self = .addForeignKey(try json.value("foreignKey"))
    case "addCheck": self = .addCheck(try json.value("check"))
    case "dropConstraint": self = .dropConstraint(try json.value("constraint"))
    case "renameConstraint": self = .renameConstraint(try json.value("constraint"), to: try json.value("to"))
    case "commentOnColumn": self = .commentOnColumn(try json.value("column"), try json.optional("comment"))
    case let kind: throw json.unknown(kind)
    }
  }
}
