import SpecDocuments
import SpecIR

extension SQLDialect: CoreReadable {}

extension Database: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      dialect: try json.value("dialect"), tables: try json.list("tables"), enums: try json.list("enums"),
      migrations: try json.list("migrations"))
  }
}

extension CorePiece {
  /// Where the node stands in the JSON: the only place that a database read from there can tell of.
  var place: SourcePlace { SourcePlace(node.range) }
}

extension QualifiedName: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(schema: try json.optional("schema"), try json.value("name")) }
}

extension DatabaseEnum: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), values: try json.list("values"), comment: try json.optional("comment"), place: json.place)
  }
}

extension Migration: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    let ordinal: Int = try json.value("ordinal")
    self.init(
      version: try json.value("version"), ordinal: Int64(ordinal), name: try json.value("name"), path: try json.value("path"),
      text: try json.value("text"), changes: try json.list("changes"),
      runsOutsideTransaction: try json.value("runsOutsideTransaction"), place: json.place)
  }
}

extension LocatedChange: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(try json.value("change"), comment: try json.list("comment"), place: json.place)
  }
}
