import SpecIR

extension Table: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      schema: try json.optional("schema"), name: try json.value("name"), columns: try json.list("columns"),
      primaryKey: try json.optional("primaryKey"), uniques: try json.list("uniques"),
      foreignKeys: try json.list("foreignKeys"), checks: try json.list("checks"), indexes: try json.list("indexes"),
      comment: try json.optional("comment"), place: json.place)
  }
}

extension ColumnIdentity: CoreReadable {}

extension Column: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), type: try json.value("type"), isNullable: try json.value("isNullable"),
      defaultValue: try json.optional("default"), identity: try json.optional("identity"),
      generated: try json.optional("generated"), collation: try json.optional("collation"),
      comment: try json.optional("comment"), remark: try json.list("remark"), place: json.place)
  }
}

extension ColumnType: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "boolean": self = .boolean
    case "int16": self = .int16
    case "int32": self = .int32
    case "int64": self = .int64
    case "float": self = .float
    case "double": self = .double
    case "decimal": self = .decimal(precision: try json.optional("precision"), scale: try json.optional("scale"))
    case "text": self = .text(maxLength: try json.optional("maxLength"))
    case "paddedText": self = .paddedText(length: try json.value("length"))
    case "bytes": self = .bytes
    case "uuid": self = .uuid
    case "date": self = .date
    case "time": self = .time
    case "timestamp": self = .timestamp(hasZone: try json.value("hasZone"))
    case "interval": self = .interval
    case "json": self = .json
    case "enumeration": self = .enumeration(try json.value("name"))
    case "array": self = .array(try json.value("of"))
    case "other": self = .other(try json.value("text"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension GeneratedColumn: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(expression: try json.value("expression"), isStored: try json.value("isStored"))
  }
}

extension ColumnDefault: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "literal": self = .literal(try json.value("value"))
    case "currentTimestamp": self = .currentTimestamp
    case "currentDate": self = .currentDate
    case "currentTime": self = .currentTime
    case "randomUUID": self = .randomUUID
    case "expression": self = .expression(try json.value("expression"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Collation: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "caseInsensitive": self = .caseInsensitive
    case "binary": self = .binary
    case "named": self = .named(try json.value("name"))
    case let kind: throw json.unknown(kind)
    }
  }
}
