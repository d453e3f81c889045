import SpecIR

extension Function: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    let locals: [Local] = try json.list("locals")
    let parameterCount: Int = try json.value("parameterCount")
    guard (0...locals.count).contains(parameterCount) else { throw json.fault("it has fewer locals than parameters") }
    var inside = json
    inside.sizes.locals = locals.count
    self.init(
      name: try json.value("name"), group: try json.value("group"), documentation: try json.optional("documentation"),
      parameterCount: parameterCount, result: try json.value("result"), errors: try json.list("errors"), locals: locals,
      body: try inside.list("body"))
  }
}

extension Function.Local: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(try json.value("name"), try json.value("type")) }
}

extension ServiceError: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), status: try json.value("status"), code: try json.value("code"),
      message: try json.value("message"), pointer: try json.optional("pointer"))
  }
}

extension ValueType: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "unit": self = .unit
    case "api": self = .api(try json.value("type"))
    case "presence": self = .presence(try json.value("type"))
    case "row": self = .row(try json.value("row"))
    case "optional": self = .optional(try json.value("of"))
    case "list": self = .list(try json.value("of"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Statement: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "bind": self = .bind(try json.value("local"), try json.value("value"))
    case "query":
      self = .query(
        try json.optional("local"),
        QueryCall(try json.value("query"), arguments: try json.list("arguments"), violations: try json.list("violations")))
    case "effect": self = .effect(try json.value("local"), try json.value("effect"))
    case "unwrap": self = .unwrap(try json.value("local"), try json.value("value"), otherwise: try json.list("otherwise"))
    case "branch":
      self = .branch(try json.value("condition"), then: try json.list("then"), otherwise: try json.list("otherwise"))
    case "each": self = .each(try json.value("local"), try json.value("list"), try json.list("block"))
    case "transaction": self = .transaction(try json.list("block"))
    case "fail": self = .fail(try json.value("error"))
    case "return": self = .return(try json.optional("value"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Effect: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try String(json) {
    case "now": self = .now
    case "newUUID": self = .newUUID
    case let effect: throw json.unknown(effect)
    }
  }
}

extension QueryCall.Violation: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(try json.value("constraint"), try json.value("error")) }
}

extension ConstraintReference: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    let table: TableID = try json.value("table")
    switch try json.kind() {
    case "primaryKey": self = .primaryKey(table)
    case "unique": self = .unique(table, try json.value("index"))
    case "foreignKey": self = .foreignKey(table, try json.value("index"))
    case "referenced": self = .referenced(table, try json.value("index"))
    case "check": self = .check(table, try json.value("index"))
    case "notNull": self = .notNull(table, try json.value("index"))
    case let kind: throw json.unknown(kind)
    }
  }
}
