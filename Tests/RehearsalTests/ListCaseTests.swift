import Foundation
import SpecIR
import SpecPipeline
import SpecWriting
import Testing

@testable import SpecRehearsal

/// What is asked of an operation that lists rows, and what must be answered.
struct ListCaseTests {
  /// - Parameters:
  ///   - parameters: those of `GET /notes`, in YAML.
  ///   - answer: the schema of its answer, in YAML.
  private func cases(
    key: String = "BIGINT GENERATED ALWAYS AS IDENTITY", id: String = "{type: integer, format: int64}", _ parameters: [String],
    answer: String = "{type: array, items: {$ref: '#/components/schemas/Note'}}"
  ) throws -> [ContractCase] {
    let document = """
      openapi: 3.1.0
      info: {title: Notes, version: "1"}
      paths:
        /notes:
          get:
            operationId: listNotes
            parameters: [\(parameters.joined(separator: ", "))]
            responses: {"200": {description: Notes., content: {application/json: {schema: \(answer)}}}}
          post:
            operationId: createNote
            requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewNote'}}}}
            responses: {"201": {description: A note., content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}}
      components:
        schemas:
          NewNote:
            {type: object, required: [title], properties: {title: {type: string}, rank: {type: [integer, 'null'], format: int32}}}
          Note:
            type: object
            required: [id, title, rank]
            properties: {id: \(id), title: {type: string}, rank: {type: [integer, 'null'], format: int32}}
      """
    let migration = "CREATE TABLE notes (id \(key) PRIMARY KEY, title TEXT NOT NULL, rank INTEGER, UNIQUE (title));"
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-lists-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "migrations"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try document.write(to: folder.appending(path: "openapi.yaml"), atomically: false, encoding: .utf8)
    try migration.write(to: folder.appending(path: "migrations/0001_notes.sql"), atomically: false, encoding: .utf8)
    var pipeline = Pipeline(files: try #require(ProjectFiles(root: folder.path)))
    let read = pipeline.core(.init(openAPI: ConfiguredPath("openapi.yaml"), migrations: ConfiguredPath("migrations")))
    let contract = Contract(try #require(read))
    return try OperationCases(contract, OperationID(0), fixtures: Fixtures(contract), on: .sqlite).all()
  }

  /// What is asked in the case of a name, and what is answered: `?size=2: ["a"]`.
  private func told(_ name: String, _ cases: [ContractCase]) -> [String] {
    switch cases.first(where: { $0.name == name })?.kind {
    case .lists(_, _, let rows, _): rows.map { "\($0.query): \(JSONWriter.write($0.expected, indent: nil))" }
    case .lengths(_, let count, _, let rows): rows.map { "\($0.query): \($0.length) of \(count)" }
    default: []
    }
  }

  private let size = "{name: size, in: query, schema: {type: integer, format: int32, minimum: 1, maximum: 4, default: 3}}"
  private let page = "{name: page, in: query, schema: {type: integer, format: int32, minimum: 1, default: 1}}"
  private let sort = "{name: sort, in: query, schema: {type: string, enum: [title, rank]}}"

  @Test func `pages are asked for at their bounds`() throws {
    let cases = try cases([size, page])
    #expect(
      told("pages_through_its_rows", cases) == [
        #": ["example1","example2","example3"]"#, #"?size=2&page=1: ["example1","example2"]"#,
        #"?size=2&page=2: ["example3","example4"]"#, "?size=2&page=5: []", #"?size=1: ["example1"]"#,
        #"?size=4: ["example1","example2","example3","example4"]"#,
      ])
    #expect(
      told("answers_no_more_than_a_page", cases) == [
        ": 3 of 5", "?size=4: 4 of 5", "?size=4&page=2: 1 of 5", "?size=4&page=5: 0 of 5",
      ])
  }

  @Test func `a page whose length nothing limits is as long as every stack makes it`() throws {
    let cases = try cases(["{name: limit, in: query, schema: {type: integer}}"])
    #expect(told("answers_no_more_than_a_page", cases) == [": 20 of 101", "?limit=101: 100 of 101"])
  }

  @Test func `what stands beside the rows is told as well`() throws {
    let answer = """
      {type: object, required: [notes, total], properties: {notes: {type: array, items: {$ref: '#/components/schemas/Note'}},
      total: {type: integer}}}
      """
    let cases = try cases([size, "{name: rankMin, in: query, schema: {type: integer}}"], answer: answer)
    #expect(told("filters_its_rows", cases) == [#"?rankMin=2: {"notes":["example1","example2"],"total":2}"#])
  }

  @Test func `nothing comes first, and last where the order is turned round`() throws {
    let cases = try cases([sort, "{name: order, in: query, schema: {type: string, enum: [asc, desc]}}"])
    #expect(
      told("sorts_its_rows", cases) == [
        #"?sort=title&order=asc: ["example1","example2","example3","example4"]"#,
        #"?sort=title&order=desc: ["example4","example3","example2","example1"]"#,
        #"?sort=rank&order=asc: ["example3","example4","example1","example2"]"#,
        #"?sort=rank&order=desc: ["example2","example1","example4","example3"]"#,
      ])
  }

  @Test func `rows in the order of random ids are sorted before they are paged`() throws {
    let random = (key: "UUID DEFAULT gen_random_uuid()", id: "{type: string, format: uuid}")
    let cases = try cases(key: random.key, id: random.id, [size, page, sort])
    #expect(told("pages_through_its_rows", cases).contains(#"?sort=title&size=2&page=2: ["example3","example4"]"#))
  }

  @Test func `which rows are on a page is left open where only random ids order them`() throws {
    let random = (key: "UUID DEFAULT gen_random_uuid()", id: "{type: string, format: uuid}")
    let cases = try cases(key: random.key, id: random.id, [size, page])
    #expect(
      told("pages_through_its_rows", cases) == ["?size=2&page=5: []", #"?size=4: ["example1","example2","example3","example4"]"#])
  }

  @Test func `of a list without parameters no more is asked than before`() throws {
    let names = try cases([]).map(\.name)
    #expect(names == ["answers_200"])
  }
}
