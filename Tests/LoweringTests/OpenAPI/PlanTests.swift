import SpecIR
import SpecLowering
import Testing

@Suite("Plans")
struct PlanTests {
  @Test func failuresFollowTheContract() throws {
    let lowered = try checkPaths(
      """
      /a/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
        put:
          requestBody: {content: {application/json: {schema: {type: object}}}}
          responses:
            '200': {description: Done.}
            '400': {description: Bad., content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
            5XX: {description: Ours., content: {text/plain: {schema: {type: string}}}}
        get:
          responses:
            '200': {description: Done.}
            '400': {description: Bad.}
            '422': {description: Invalid.}
      /b: {get: {responses: {'200': {description: Done.}}}}
      """,
      components: """
        schemas:
          Error: {type: object, required: [code, message], properties: {code: {type: string}, message: {type: string}}}
        """)
    let plans = PlanBuilder.plans(for: lowered.core)
    #expect(
      plans.map { $0.failures.map(text(of:)).joined(separator: "\n") } == [
        """
        invalidRequest 400 validation_failed envelope
        unsupportedMediaType 415 unsupported_media_type envelope
        bodyTooLarge 413 payload_too_large envelope
        malformedBody 400 malformed_json envelope
        notImplemented 501 not_implemented problem
        timeout 503 unavailable problem
        unavailable 503 unavailable problem
        internalError 500 internal_error problem
        """,
        """
        invalidRequest 422 validation_failed envelope
        notImplemented 501 not_implemented envelope
        timeout 503 unavailable envelope
        unavailable 503 unavailable envelope
        internalError 500 internal_error envelope
        """,
        """
        notImplemented 501 not_implemented envelope
        timeout 503 unavailable envelope
        unavailable 503 unavailable envelope
        internalError 500 internal_error envelope
        """,
      ])
    #expect(plans.map(\.steps) == [[.parameters, .contentType, .readBody, .body, .call], [.parameters, .call], [.call]])
  }

  @Test func listedCodesAreTheContracts() throws {
    let lowered = try checkPaths(
      """
      /a:
        get:
          parameters: [{name: x, in: query, schema: {type: integer}}]
          responses:
            '200': {description: Done.}
            default: {description: Bad., content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
      """,
      components: """
        schemas:
          Error:
            type: object
            required: [code]
            properties: {code: {type: string, enum: [VALIDATION_ERROR, INTERNAL]}, message: {type: string}}
        """)
    #expect(lowered.core.defaultFormat == .problem)
    #expect(
      PlanBuilder.plans(for: lowered.core)[0].failures.map(text(of:)) == [
        "invalidRequest 422 VALIDATION_ERROR envelope", "notImplemented 501 not_implemented problem",
        "timeout 503 unavailable problem", "unavailable 503 unavailable problem", "internalError 500 INTERNAL envelope",
      ])
  }

  @Test(
    "choose the success and where what was made is found",
    arguments: [
      ("post: {responses: {'201': {$ref: '#/components/responses/Thing'}}}", "201 Thing /things/{thingId} field id"),
      ("post: {responses: {'200': {description: D}, '201': {$ref: '#/components/responses/Thing'}}}",
       "201 Thing /things/{thingId} field id"),
      ("post: {responses: {'201': {description: D}}}", "201 -"),
      ("post: {responses: {'202': {description: D}, '4XX': {description: F}}}", "202 -"),
      ("put: {responses: {'200': {$ref: '#/components/responses/Thing'}}}", "200 Thing"),
      ("delete: {responses: {'204': {description: D}}}", "204 -"),
      ("delete: {responses: {'404': {description: D}}}", "204 -"),
      ("get: {responses: {2XX: {$ref: '#/components/responses/Thing'}}}", "200 Thing"),
      ("get: {responses: {default: {$ref: '#/components/responses/Thing'}}}", "200 Thing"),
    ])
  func success(_ operation: String, _ expected: String) throws {
    let lowered = try checkPaths(
      """
      /things:
        \(operation)
      /things/{thingId}:
        get:
          parameters: [{name: thingId, in: path, required: true, schema: {type: integer}}]
          responses: {'200': {$ref: '#/components/responses/Thing'}}
      """,
      components: """
        schemas: {Thing: {type: object, required: [id], properties: {name: {type: string}, id: {type: integer}}}}
        responses: {Thing: {description: A thing., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
        """)
    let success = PlanBuilder.plans(for: lowered.core)[0].success
    let body = success.body.map { CoreText(core: lowered.core).text(of: $0.shape) } ?? "-"
    let location = success.location.map { location in
      " \(location.path.text) " + location.arguments.map { argument in
        switch argument {
        case .field(let name): "field \(name)"
        case .parameter(let index): "parameter \(index)"
        }
      }.joined(separator: " ")
    }
    #expect("\(success.status) \(body)\(location ?? "")" == expected)
  }

  @Test func aNestedLocationKeepsTheParametersOfItsParent() throws {
    let lowered = try checkPaths(
      """
      /a/{x}/b:
        parameters: [{name: x, in: path, required: true, schema: {type: string}}]
        post:
          responses:
            '201':
              description: D
              content: {application/json: {schema: {type: object, required: [key], properties: {key: {type: string}}}}}
      /a/{y}/b/{key}:
        parameters:
          - {name: y, in: path, required: true, schema: {type: string}}
          - {name: key, in: path, required: true, schema: {type: string}}
        get: {responses: {'200': {description: D}}}
      """)
    let location = PlanBuilder.plans(for: lowered.core)[0].success.location
    #expect(location == .init(path: PathTemplate("/a/{y}/b/{key}"), arguments: [.parameter(0), .field("key")]))
  }

  @Test(arguments: [("Thing", "/things/{thingId}"), ("Other", nil)])
  func aThingThatIsMadeBelowAnotherIsReadWhereItStands(answered: String, expected: String?) throws {
    let lowered = try checkPaths(
      """
      /boxes/{box}/things:
        parameters: [{name: box, in: path, required: true, schema: {type: string}}]
        post:
          responses:
            '201': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      /things/{thingId}:
        parameters: [{name: thingId, in: path, required: true, schema: {type: integer}}]
        get:
          responses:
            '200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/\(answered)'}}}}
      """,
      components: """
        schemas:
          Thing: {type: object, required: [id], properties: {id: {type: integer}}}
          Other: {type: object, required: [id], properties: {id: {type: integer}}}
        """)
    let location = PlanBuilder.plans(for: lowered.core)[0].success.location
    #expect(location == expected.map { .init(path: PathTemplate($0), arguments: [.field("id")]) })
  }

  private func text(of failure: OperationPlan.Failure) -> String {
    let format =
      switch failure.format {
      case .problem: "problem"
      case .envelope: "envelope"
      }
    return "\(failure.kind) \(failure.status) \(failure.code) \(format)"
  }
}
