import SpecIR
import SpecWriting
import Testing

@Suite("The CoreModel as JSON")
struct CoreModelJSONTests {
  @Test func membersStandInTheOrderOfDeclaration() throws {
    var core = CoreModel(service: ServiceInfo(title: "Pets", version: "1.0"))
    var constraints = Constraints()
    constraints.maxLength = 9
    core.models = [
      Model(
        name: "Pet",
        kind: .structure(
          Structure(fields: [
            Field(name: "name", shape: Shape(.scalar(.string), constraints), presence: .defaulted("x")),
            Field(name: "next", shape: Shape(.optional(.named(ModelID(0)))), presence: .optional),
          ])), usage: [.response, .query])
    ]
    core.operations = [
      Operation(
        name: "getPet", method: .get, path: PathTemplate("/pets/{id}"), group: "pets",
        responses: [Response(status: .range(4)), Response(status: .default)], implementation: .unbound(.init(.noTable, "None.")))
    ]
    let json = CoreModelJSON.write(core)
    #expect(
      keys(of: json) == [
        "schema", "service", "models", "operations", "securitySchemes", "envelopes", "defaultFormat", "database", "rows",
        "mappings", "queries", "errors", "functions", "contract",
      ])
    let model = try #require(json["models"]).first
    #expect(
      JSONWriter.write(try #require(model), indent: nil) == """
        {"kind":"structure","name":"Pet","documentation":null,"isDeprecated":false,"usage":["response","query"],"fields":[\
        {"name":"name","shape":{"type":{"kind":"scalar","scalar":"string"},"constraints":{"maxLength":9}},\
        "presence":{"kind":"defaulted","value":"x"},"documentation":null,"isDeprecated":false},\
        {"name":"next","shape":{"type":{"kind":"optional","of":{"kind":"named","model":0}}},"presence":{"kind":"optional"},\
        "documentation":null,"isDeprecated":false}],"additional":{"kind":"ignored"}}
        """)
    let operation = try #require(json["operations"]?.first)
    #expect(operation["path"] == "/pets/{id}")
    #expect(operation["responses"]?.first?["status"] == "4XX")
    #expect(operation["plan"] == .null)
  }

  private func keys(of value: JSONValue) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.map(\.key)
  }
}

extension JSONValue {
  fileprivate var first: JSONValue? {
    guard case .array(let items) = self else { return nil }
    return items.first
  }
}
