import OpenAPIReader
import SpecDocuments
import Testing

@Suite("References")
struct ReferenceTests {
  @Test("what leads nowhere is reported with what was probably meant")
  func unknown() {
    check(schema: "$ref: 1️⃣'#/components/schemas/T'", ["1️⃣": "ref-unknown: Did you mean “#/components/schemas/S”?"])
    check(schema: "$ref: 1️⃣'#/component/schemas/S'", ["1️⃣": "ref-unknown: Did you mean “#/components/schemas/S”?"])
    check(schema: "$ref: 1️⃣'#/components/schemas/Zebra'", ["1️⃣": "ref-unknown: There is no “Zebra” in “#/components/schemas”."])
    check(schema: "$ref: 1️⃣'#/definitions/S'", ["1️⃣": "ref-unknown: Did you mean “#/components/schemas/S”?"])
    check(schema: "$ref: 1️⃣'#anchor'", ["1️⃣": "ref-unknown: there is no anchor"])
    check(
      rest: "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: 1️⃣'#/components/schemas/A/properties/x'}}}",
      ["1️⃣": "ref-unknown: is a reference itself: refer to its target"])
  }

  @Test("what is no reference is reported")
  func syntax() {
    check(schema: "$ref: 1️⃣5", ["1️⃣": "ref-syntax: this is a number"])
    check(schema: "$ref: 1️⃣''", ["1️⃣": "ref-syntax"])
    check(schema: "$ref: 1️⃣'#/a/~2'", ["1️⃣": "ref-syntax"])
    check(schema: "$ref: 1️⃣'#/a/%zz'", ["1️⃣": "ref-syntax"])
  }

  @Test("what leads to another kind of thing is reported")
  func kind() {
    let components = "components: {parameters: {P: {name: p, in: query, schema: {}}}, schemas: {S: {}}}"
    check(
      rest: "paths: {/a: {parameters: [{$ref: 1️⃣'#/components/schemas/S'}]}}\n\(components)",
      ["1️⃣": "ref-kind: a parameter is expected here, and “#/components/schemas/S” is a schema"])
    check(
      rest: "paths: {/a: {parameters: [{name: q, in: query, schema: {$ref: 1️⃣'#/components/parameters/P'}}]}}\n\(components)",
      ["1️⃣": "ref-kind"])
    check(
      "openapi: 1️⃣3.1.0\ninfo: {title: t, version: '1'}\npaths: {/a: {parameters: [{$ref: '#/openapi'}]}}",
      ["1️⃣": "member-kind"])
  }

  @Test("references that lead back to themselves are cut, in any form")
  func cycles() throws {
    check(schema: "$ref: 1️⃣'#/components/schemas/S'", ["1️⃣": "ref-cycle"])
    check(schema: "{description: d, $ref: 1️⃣'#/components/schemas/S'}", ["1️⃣": "ref-cycle"])
    check(
      rest: """
        paths: {/a: {parameters: [{$ref: 1️⃣'#/components/parameters/P'}]}}
        components: {parameters: {P: {$ref: 2️⃣'#/components/parameters/Q'}, Q: {$ref: 3️⃣'#/components/parameters/P'}}}
        """, ["1️⃣": "ref-cycle", "2️⃣": "ref-cycle", "3️⃣": "ref-cycle"])
    let reading = Reading(
      "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/A'}}}")
    let document = try #require(reading.document)
    #expect(document.schemas.values.allSatisfy { $0.reference == nil })
  }

  @Test("schemas may contain themselves: they are read once")
  func recursion() throws {
    let reading = Reading(
      """
      openapi: 3.0.0
      info: {title: t, version: '1'}
      paths: {}
      components:
        schemas:
          Node:
            type: object
            properties:
              next: {$ref: '#/components/schemas/Node'}
              all: {type: array, items: {$ref: '#/components/schemas/Node'}}
      """)
    #expect(reading.lines() == [])
    let document = try #require(reading.document)
    let node = try #require(document.components.schemas.first)
    #expect(document.schemas.count == 2)
    let properties = document.schemas[node.id].object.properties
    #expect(properties[0].id == node.id)
    #expect(document.schemas[properties[1].id].array.items == node.id)
  }

  @Test(
    "pointers lead anywhere in the document",
    arguments: [
      ("#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema", "found"),
      ("#/components/schemas/A/properties/x%20y", "space"), ("#/components/schemas/A/allOf/0", "first"), ("#named", "anchored"),
      ("urn:example:x", "identified"),
    ])
  func pointers(reference: String, title: String) throws {
    let reading = Reading(
      """
      openapi: 3.1.0
      info: {title: t, version: '1'}
      paths:
        /a/{id}:
          parameters: [{name: id, in: path, required: true, schema: {}}]
          get: {responses: {200: {description: d, content: {application/json: {schema: {title: found}}}}}}
      components:
        schemas:
          Alias: {$ref: '\(reference)'}
          A:
            properties: {x y: {title: space}, z: {$anchor: named, title: anchored}, u: {$id: 'urn:example:x', title: identified}}
            allOf: [{title: first}]
      """)
    #expect(reading.lines() == [])
    let document = try #require(reading.document)
    let alias = document.schemas[try #require(document.components.schemas.first).id]
    #expect(document.schemas[try #require(alias.reference).target].title == title)
  }

  @Test("in 3.0 what stands beside a reference is ignored, with a note; in 3.1 it counts")
  func siblings() throws {
    check(
      version: "3.0.3",
      rest: """
        paths: {}
        components: {schemas: {S: {properties: {a: {$ref: '#/components/schemas/T', 1️⃣description: d}}}, T: {}}}
        """,
      ["1️⃣": "ref-siblings: description"])
    let reading = Reading(
      """
      openapi: 3.1.0
      info: {title: t, version: '1'}
      components: {schemas: {S: {properties: {a: {$ref: '#/components/schemas/T', title: own}}}, T: {}}}
      """
    )
    let document = try #require(reading.document)
    let property = document.schemas[document.schemas[document.components.schemas[0].id].object.properties[0].id]
    #expect(property.title == "own")
    #expect(property.reference?.target == document.components.schemas[1].id)
  }
}
