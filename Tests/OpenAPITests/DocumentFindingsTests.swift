import Testing

@Suite("Findings about the document and its paths")
struct DocumentFindingsTests {
  @Test("versions that are not supported are named")
  func version() {
    check("openapi: 1️⃣3.2.0\ninfo: {}", ["1️⃣": "openapi-version: OpenAPI 3.2.0 is not supported"])
    check("swagger: 1️⃣'2.0'\ninfo: {}", ["1️⃣": "openapi-version: Swagger 2.0 is not supported"])
    check("1️⃣openapi: []\n", ["1️⃣": "openapi-version"])
    check("1️⃣title: x\n", ["1️⃣": "openapi-version: no member “openapi”"])
    check("1️⃣[a]\n", ["1️⃣": "openapi-version: this is an array"])
    check("1️⃣hello\n", ["1️⃣": "openapi-version: this is a string"])
    check("openapi: 3.1\ninfo: {title: t, version: 1.0}\npaths: {}\n")
    check("openapi: 3.0.9-strange\ninfo: {title: t, version: 1.0}\npaths: {}\n")
  }

  @Test("members that are missing are reported where the object begins")
  func missing() {
    check("1️⃣openapi: 3.0.3\n", ["1️⃣": "member-missing: “info”", "1️⃣": "member-missing: “paths”"])
    check(
      "1️⃣openapi: 3.1.0\ninfo: {2️⃣title: t}\n", ["1️⃣": "member-missing: “paths”, “components” and “webhooks”", "2️⃣": "text-missing"])
    check(rest: "components: {}")
    check(version: "3.0.3", rest: "paths: {/a: {get: {1️⃣tags: []}}}", ["1️⃣": "member-missing: “responses”"])
    check(rest: "paths: {/a: {get: {responses: {200: {1️⃣content: {}}}}}}", ["1️⃣": "text-missing: “description”"])
    check(rest: "servers: [{1️⃣description: x}]\npaths: {}", ["1️⃣": "member-missing: “url”"])
  }

  @Test("members that are misspelt are reported with the right spelling")
  func misspelt() {
    check(rest: "1️⃣pahts: {}\npaths: {}", ["1️⃣": "member-unknown: Did you mean “paths”?"])
    check(rest: "paths: {/a: {1️⃣GET: {}}}", ["1️⃣": "member-unknown: Did you mean “get”?"])
    check(rest: "1️⃣zebra: {}\npaths: {}", ["1️⃣": "member-unknown: Names of your own begin with “x-”."])
    check(rest: "x-zebra: {}\npaths: {x-other: 1}")
  }

  @Test("members of another form are reported with the form that is expected")
  func form() {
    check(rest: "paths: 1️⃣[]", ["1️⃣": "member-kind: an object is expected for “paths”, and this is an array"])
    check(rest: "paths: {}\ntags: 1️⃣{}", ["1️⃣": "member-kind"])
    check(rest: "paths: {}\ntags: [1️⃣x]", ["1️⃣": "member-kind"])
    check(rest: "paths: {/a: 1️⃣null}", ["1️⃣": "member-kind: a path item is expected, and this is null"])
    check(rest: "paths: {/a: {get: 1️⃣x}}", ["1️⃣": "member-kind"])
    check(
      rest: "paths: {/a: {get: {deprecated: 1️⃣'yes', responses: {200: {description: d}}}}}",
      ["1️⃣": "member-kind: true or false is expected for “deprecated”"])
  }

  @Test("members of another version are reported")
  func dialect() {
    check(version: "3.0.0", rest: "paths: {}\n1️⃣webhooks: {}", ["1️⃣": "member-dialect: belongs to OpenAPI 3.1"])
    check(schema: "1️⃣nullable: true", ["1️⃣": "member-dialect: belongs to OpenAPI 3.0"])
    check(schema: "type: 1️⃣[string, 'null']", ["1️⃣": "member-dialect: an array of types"], version: "3.0.3")
    check(schema: "{minimum: 1, exclusiveMinimum: 1️⃣true}", ["1️⃣": "member-dialect"])
    check(schema: "exclusiveMaximum: 1️⃣7", ["1️⃣": "member-dialect"], version: "3.0.3")
  }

  @Test("paths must be templates of their own")
  func paths() {
    check(rest: "paths: {1️⃣a: {}}", ["1️⃣": "path-template: Write “/a”"])
    check(rest: "paths: {1️⃣'/a/{b': {}}", ["1️⃣": "path-template: braces"])
    check(rest: "paths: {1️⃣'/a/{}': {}}", ["1️⃣": "path-template: no name"])
    check(rest: "paths: {1️⃣'/{b}/{b}': {}}", ["1️⃣": "path-template: twice"])
    check(rest: "paths: {'/a/{x}': {}, 1️⃣'/a/{y}': {}}", ["1️⃣": "path-duplicate: “/a/{y}” and “/a/{x}” are the same path"])
    check(rest: "paths: {'/a/{x}': {}, '/a/x': {}, '/{x}/a': {}}")
  }

  @Test("the parameters of a path are declared, required, and occur in it")
  func pathParameters() {
    let parameter = "{name: id, in: path, required: true, schema: {type: string}}"
    let response = "responses: {200: {description: d}}"
    check(rest: "paths: {'/a/{id}': {parameters: [\(parameter)], get: {\(response)}}}")
    check(rest: "paths: {'/a/{id}': {get: {parameters: [\(parameter)], \(response)}}}")
    check(rest: "paths: {'/a/{id}': {1️⃣get: {\(response)}}}", ["1️⃣": "path-parameter-undeclared: “id”"])
    check(
      rest: "paths: {'/a/{idd}': {1️⃣get: {parameters: [{name: 2️⃣id, in: path, required: true, schema: {}}], \(response)}}}",
      ["1️⃣": "path-parameter-undeclared: “id” is declared: is it the same?", "2️⃣": "path-parameter-unused: Did you mean “idd”?"])
    check(
      rest: "paths: {'/a/{id}': {get: {parameters: [{1️⃣name: id, in: path, schema: {}}], \(response)}}}",
      ["1️⃣": "path-parameter-optional"])
    check(
      rest: "paths: {'/a/{id}': {get: {parameters: [{name: id, in: path, required: 1️⃣false, schema: {}}], \(response)}}}",
      ["1️⃣": "path-parameter-optional"])
  }

  @Test("what must be unique is")
  func unique() {
    let response = "responses: {200: {description: d}}"
    check(
      rest: "paths: {/a: {get: {operationId: x, \(response)}}, /b: {get: {operationId: 1️⃣x, \(response)}}}",
      ["1️⃣": "operation-id-duplicate"])
    check(
      rest: "paths: {/a: {get: {operationId: x, \(response)}}, 1️⃣/b: {$ref: '#/paths/~1a'}}",
      ["1️⃣": "operation-id-duplicate: refer to the same path item"])
    check(
      rest: """
        paths:
          /a:
            get:
              parameters:
                - {name: q, in: query, schema: {}}
                - 1️⃣{name: q, in: query, schema: {}}
                - {name: q, in: cookie, schema: {}}
              \(response)
        """, ["1️⃣": "parameter-duplicate"])
    check(rest: "paths: {}\ntags: [{name: a}, {1️⃣name: a}]", ["1️⃣": "list-duplicate"])
  }

  @Test("responses have a status")
  func responses() {
    let content = "{description: d}"
    check(rest: "paths: {/a: {get: {responses: {200: \(content), 4XX: \(content), default: \(content), x-a: 1}}}}")
    for bad in ["20", "2000", "600", "4xx", "XX4", "ok", "+20"] {
      check(rest: "paths: {/a: {get: {responses: {1️⃣\(bad): \(content)}}}}", ["1️⃣": "response-code: “\(bad)”"])
    }
    check(rest: "paths: {/a: {get: {responses: 1️⃣{}}}}", ["1️⃣": "responses-empty"])
  }

  @Test("server variables are declared and have sound choices")
  func servers() {
    check(rest: "servers: [{url: 'http://{host}/', variables: {host: {default: a, enum: [a, b]}}}]\npaths: {}")
    check(rest: "servers: [{url: 1️⃣'http://{host}/'}]\npaths: {}", ["1️⃣": "server-variable: “host”"])
    check(rest: "servers: [{url: a, variables: {b: {default: 1️⃣c, enum: [d]}}}]\npaths: {}", ["1️⃣": "server-variable"])
    check(rest: "servers: [{url: a, variables: {b: {default: c, enum: 1️⃣[]}}}]\npaths: {}", ["1️⃣": "server-variable"])
    check(rest: "servers: [{url: a, variables: {b: {default: '8', enum: [1️⃣8]}}}]\npaths: {}", ["1️⃣": "server-variable: quotes"])
  }

  @Test("all findings of a document are told in one run")
  func together() {
    check(
      """
      openapi: 3.0.3
      info: {title: t, version: '1', 1️⃣licence: {name: x}}
      paths:
        2️⃣pets: {}
        /pets/{id}:
          3️⃣get:
            responses:
              4️⃣abc: {description: d}
              200:
                description: d
                content: {application/json: {schema: {$ref: 5️⃣'#/components/schemas/Pets'}}}
      components:
        schemas:
          Pet: {type: 6️⃣strin, 7️⃣requried: [a]}
      """,
      [
        "1️⃣": "member-unknown: “license”", "2️⃣": "path-template", "3️⃣": "path-parameter-undeclared", "4️⃣": "response-code",
        "5️⃣": "ref-unknown: Did you mean “#/components/schemas/Pet”?", "6️⃣": "value-unknown: Did you mean “string”?",
        "7️⃣": "member-unknown: Did you mean “required”?",
      ])
  }
}
