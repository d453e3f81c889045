import OpenAPIReader
import SpecDocuments
import SpecSource
import SpecWriting
import Testing

@Suite("References to other files")
struct FileReferenceTests {
  private static let head = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n"

  @Test("files that are not there, lie outside or on a network are named")
  func failures() {
    check(schema: "$ref: 1️⃣other.yaml", ["1️⃣": "ref-file: “other.yaml” does not exist"])
    check(schema: "$ref: 1️⃣'../other.yaml#/A'", ["1️⃣": "ref-file: outside of the project's root"])
    check(schema: "$ref: 1️⃣'https://example.com/a.yaml#/A'", ["1️⃣": "ref-file: nothing is fetched from a network"])
    check(rest: "paths: {/a: {$ref: 1️⃣b.yaml}}", ["1️⃣": "ref-file"])
  }

  @Test("a file is read once, whatever the references to it look like")
  func once() throws {
    let reading = Reading(
      Self.head + """
        paths: {}
        components:
          schemas:
            A:
              properties:
                a: {$ref: 'm/x.yaml#/A'}
                b: {$ref: './m/../m/x.yaml#/A'}
                c: {$ref: 'm/x%2Eyaml#/A'}
                whole: {$ref: m/Pet.yaml}
        """,
      files: [
        "m/x.yaml": "A: {properties: {self: {$ref: '#/A'}, other: {$ref: 'Pet.yaml'}}}",
        "m/Pet.yaml": "type: object\nproperties: {a: {$ref: '../api.yaml#/components/schemas/A'}}",
      ])
    try #require(reading.lines() == [])
    let document = try #require(reading.document)
    #expect(document.schemas.count == 3)
    #expect(document.files.map { reading.sources[$0].path } == ["api.yaml", "m/x.yaml", "m/Pet.yaml"])
    let properties = document.schemas[document.components.schemas[0].id].object.properties
    #expect(Set(properties.prefix(3).map(\.id)).count == 1)
    #expect(document.schemas[properties[3].id].componentName == "Pet")
    #expect(document.schemas[properties[3].id].object.properties[0].id == document.components.schemas[0].id)
  }

  @Test("what is wrong in another file is reported there, once")
  func located() {
    let reading = Reading(
      Self.head + "paths: {}\ncomponents: {schemas: {A: {allOf: [{$ref: 'x.yaml#/A'}, {$ref: 'x.yaml#/B'}]}}}",
      files: ["x.yaml": "A: {requried: [a]}\nB: {type: strin}\nC: {type: nothing}\n"])
    #expect(
      reading.lines() == [
        "x.yaml:1:5: warning[member-unknown]: “requried” is no member of a schema, and is ignored",
        "x.yaml:2:11: error[value-unknown]: “strin” is not a value of “type”",
      ])
  }

  @Test("a self-contained document is bundled as it is")
  func bundleAlone() throws {
    let text = #"{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{},"x-number":1.50}"#
    let document = try #require(Reading(text, path: "api.json").document)
    #expect(JSONWriter.write(document.bundled(), indent: nil) == text)
  }

  @Test("a document that names its own file is bundled without that name")
  func bundleOwnName() throws {
    let reading = Reading(
      Self.head + "paths: {}\ncomponents: {schemas: {A: {}, B: {items: {$ref: 'api.yaml#/components/schemas/A'}}}}")
    #expect(reading.lines() == [])
    let bundled = try #require(reading.document).bundled()
    #expect(bundled["components"]?["schemas"]?["B"]?["items"]?["$ref"] == "#/components/schemas/A")
  }

  @Test("a document of several files is bundled into one that reads the same")
  func bundle() throws {
    let reading = Reading(
      Self.head + """
        paths:
          /pets: {$ref: paths.yaml#/pets}
          /cats: {$ref: paths.yaml#/pets}
        components:
          schemas:
            Pet: {$ref: Pet.yaml}
            Error: {type: string}
        """,
      files: [
        "paths.yaml": """
        pets:
          get:
            responses:
              200: {description: d, content: {application/json: {schema: {type: array, items: {$ref: Pet.yaml}}}}}
              default: {$ref: '#/failure'}
        failure: {description: f, content: {application/json: {schema: {$ref: 'errors.yaml#/Error'}}}}
        """,
        "Pet.yaml": "type: object\nproperties: {parent: {$ref: '#'}, error: {$ref: 'api.yaml#/components/schemas/Error'}}",
        "errors.yaml":
          "Error: {type: object, oneOf: [{$ref: Pet.yaml}], discriminator: {propertyName: k, mapping: {p: Pet.yaml}}}",
      ])
    #expect(reading.lines() == [])
    let text = try #require(reading.document).bundledText()
    let bundled = Reading(text, path: "api.json")
    #expect(bundled.lines() == [])
    #expect(try #require(bundled.document).bundledText() == text)
    let value = try #require(bundled.document).node.json()
    #expect(value["paths"]?["/cats"]?["$ref"] == "#/paths/~1pets")
    let schemas = value["components"]?["schemas"]
    #expect(schemas?["Pet"]?["properties"]?["parent"]?["$ref"] == "#/components/schemas/Pet")
    #expect(schemas?["Pet"]?["properties"]?["error"]?["$ref"] == "#/components/schemas/Error")
    #expect(schemas?["Error"]?["type"] == "string")
    #expect(schemas?["Error_2"]?["discriminator"]?["mapping"]?["p"] == "#/components/schemas/Pet")
    #expect(
      value["components"]?["responses"]?["failure"]?["content"]?["application/json"]?["schema"]?["$ref"]
        == "#/components/schemas/Error_2")
  }
}
