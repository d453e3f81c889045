import OpenAPIReader
import SpecDiagnostics
import SpecDocuments
import SpecWriting
import Testing

@Suite("The model of a document")
struct ModelTests {
  private func document(_ rest: String, version: String = "3.1.0") throws -> OpenAPIDocument {
    let reading = Reading("openapi: \(version)\ninfo: {title: t, version: '1'}\n\(rest)\n")
    #expect(reading.lines() == [])
    return try #require(reading.document)
  }

  @Test("an operation replaces parameters of its path by name and location")
  func override() throws {
    let document = try document(
      """
      paths:
        /a:
          parameters:
            - {name: x, in: query, schema: {type: string}}
            - {name: X-H, in: header, schema: {type: string}}
          get:
            parameters:
              - {name: x, in: query, schema: {type: integer}}
              - {name: x-h, in: header, schema: {}}
              - {name: x, in: cookie, schema: {}}
            responses: {200: {description: d}}
      """)
    let item = document.pathItems[document.paths[0].item]
    let parameters = document.parameters(of: item.operations[0], in: item).map { document.parameters[$0] }
    #expect(parameters.map(\.location) == [.query, .header, .cookie])
    guard case .schema(let id) = parameters[0].value else {
      Issue.record("no schema")
      return
    }
    #expect(document.schemas[id].types == [.integer])
  }

  @Test(
    "styles are as written or as they hold for the location",
    arguments: [
      ("in: path, required: true", "simple", false), ("in: query", "form", true), ("in: header", "simple", false),
      ("in: cookie", "form", true), ("in: query, style: deepObject", "deepObject", false),
      ("in: query, style: form, explode: false", "form", false),
      ("in: path, required: true, style: matrix, explode: true", "matrix", true),
    ])
  func styles(parameter: String, style: String, explode: Bool) throws {
    let document = try document("components: {parameters: {P: {name: p, schema: {}, \(parameter)}}}")
    let read = document.parameters.values[0]
    #expect(read.style.rawValue == style)
    #expect(read.explode == explode)
  }

  @Test(
    "bounds of both versions are one",
    arguments: [
      ("3.0.3", "minimum: 1", "1", false), ("3.0.3", "{minimum: 1, exclusiveMinimum: true}", "1", true),
      ("3.0.3", "{minimum: 1, exclusiveMinimum: false}", "1", false), ("3.1.0", "exclusiveMinimum: 1", "1", true),
      ("3.1.0", "{minimum: 2, exclusiveMinimum: 1}", "2", false), ("3.1.0", "{minimum: 1, exclusiveMinimum: 1}", "1", true),
      ("3.1.0", "minimum: 12345678901234567890", "12345678901234567890", false),
    ])
  func bounds(version: String, schema: String, value: String, isExclusive: Bool) throws {
    let document = try document("paths: {}\ncomponents:\n  schemas:\n    S:\n      \(schema)", version: version)
    let bound = try #require(document.schemas.values[0].number.minimum)
    #expect(bound.value.literal == value)
    #expect(bound.isExclusive == isExclusive)
  }

  @Test("requirements of an operation replace those of the document, also by none")
  func security() throws {
    let response = "responses: {200: {description: d}}"
    let document = try document(
      """
      security: [{key: []}]
      paths: {/a: {get: {\(response)}, put: {security: [], \(response)}, post: {security: [{}, {key: []}], \(response)}}}
      components: {securitySchemes: {key: {type: apiKey, name: k, in: header}}}
      """)
    let operations = document.pathItems[document.paths[0].item].operations
    #expect(operations.map { document.security(of: $0)?.map { $0.schemes.map(\.name) } } == [[["key"]], [], [[], ["key"]]])
  }

  @Test("templates are taken apart")
  func templates() throws {
    let parameters = ["a", "b"].map { "{name: \($0), in: path, required: true, schema: {}}" }.joined(separator: ", ")
    let document = try document("paths: {'/x/{a}.{b}/y': {parameters: [\(parameters)]}}")
    #expect(
      document.paths[0].template.parts == [.literal("/x/"), .parameter("a"), .literal("."), .parameter("b"), .literal("/y")])
  }

  @Test("schemas have the names by which people know them, and pointers")
  func names() throws {
    let document = try document(
      "components: {schemas: {A: {properties: {b: {type: string}}, $defs: {D: {}}}, Alias: {$ref: '#/components/schemas/A'}}}")
    let schemas = document.schemas.values
    #expect(schemas.map(\.componentName) == ["A", "Alias", nil, "D"])
    #expect(schemas[2].place.pointer.description == "/components/schemas/A/properties/b")
    #expect(schemas[1].reference?.target == document.components.schemas[0].id)
  }

  @Test("a discriminator names schemas by component or by reference")
  func discriminator() throws {
    let document = try document(
      """
      components:
        schemas:
          Pet:
            oneOf: [{$ref: '#/components/schemas/Cat'}]
            discriminator: {propertyName: kind, mapping: {cat: Cat, kitten: '#/components/schemas/Cat'}}
          Cat: {type: object}
      """)
    let mapping = try #require(document.schemas.values[0].combination.discriminator).mapping
    #expect(mapping.map(\.value) == ["cat", "kitten"])
    #expect(mapping.allSatisfy { $0.target == document.components.schemas[1].id })
  }

  @Test("keywords of the other version are read as they are meant there")
  func otherVersion() throws {
    let reading = Reading(
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents: {schemas: {S: {const: a, type: [string, 'null']}}}")
    let schema = try #require(reading.document?.schemas.values.first)
    #expect(schema.const?.string == "a")
    #expect(schema.types == [.string, .null])
    #expect(reading.diagnostics.sorted.map(\.code) == [.memberDialect, .memberDialect])
  }
}
