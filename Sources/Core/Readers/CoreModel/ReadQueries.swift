import SpecIR

extension RowShape: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(name: try json.value("name"), table: try json.value("table"), columns: try json.list("columns"))
  }
}

extension RowMapping: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    var inside = json
    // The row is its only local.
    inside.sizes.locals = 1
    self.init(row: try json.value("row"), model: try json.value("model"), fields: try inside.list("fields"))
  }
}

extension Query: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), table: try json.value("table"), parameters: try json.list("parameters"),
      kind: try json.value("kind"), documentation: try json.optional("documentation"))
  }
}

extension Query.Parameter: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(try json.value("name"), try json.value("type")) }
}

extension Query.Kind: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "select":
      self = .select(
        Select(
          row: try json.value("row"), filters: try json.list("filters"), order: try json.list("order"),
          page: try json.optional("page"), outcome: try json.value("outcome")))
    case "count": self = .count(where: try json.list("filters"))
    case "exists": self = .exists(where: try json.list("filters"))
    case "insert": self = .insert(Insert(assignments: try json.list("assignments"), returning: try json.optional("returning")))
    case "update":
      self = .update(
        Update(
          assignments: try json.list("assignments"), filters: try json.list("filters"),
          returning: try json.optional("returning")))
    case "delete": self = .delete(where: try json.list("filters"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Select.Outcome: CoreReadable {}
extension Filter.Comparison: CoreReadable {}
extension Order.Direction: CoreReadable {}

extension Select.Page: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(limit: try json.value("limit"), offset: try json.value("offset")) }
}

extension Filter: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(try json.value("column"), try json.value("comparison"), parameter: try json.value("parameter"))
  }
}

extension Assignment: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(try json.value("column"), try json.optional("parameter").map { .parameter($0) } ?? .currentTimestamp)
  }
}

extension Order: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "column": self = .column(try json.value("column"), try json.value("direction"))
    case "chosen":
      self = .chosen(
        parameter: try json.value("parameter"), try json.list("choices"), direction: try json.optional("direction"))
    case let kind: throw json.unknown(kind)
    }
  }
}

extension Order.Choice: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(value: try json.value("value"), column: try json.value("column"), direction: try json.value("direction"))
  }
}

extension Order.DirectionChoice: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(parameter: try json.value("parameter"), descending: try json.list("descending"))
  }
}
