import Testing

@Suite("Findings about requests, responses and security")
struct MessageFindingsTests {
  private func check(parameter: String, _ expected: KeyValuePairs<Character, String> = [:]) {
    OpenAPITests.check(rest: "paths: {/a: {parameters: [\(parameter)]}}", expected)
  }

  @Test("parameters say where they are and what they hold")
  func parameters() {
    check(parameter: "{name: a, in: query, schema: {}}")
    check(parameter: "{name: a, in: query, content: {application/json: {}}}")
    check(parameter: "{1️⃣in: query, schema: {}}", ["1️⃣": "member-missing: “name”"])
    check(parameter: "{1️⃣name: a, schema: {}}", ["1️⃣": "member-missing: “in”"])
    check(parameter: "{name: a, in: 1️⃣qeury, schema: {}}", ["1️⃣": "value-unknown: Did you mean “query”?"])
    check(parameter: "{name: a, in: 1️⃣body, schema: {}}", ["1️⃣": "value-unknown: It is one of path, query, header, cookie."])
    check(parameter: "{1️⃣name: a, in: query}", ["1️⃣": "parameter-schema: needs one"])
    check(parameter: "{name: a, in: query, schema: {}, 1️⃣content: {a/b: {}}}", ["1️⃣": "parameter-schema: not both"])
    check(parameter: "{name: a, in: query, 1️⃣content: {a/b: {}, c/d: {}}}", ["1️⃣": "parameter-schema: exactly one"])
    check(parameter: "{name: a, in: query, style: 1️⃣matrix, schema: {}}", ["1️⃣": "style-location: Possible here: form"])
    check(parameter: "{name: a, in: query, style: 1️⃣from, schema: {}}", ["1️⃣": "value-unknown: Did you mean “form”?"])
    check(
      parameter: "{name: a, in: query, required: true, schema: {default: 1️⃣1}}", ["1️⃣": "default-unused"])
  }

  @Test("bodies are described by media type")
  func bodies() {
    let responses = "responses: {200: {description: d}}"
    OpenAPITests.check(
      rest: "paths: {/a: {post: {requestBody: {1️⃣required: true}, \(responses)}}}", ["1️⃣": "member-missing: “content”"])
    OpenAPITests.check(
      rest: "paths: {/a: {post: {requestBody: {content: {1️⃣json: {}}}, \(responses)}}}", ["1️⃣": "media-type-name"])
    OpenAPITests.check(
      rest: "paths: {/a: {post: {requestBody: {content: {a/b: 1️⃣[]}}, \(responses)}}}", ["1️⃣": "member-kind"])
  }

  @Test("security schemes are whole, and requirements name them")
  func security() {
    func check(_ scheme: String, _ expected: KeyValuePairs<Character, String> = [:]) {
      OpenAPITests.check(rest: "components: {securitySchemes: {s: \(scheme)}}", expected)
    }
    check("{type: http, scheme: Bearer, bearerFormat: JWT}")
    check("{type: mutualTLS}")
    check("{type: 1️⃣htpp}", ["1️⃣": "value-unknown: Did you mean “http”?"])
    check("{1️⃣type: http}", ["1️⃣": "member-missing: “scheme”"])
    check("{1️⃣type: apiKey, name: k}", ["1️⃣": "member-missing: “in”"])
    check("{type: apiKey, name: k, in: 1️⃣path}", ["1️⃣": "value-unknown: query, header, cookie"])
    check("{1️⃣type: oauth2}", ["1️⃣": "member-missing: “flows”"])
    check("{type: oauth2, flows: {implicit: {1️⃣scopes: {}}}}", ["1️⃣": "member-missing: “authorizationUrl”"])
    check("{1️⃣type: openIdConnect}", ["1️⃣": "member-missing: “openIdConnectUrl”"])
    let oauth = "{type: oauth2, flows: {password: {tokenUrl: u, scopes: {read: r}}}}"
    OpenAPITests.check(rest: "security: [{s: [read]}, {}]\ncomponents: {securitySchemes: {s: \(oauth)}}")
    OpenAPITests.check(
      rest: "security: [{1️⃣s: [raed]}]\ncomponents: {securitySchemes: {s: \(oauth)}}",
      ["1️⃣": "security-scope-unknown: Did you mean “read”?"])
    OpenAPITests.check(
      rest: "security: [{1️⃣ss: []}]\ncomponents: {securitySchemes: {s: \(oauth)}}", ["1️⃣": "security-unknown: Did you mean “s”?"])
  }

  @Test("components have names that other tools take")
  func names() {
    OpenAPITests.check(
      rest: "components: {schemas: {A.b-c_1: {}, 1️⃣'a b': {}, 2️⃣'ä': {}}}", ["1️⃣": "component-name", "2️⃣": "component-name"])
  }
}
