import Testing

@Suite("Findings about schemas")
struct SchemaFindingsTests {
  @Test("keywords that are misspelt are reported")
  func keywords() {
    check(schema: "1️⃣requried: [a]", ["1️⃣": "member-unknown: Did you mean “required”?"])
    check(schema: "1️⃣propertys: {}", ["1️⃣": "member-unknown: Did you mean “properties”?"])
    check(schema: "1️⃣maxlength: 3", ["1️⃣": "member-unknown: Did you mean “maxLength”?"])
    check(schema: "{x-own: 1, x-specforge: {table: t}}")
  }

  @Test("types are those of JSON Schema")
  func types() {
    check(schema: "type: 1️⃣int", ["1️⃣": "value-unknown: Did you mean “integer”?"])
    check(schema: "type: 1️⃣datetime", ["1️⃣": "value-unknown: Did you mean “string” with `format: date-time`?"])
    check(schema: "type: 1️⃣zebra", ["1️⃣": "value-unknown: It is one of"])
    check(schema: "type: [string, 1️⃣nul]", ["1️⃣": "value-unknown: “null”"])
    check(schema: "type: 1️⃣{}", ["1️⃣": "member-kind"])
    check(schema: "type: [string, 'null']")
  }

  @Test("keywords have values of their form")
  func forms() {
    check(schema: "maxLength: 1️⃣-1", ["1️⃣": "member-kind: and this is -1"])
    check(schema: "minItems: 1️⃣1.5", ["1️⃣": "member-kind: and this is 1.5"])
    check(schema: "minItems: 2.0")
    check(schema: "uniqueItems: 1️⃣1", ["1️⃣": "member-kind"])
    check(schema: "properties: 1️⃣[]", ["1️⃣": "member-kind"])
    check(schema: "properties: {a: 1️⃣string}", ["1️⃣": "member-kind: a schema is expected"])
    check(schema: "properties: {a: 1️⃣true}", ["1️⃣": "member-kind: since OpenAPI 3.1"], version: "3.0.3")
    check(schema: "properties: {a: true, b: false}")
    check(schema: "items: 1️⃣[{}]", ["1️⃣": "member-kind: prefixItems"])
    check(schema: "allOf: 1️⃣[]", ["1️⃣": "schema-empty"])
    check(schema: "enum: 1️⃣[]", ["1️⃣": "schema-empty"])
    check(schema: "required: [a, 1️⃣a]", ["1️⃣": "list-duplicate"])
    check(schema: "required: [1️⃣{}]", ["1️⃣": "member-kind"])
    check(schema: "discriminator: {1️⃣mapping: {}}", ["1️⃣": "member-missing: “propertyName”"])
    check(schema: "discriminator: {propertyName: p, mapping: {a: S, b: 1️⃣T}}", ["1️⃣": "ref-unknown: Did you mean “S”?"])
  }

  @Test("limits that nothing can keep are reported")
  func limits() {
    check(schema: "{minLength: 1️⃣3, maxLength: 2}", ["1️⃣": "schema-limits: “minLength” is greater than “maxLength”"])
    check(schema: "{minItems: 1️⃣3, maxItems: 2}", ["1️⃣": "schema-limits"])
    check(schema: "{minimum: 1️⃣2, maximum: 1}", ["1️⃣": "schema-limits: no number is between 2 and 1"])
    check(schema: "{minimum: 1️⃣2, exclusiveMaximum: 2}", ["1️⃣": "schema-limits"])
    check(schema: "{minimum: 2, maximum: 2}")
    check(schema: "multipleOf: 1️⃣0", ["1️⃣": "schema-limits"])
    check(schema: "{readOnly: true, writeOnly: 1️⃣true}", ["1️⃣": "schema-limits"])
  }

  @Test("defaults and enumerations fit the type")
  func values() {
    check(schema: "{type: integer, default: 1️⃣x}", ["1️⃣": "value-mismatch: the default is a string, and the type is integer"])
    check(schema: "{type: string, default: 1️⃣5}", ["1️⃣": "value-mismatch: Put it in quotes."])
    check(schema: "{type: string, enum: [a, 1️⃣true]}", ["1️⃣": "value-mismatch"])
    check(schema: "{type: string, enum: [a, 1️⃣a]}", ["1️⃣": "list-duplicate"])
    check(schema: "{type: string, enum: [a], default: 1️⃣b}", ["1️⃣": "value-mismatch: none of the values of “enum”"])
    check(schema: "{type: string, enum: [a], default: a}")
    check(schema: "{type: [string, 'null'], enum: [a, null], default: null}")
    check(schema: "{type: string, nullable: true, enum: [a, null]}", version: "3.0.3")
    check(schema: "{type: integer, default: 1.0}")
    check(schema: "{type: number, default: 1}")
  }
}
