import SpecDiagnostics
import SpecIR
import SpecLowering
import SpecSource
import Testing

/// An extension that is not understood, with where that is told.
private let wrong: [(extension: String, findings: [String])] = [
  ("{ tabel: items }", ["11: 'tabel' is no member of x-specforge here"]),
  ("{ table: 3 }", ["11: a text is expected here"]),
  ("{ table: items, action: fetch }", ["11: the action is none of list, create, read, replace, update, delete"]),
  ("[items]", ["11: a mapping is expected here"]),
  ("{ filters: { a: { op: equal } } }", ["11: the filter names no column"]),
  (
    "{ filters: { a: { column: id, op: near } } }",
    ["11: the comparison is none of equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, oneOf, contains"]
  ),
  ("{ key: { id: [id] } }", ["11: a text is expected here"]),
]

@Test(arguments: wrong)
func `an extension that is not understood is told at its place`(_ item: (extension: String, findings: [String])) throws {
  let document = """
    openapi: 3.1.0
    info: { title: T, version: '1' }
    components:
      schemas:
        Item: { type: object, required: [id], properties: { id: { type: integer } } }
    paths:
      /items/{id}:
        parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
        get:
          operationId: get_item
          x-specforge: \(item.extension)
          responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } } }
    """
  let bound = try Bound(document: document, sql: "CREATE TABLE items (id INTEGER PRIMARY KEY);")
  let findings = bound.diagnostics.sorted.filter { $0.code == .bindingExtension }
  #expect(findings.map { "\($0.range.map { bound.sources.start(of: $0).line } ?? 0): \($0.message)" } == item.findings)
}

@Test func `a schema states its columns for every operation`() throws {
  let document = """
    openapi: 3.1.0
    info: { title: T, version: '1' }
    components:
      schemas:
        Item:
          x-specforge: { columns: { label: name } }
          type: object
          required: [id, label]
          properties: { id: { type: integer }, label: { type: string } }
    paths:
      /items/{id}:
        parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
        get:
          operationId: get_item
          responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } } }
    """
  let bound = try Bound(document: document, sql: "CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL);")
  #expect(bound.rows == "Item(id, name)\nItem -> Item {id: row.id, label: row.name}")
}
