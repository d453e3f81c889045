import SpecIR

extension ConstraintName: CoreReadable {
  init(_ json: CorePiece) throws(Misread) { self.init(try json.value("text"), isGiven: try json.value("isGiven")) }
}

extension PrimaryKey: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(name: try json.value("name"), columns: try json.list("columns"), place: json.place)
  }
}

extension UniqueKey: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), parts: try json.list("parts"), isIndex: try json.value("isIndex"),
      predicate: try json.optional("predicate"), nullsAreEqual: try json.value("nullsAreEqual"), place: json.place)
  }
}

extension ReferentialAction: CoreReadable {}
extension ForeignKey.Deferral: CoreReadable {}

extension ForeignKey: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), columns: try json.list("columns"), references: try json.value("references"),
      referencedColumns: try json.list("referencedColumns"), onDelete: try json.value("onDelete"),
      onUpdate: try json.value("onUpdate"), deferral: try json.optional("deferral"), place: json.place)
  }
}

extension CheckConstraint: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), expression: try json.value("expression"), text: try json.value("text"),
      place: json.place)
  }
}

extension TableIndex: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      name: try json.value("name"), parts: try json.list("parts"), predicate: try json.optional("predicate"),
      method: try json.optional("method"), including: try json.list("including"), place: json.place)
  }
}

extension IndexPart: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    self.init(
      try json.value("value"), isDescending: try json.value("isDescending"), nullsFirst: try json.optional("nullsFirst"),
      collation: try json.optional("collation"), operatorClass: try json.optional("operatorClass"))
  }
}

extension IndexPart.Value: CoreReadable {
  init(_ json: CorePiece) throws(Misread) {
    switch try json.kind() {
    case "column": self = .column(try json.value("column"))
    case "expression": self = .expression(try json.value("expression"))
    case let kind: throw json.unknown(kind)
    }
  }
}
