import SpecIR
import SpecWriting
import Testing

/// JSON that is no CoreModel is told of at its place, and crashes nobody.
@Suite("JSON that is no CoreModel")
struct MisreadTests {
  /// A small model with one thing of most kinds, one member a line.
  private static let sound: String = {
    var core = CoreModel(service: ServiceInfo(title: "T", version: "1"))
    core.models = [Model(name: "M", kind: .alias(Shape(.named(ModelID(0)))))]
    core.operations = [
      Operation(
        name: "o", method: .get, path: PathTemplate("/o"), group: "g", responses: [Response(status: .range(2))],
        implementation: .unbound(.init(.closed, "Why.")))
    ]
    core.functions = [Function(name: "f", group: "g", parameterCount: 0, result: .unit, locals: [], body: [.return(nil)])]
    return JSONWriter.write(CoreModelJSON.write(core))
  }()

  @Test func theModelItselfIsSound() { #expect(Reading(Self.sound).findings == []) }

  @Test(
    "each with what is wrong",
    arguments: [
      (#""schema": 2"#, #""schema": 3"#, "schema 3 of the CoreModel; this program reads 2"),
      (#""schema": 2"#, #""schema": "2""#, "an integer is expected here"),
      (#""title": "T""#, #""titel": "T""#, "the member `title` is missing"),
      (#""title": "T""#, #""title": 7"#, "a text is expected here"),
      (#""isDeprecated": false"#, #""isDeprecated": 0"#, "true or false is expected here"),
      (#""model": 0"#, #""model": 1"#, "1 is no index of a ModelID"),
      (#""model": 0"#, #""model": -1"#, "-1 is no index of a ModelID"),
      (#""model": 0"#, #""model": 1e300"#, "an integer is expected here"),
      (#""kind": "alias""#, #""kind": "alien""#, "`alien` is none of the alternatives here"),
      (#""method": "GET""#, #""method": "get""#, "`get` is none of `GET`, `PUT`"),
      (#""path": "/o""#, #""path": "o""#, "a path begins with `/`"),
      (#""status": "2XX""#, #""status": "2xx""#, "a status is a number, `4XX` or `default`"),
      (#""usage": []"#, #""usage": {}"#, "a list is expected here"),
      (#""usage": []"#, #""usage": ["reply"]"#, "`reply` is none of the alternatives here"),
      (#""parameterCount": 0"#, #""parameterCount": 1"#, "it has fewer locals than parameters"),
      (#""result": {"#, #""result": null, "was": {"#, "an object is expected here"),
      (#""value": null"#, #""value": { "kind": "local", "local": 0 }"#, "0 is no index of a LocalID"),
      (#""plan": null"#, #""plan": {}"#, "the member `steps` is missing"),
      (#""errors": []"#, #""errors": [{}]"#, "the member `name` is missing"),
    ])
  func faults(_ old: String, _ new: String, message: String) throws {
    let text = Self.sound.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.sound)
    let reading = Reading(text)
    #expect(reading.core == nil)
    let finding = try #require(reading.findings.first)
    #expect(finding.contains("core-invalid: \(message)"), "\(finding)")
    #expect(!finding.hasPrefix("0:0"))
  }

  @Test("behaviour that breaks its rules is refused, also without a database")
  func rules() {
    let text = Self.sound.replacing(#""kind": "return""#, with: #""kind": "transaction", "block": []"#)
    let reading = Reading(text)
    #expect(reading.core == nil)
    #expect(reading.findings.first?.contains("the behaviour of the model breaks a rule: ") == true, "\(reading.findings)")
  }

  @Test("a scalar in the place of any node of a model is read or refused, and never more", arguments: ["users", "shop"])
  func mutations(_ example: String) throws {
    let json = CoreModelJSON.write(try Sample.example(example)).without("contract")
    let replacements: [JSONValue] = [-1, 9_999, "x", .null, [], true]
    var refused = 0
    // A prime step, so that over time all positions of a node's members come up.
    for (turn, position) in stride(from: 0, to: json.nodeCount, by: 97).enumerated() {
      var countdown = position
      let text = JSONWriter.write(json.replacing(&countdown, with: replacements[turn % replacements.count]), indent: nil)
      if Reading(text).core == nil { refused += 1 }
    }
    #expect(refused > 20)
  }
}

extension JSONValue {
  /// This object with an empty text in the place of a long one.
  fileprivate func without(_ key: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.key == key ? Member(key, "") : $0 })
  }

  fileprivate var nodeCount: Int {
    switch self {
    case .null, .bool, .number, .string: 1
    case .array(let items): items.reduce(1) { $0 + $1.nodeCount }
    case .object(let members): members.reduce(1) { $0 + $1.value.nodeCount }
    }
  }

  /// The value with another one in the place of the node that so many others come before.
  fileprivate func replacing(_ before: inout Int, with other: JSONValue) -> JSONValue {
    before -= 1
    guard before != -1 else { return other }
    switch self {
    case .null, .bool, .number, .string: return self
    case .array(let items): return .array(items.map { $0.replacing(&before, with: other) })
    case .object(let members): return .object(members.map { Member($0.key, $0.value.replacing(&before, with: other)) })
    }
  }
}
