import OpenAPIReader
import SpecDiagnostics
import Testing

@Suite("Documents that are made to do harm")
struct LimitTests {
  private static let head = #"{"openapi":"3.1.0","info":{"title":"t","version":"1"},"components":{"schemas":{"#

  @Test("schemas may be nested as deep as a document may be")
  func nested() throws {
    let depth = 90
    let schema = String(repeating: #"{"properties":{"a":"#, count: depth) + "{}" + String(repeating: "}}", count: depth)
    let reading = Reading(Self.head + "\"S\":" + schema + "}}}", path: "api.json")
    #expect(reading.lines() == [])
    #expect(try #require(reading.document).schemas.count == depth + 1)
  }

  @Test("a chain of references may be long")
  func chain() throws {
    let count = 20_000
    let schemas = (0..<count).map { "\"S\($0)\":{\"$ref\":\"#/components/schemas/S\($0 + 1)\"}" }.joined(separator: ",")
    let reading = Reading(Self.head + schemas + ",\"S\(count)\":{}}}}", path: "api.json")
    #expect(reading.lines() == [])
    #expect(try #require(reading.document).schemas.count == count + 1)
  }

  @Test("schemas that lead through each other do not deepen the stack")
  func ladder() throws {
    let count = 20_000
    let schemas = (0..<count).map { "\"S\($0)\":{\"items\":{\"$ref\":\"#/components/schemas/S\($0 + 1)\"}}" }.joined(
      separator: ",")
    let reading = Reading(Self.head + schemas + ",\"S\(count)\":{}}}}", path: "api.json")
    #expect(reading.lines() == [])
  }

  @Test("an alias that stands for a schema many times is read once")
  func aliases() throws {
    let uses = (0..<500).map { "p\($0): *s" }.joined(separator: ", ")
    let reading = Reading(
      "openapi: 3.1.0\ninfo: {title: t, version: '1'}\ncomponents: {schemas: {A: &s {type: string}, B: {properties: {\(uses)}}}}")
    #expect(reading.lines() == [])
    #expect(try #require(reading.document).schemas.count == 2)
  }

  @Test("names that all nearly match do not make the suggestions slow", .timeLimit(.minutes(1)))
  func suggestions() {
    let schemas = (0..<2000).map { "\"Schema\($0)\":{\"$ref\":\"#/components/schemas/Schemo\($0)\"}" }.joined(separator: ",")
    let reading = Reading(Self.head + schemas + "}}}", path: "api.json")
    #expect(reading.diagnostics.count(.error) == 101)
  }

  @Test(
    "anything may stand anywhere",
    arguments: ["null", "true", "5", "\"x\"", "[]", "{}", "[{}]", "{\"\":{}}", "{\"$ref\":{}}", "{\"$ref\":\"#\"}", "[[[]]]"])
  func anything(value: String) {
    let members = [
      "info", "servers", "tags", "security", "paths", "webhooks", "components", "externalDocs", "jsonSchemaDialect",
    ]
    for member in members {
      _ = Reading("{\"openapi\":\"3.1.0\",\"\(member)\":\(value)}", path: "api.json")
      _ = Reading("{\"openapi\":\"3.1.0\",\"\(member)\":{\"a\":\(value),\"/a\":\(value)}}", path: "api.json")
    }
    for member in ["get", "parameters", "servers", "$ref"] {
      _ = Reading("{\"openapi\":\"3.0.0\",\"paths\":{\"/\":{\"\(member)\":\(value)}}}", path: "api.json")
      _ = Reading(
        "{\"openapi\":\"3.0.0\",\"paths\":{\"/\":{\"get\":{\"\(member)\":\(value),\"responses\":\(value)}}}}", path: "api.json")
    }
    let keywords = [
      "type", "enum", "properties", "items", "allOf", "discriminator", "required", "minimum", "exclusiveMinimum", "$ref", "not",
      "dependentRequired", "$defs", "const", "default", "maxLength", "additionalProperties", "xml",
    ]
    for keyword in keywords { _ = Reading(Self.head + "\"S\":{\"\(keyword)\":\(value)}}}}", path: "api.json") }
    for section in [
      "parameters", "headers", "responses", "requestBodies", "securitySchemes", "examples", "links", "callbacks", "pathItems",
    ] {
      _ = Reading("{\"openapi\":\"3.1.0\",\"components\":{\"\(section)\":{\"a\":\(value)}}}", path: "api.json")
    }
  }
}
