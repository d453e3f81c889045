import SpecIR
import Testing

@Suite("Operations")
struct OperationTests {
  @Test func parametersBodiesAndResponses() throws {
    let lowered = try checkPaths(
      """
      /users/{id}/orders:
        parameters:
          - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
          - {name: limit, in: query, schema: {type: integer, maximum: 100}}
        get:
          operationId: list-orders
          tags: [Orders]
          parameters:
            - {name: limit, in: query, schema: {type: integer, default: 20}}
            - {name: state, in: query, explode: false, schema: {type: array, items: {type: string, enum: [open, done]}}}
            - {name: filter, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}}
            - {name: X-Trace, in: header, schema: {type: string}}
            - {name: q, in: query, content: {application/json: {schema: {type: object, properties: {x: {type: integer}}}}}}
          responses:
            '200':
              description: Orders.
              headers: {X-Total: {required: true, schema: {type: integer}}}
              content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}
            4XX: {description: Failed., content: {text/plain: {schema: {type: string}}}}
            default: {description: Other.}
        post:
          requestBody:
            required: true
            content:
              application/json; charset=utf-8: {schema: {type: object, required: [sku], properties: {sku: {type: string}}}}
              multipart/form-data: {schema: {type: object, properties: {photo: {type: string, format: binary}}}}
          responses:
            '201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      """, components: "schemas:\n  Order: {type: object, properties: {id: {type: integer}}}")
    #expect(
      lowered.operations == """
        GET /users/{id}/orders list-orders @Orders
          path id: uuid simple
          query limit?: int64 = 20 form*
          query state?: [ListOrdersStateItem] form
          query filter?: ListOrdersFilter deepObject
          header X-Trace?: string simple
          query q?: ListOrdersQ json
          query = ListOrdersQuery
          200 json [Order] X-Total: int64
          4XX text string
          default
        POST /users/{id}/orders postUsersByIdOrders @users
          path id: uuid simple
          query limit?: int64(<=100) form*
          query = PostUsersByIdOrdersQuery
          body json PostUsersByIdOrdersRequest | multipart PostUsersByIdOrdersRequest2
          201 json Order
        """)
    #expect(lowered.models.contains("struct ListOrdersQuery { limit?: int64 = 20, state?: [ListOrdersStateItem], filter?: "))
    #expect(lowered.findings == [])
  }

  @Test func formsThatCannotBeReadAreLeftOutBesideOthers() throws {
    let lowered = try checkPaths(
      """
      /a:
        post:
          requestBody:
            content:
              application/xml: {schema: {$ref: '#/components/schemas/A'}}
              application/json: {schema: {$ref: '#/components/schemas/A'}}
          responses:
            '200': {description: D., content: {application/xml: {schema: {$ref: '#/components/schemas/A'}}}}
            '201': {description: D., content: {'*/*': {schema: {$ref: '#/components/schemas/A'}}}}
            '202': {description: D., content: {application/json: {}, image/*: {schema: {type: string, format: binary}}}}
      """, components: "schemas: {A: {type: object, properties: {x: {type: string}}}}")
    #expect(
      lowered.operations == """
        POST /a postA @a
          body? json A
          200 binary file
          201 json A
          202 json json | binary file
        """)
    #expect(lowered.findings == ["9:content-unread", "12:content-unread"])
    #expect(lowered.core.operations[0].responses[1].contents.map(\.mediaType) == ["application/json"])
    #expect(lowered.core.contract.hasPrefix("{\n  \"openapi\""))
  }

  @Test func filesInsideJSONAreBytes() throws {
    let lowered = try checkPaths(
      """
      /a:
        post:
          requestBody:
            content:
              multipart/form-data: {schema: {type: object, properties: {photo: {type: string, format: binary}}}}
          responses:
            '200': {description: D., content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
            '201': {description: D., content: {application/json: {schema: {type: array, items: {type: string, format: binary}}}}}
      """, components: "schemas: {A: {type: object, properties: {x: {type: string, format: binary}}}}")
    #expect(
      lowered.models == """
        struct A { x?: bytes }
        struct PostARequest { photo?: file }
        """)
    #expect(lowered.operations.hasSuffix("  200 json A\n  201 json [bytes]"))
  }

  @Test func groupsAndNames() throws {
    let lowered = try checkPaths(
      """
      /api/v2/things/{id}:
        parameters: [{name: id, in: path, required: true, schema: {type: string}}]
        get: {responses: {}}
        delete: {operationId: x, responses: {}}
      /api/v1.0: {get: {tags: [''], responses: {}}}
      /reports/{year}.{format}:
        parameters: [{name: year, in: path, required: true, schema: {}}, {name: format, in: path, required: true, schema: {}}]
        get: {responses: {}}
      /{id}: {parameters: [{name: id, in: path, required: true, schema: {type: integer}}], get: {responses: {}}}
      """)
    #expect(
      lowered.core.operations.map { "\($0.name) @\($0.group)" } == [
        "getApiV2ThingsById @things", "x @things", "getApiV10 @service", "getReportsByYearByFormat @reports", "getById @service",
      ])
    #expect(lowered.core.operations[3].path.segments.last?.pieces.count == 3)
  }

  @Test func security() throws {
    let lowered = try checkPaths(
      """
      /a: {get: {responses: {}}}
      /b: {get: {security: [], responses: {}}}
      /c: {get: {security: [{key: []}, {}], responses: {}}}
      /d: {get: {security: [{key: [], auth: [read, write]}], responses: {}}}
      """,
      components: """
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
          auth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://x.example/t', scopes: {read: r, write: w}}}}
        """, security: "security: [{key: []}]")
    #expect(lowered.core.securitySchemes.map(\.kind) == [.apiKey(.header, name: "X-Key"), .oauth2])
    #expect(
      lowered.operations == """
        GET /a getA @a
          needs key
        GET /b getB @b
        GET /c getC @c
        GET /d getD @d
          needs key and auth(read write)
        """)
    let reasons = lowered.core.operations.map { operation -> Implementation.Unbound.Reason? in
      if case .unbound(let unbound) = operation.implementation { unbound.reason } else { nil }
    }
    #expect(reasons == [.closed, .noTable, .noTable, .closed])
  }

  @Test func readOnlyAndWriteOnlyMembersSplitAModel() throws {
    let lowered = try checkPaths(
      """
      /users:
        post:
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
          responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}
        put:
          requestBody: {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Team'}}}}}
          responses: {'200': {description: Teams., content: {application/json: {schema: {$ref: '#/components/schemas/Team'}}}}}
        patch:
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/OnlyIn'}}}}
          responses: {'204': {description: Done.}}
      """,
      components: """
        schemas:
          User:
            type: object
            required: [id, name, password]
            properties:
              id: {type: integer, readOnly: true}
              name: {type: string}
              password: {type: string, writeOnly: true}
          Team:
            type: object
            properties:
              members: {type: array, items: {$ref: '#/components/schemas/User'}}
              tag: {$ref: '#/components/schemas/Tag'}
          Tag: {type: object, properties: {t: {type: string}}}
          OnlyIn: {type: object, properties: {id: {type: integer, readOnly: true}, user: {$ref: '#/components/schemas/User'}}}
        """)
    #expect(
      lowered.models == """
        struct User { id: int64, name: string }
        struct Team { members?: [User], tag?: Tag }
        struct Tag { t?: string }
        struct OnlyIn { user?: UserInput }
        struct UserInput { name: string, password: string }
        struct TeamInput { members?: [UserInput], tag?: Tag }
        """)
    #expect(lowered.core.models.map(\.usage) == [.response, .response, [.request, .response], .request, .request, .request])
    #expect(lowered.operations.contains("body? json [TeamInput]"))
  }

  @Test func `parameters that are no texts are read as bodies are`() throws {
    let lowered = try checkPaths(
      """
      /x:
        get:
          parameters:
            - {name: color, in: query, schema: {$ref: '#/components/schemas/Color'}}
            - {name: sizes, in: query, schema: {type: array, items: {$ref: '#/components/schemas/Size'}}}
            - {name: kinds, in: query, style: deepObject, schema: {type: array, items: {$ref: '#/components/schemas/Kind'}}}
            - {name: slice, in: query, schema: {$ref: '#/components/schemas/Slice'}}
          responses: {'204': {description: Done.}}
      """,
      components: """
        schemas:
          Color: {type: string, enum: [red]}
          Size: {type: string, enum: [small]}
          Kind: {type: string, enum: [odd]}
          Slice: {type: object, properties: {side: {$ref: '#/components/schemas/Side'}}}
          Side: {type: string, enum: [left]}
        """)
    #expect(lowered.core.models.prefix(5).map(\.usage) == [.query, .query, .request, .request, .request])
  }
}
