import Testing

@Suite("Schemas become models")
struct SchemaTests {
  @Test func structureKeepsOrderPresenceAndConstraints() throws {
    try checkSchemas(
      """
      Pet:
        type: object
        required: [id, name]
        properties:
          name: {type: string, minLength: 1, maxLength: 80, pattern: '^\\w+$'}
          id: {type: integer, format: int64}
          age: {type: integer, format: int32, minimum: 0, exclusiveMaximum: 100}
          price: {type: number, multipleOf: 0.01, exclusiveMinimum: 0}
          tags: {type: array, items: {type: string}, maxItems: 5, uniqueItems: true}
          status: {type: string, enum: [available, sold], default: available}
      """,
      """
      struct Pet { name: string(length 1..80 /^[0-9A-Z_a-z]+$/), id: int64, age?: int32(>=0 <=99), \
      price?: double(>0 %0.01), tags?: [string](items ..5 unique), status?: PetStatus = "available" }
      enum PetStatus: string { available, sold }
      """)
  }

  @Test(
    "by their formats",
    arguments: [
      ("{type: string, format: date}", "date"), ("{type: string, format: date-time}", "date-time"),
      ("{type: string, format: time}", "time"), ("{type: string, format: duration}", "duration"),
      ("{type: string, format: uuid}", "uuid"), ("{type: string, format: uri}", "uri"), ("{type: string, format: url}", "uri"),
      ("{type: string, format: byte}", "bytes"), ("{type: string, contentEncoding: base64}", "bytes"),
      ("{type: string, format: binary}", "file"), ("{type: string, format: password}", "string"),
      ("{type: string, format: email}", "string(email)"), ("{type: string, format: ipv4}", "string(ipv4)"),
      ("{type: string, format: decimal}", "decimal"), ("{type: number, format: decimal}", "double"),
      ("{type: number}", "double"), ("{type: number, format: float}", "float"), ("{type: integer}", "int64"),
      ("{type: integer, format: int32}", "int32"), ("{type: integer, format: uint8}", "int32(>=0 <=255)"),
      ("{type: integer, format: uint32}", "int64(>=0 <=4294967295)"), ("{type: integer, minimum: 0.5}", "int64(>=1)"),
      ("{type: integer, format: int32, maximum: 9999999999}", "int32"), ("{type: integer, multipleOf: 0.5}", "int64"),
      ("{type: boolean}", "bool"), ("{type: boolean, enum: [true, false]}", "bool"), ("{}", "json"), ("true", "json"),
      ("{format: uuid}", "uuid"), ("{pattern: a}", "string(/a/)"), ("{minimum: 3}", "double(>=3)"),
      ("{type: object}", "{json}"), ("{type: object, additionalProperties: {type: integer}}", "{int64}"),
      ("{type: object, additionalProperties: true, maxProperties: 3}", "{json}(members ..3)"),
      ("{type: array}", "[json]"), ("{type: array, items: {type: array, items: {type: string}}}", "[[string]]"),
      ("{type: [string, 'null']}", "string|null"), ("{type: [integer, number]}", "double"),
      ("{anyOf: [{type: string}, {type: 'null'}]}", "string|null"), ("{oneOf: [{type: 'null'}, {type: integer}]}", "int64|null"),
      ("{allOf: [{type: string, maxLength: 9}, {minLength: 2}]}", "string(length 2..9)"),
    ])
  func scalars(_ schema: String, _ type: String) throws {
    try checkSchemas("S: {type: object, properties: {x: \(schema)}}", "struct S { x?: \(type) }")
  }

  @Test func nullableOfVersion30() throws {
    try checkSchemas(
      """
      A: {type: object, nullable: true, properties: {s: {type: string, nullable: true}}}
      B:
        type: object
        properties:
          a: {$ref: '#/components/schemas/A'}
          c: {nullable: true, allOf: [{$ref: '#/components/schemas/C'}]}
          e: {type: string, nullable: true, enum: [x, null]}
      C: {type: object, properties: {i: {type: integer}}}
      """,
      """
      struct A { s?: string|null }
      struct B { a?: A|null, c?: C|null, e?: BE|null }
      struct C { i?: int64 }
      enum BE: string { x }
      """, version: "3.0.3")
  }

  @Test func enumerationsAndConstants() throws {
    try checkSchemas(
      """
      Named: {type: integer, enum: [1, 2], x-enum-varnames: [low, high]}
      Other: {type: string, enum: [a, b], x-enumNames: [First, Second]}
      One: {const: fixed}
      Numbers: {enum: [1, 2.5]}
      Mixed: {enum: [a, 1, null]}
      """,
      """
      enum Named: int64 { low=1, high=2 }
      enum Other: string { First="a", Second="b" }
      enum One: string { fixed }
      enum Numbers: double { 1, 2.5 }
      union Mixed first of { Text: MixedText | Number: MixedNumber }
      enum MixedText: string { a }
      enum MixedNumber: int64 { 1 }
      """)
  }

  @Test func valuesOfAnotherTypeAreReported() throws {
    try checkSchemas(
      """
      V:
        type: string
        enum: [a, 1]
      W:
        type: integer
        enum: [1, x]
      """,
      """
      enum V: string { a, 1 }
      enum W: int64 { 1 }
      """, findings: ["3:enum-value-type", "6:enum-value-type"])
  }

  @Test func additionalMembers() throws {
    try checkSchemas(
      """
      Open: {type: object, properties: {a: {type: string}}, additionalProperties: true}
      Closed: {type: object, properties: {a: {type: string}}, additionalProperties: false}
      Typed: {type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}
      Empty: {type: object, additionalProperties: false}
      Map: {type: object, additionalProperties: {$ref: '#/components/schemas/Map'}}
      """,
      """
      struct Open { a?: string } + json
      struct Closed { a?: string } closed
      struct Typed { a?: string } + int64
      struct Empty {  } closed
      alias Map = {Map}
      """)
  }

  @Test func recursionStaysByName() throws {
    try checkSchemas(
      """
      Node:
        type: object
        properties:
          children: {type: array, items: {$ref: '#/components/schemas/Node'}}
          other: {$ref: '#/components/schemas/Other'}
      Other: {type: object, properties: {node: {$ref: '#/components/schemas/Node'}}}
      List: {type: array, items: {$ref: '#/components/schemas/List'}}
      """,
      """
      struct Node { children?: [Node], other?: Other }
      struct Other { node?: Node }
      alias List = [List]
      """)
  }

  @Test func inlineModelsAreNamedFromTheirPlace() throws {
    try checkSchemas(
      """
      Order:
        type: object
        properties:
          items: {type: array, items: {type: object, properties: {sku: {type: string}}}}
          notes: {type: object, additionalProperties: {type: object, properties: {at: {type: string}}}}
          items_item: {type: object, properties: {x: {type: string}}}
      """,
      """
      struct Order { items?: [OrderItemsItem], notes?: {OrderNotesValue}, items_item?: OrderItemsItem2 }
      struct OrderItemsItem { sku?: string }
      struct OrderNotesValue { at?: string }
      struct OrderItemsItem2 { x?: string }
      """)
  }

  @Test func severalTypesAreAUnion() throws {
    try checkSchemas(
      """
      V: {type: [string, integer, array, object, 'null'], items: {type: string}, properties: {a: {type: string}}}
      H: {type: object, properties: {v: {$ref: '#/components/schemas/V'}}}
      """,
      """
      union V first of { Text: string | Integer: int64 | List: [string] | Object: VObject }
      struct H { v?: V|null }
      struct VObject { a?: string }
      """)
  }

  @Test func defaultsThatDoNotFitAreDropped() throws {
    try checkSchemas(
      """
      S:
        type: object
        properties:
          a: {type: integer, default: x}
          b: {type: string, enum: [p, q], default: r}
          c: {type: string, format: date, default: '2024-02-30'}
          d: {type: array, items: {type: integer}, default: [1, 2]}
          e: {type: [string, 'null'], default: null}
          f: {type: integer, maximum: 5, default: 6}
          g: {type: string, format: date, default: '0000-01-01'}
      """,
      """
      struct S { a?: int64, b?: SB, c?: date, d?: [int64] = [1,2], e?: string|null = null, f?: int64(<=5), g?: date }
      enum SB: string { p, q }
      """, findings: ["4:default-dropped", "5:default-dropped", "6:default-dropped", "9:default-dropped", "10:default-dropped"])
  }

  @Test func whatIsNotCheckedIsTold() throws {
    try checkSchemas(
      """
      S:
        type: object
        required: [missing]
        properties:
          a: {type: string, format: iban}
          b: {type: string, pattern: '(?=x)'}
          c: {type: string, format: uuid, maxLength: 36}
          d: {type: integer, multipleOf: 1.5}
          e: {type: string, format: iban}
          f: {type: string, format: decimal, pattern: '^[0-9]$', maxLength: 1}
      """, "struct S { a?: string, b?: string, c?: uuid, d?: int64, e?: string, f?: decimal(/^[0-9]$/), missing: json }",
      findings: [
        "2:required-undeclared", "5:format-unknown", "6:pattern-dropped", "7:constraint-dropped", "8:constraint-dropped",
        "10:constraint-dropped",
      ])
  }
}
