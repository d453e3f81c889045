/// The keywords of schemas: OpenAPI 3.0.4 §4.7.24; for 3.1, JSON Schema 2020-12 with OpenAPI 3.1.1 §4.8.24.
extension ObjectShape {
  static let schema = ObjectShape(
    "a schema",
    [
      Rule(.any, "$ref", "type"),
      Rule(.text, "title", "description", "format", "pattern"),
      Rule(.any, "default", "example"),
      Rule(.list, "enum"),
      Rule(.any, "const", only: .v31),
      Rule(.list, "examples", only: .v31),
      Rule(.bool, "nullable", only: .v30),
      Rule(.number, "multipleOf", "maximum", "minimum"),
      Rule(.any, "exclusiveMaximum", "exclusiveMinimum"),
      Rule(.count, "maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"),
      Rule(.bool, "uniqueItems", "readOnly", "writeOnly", "deprecated"),
      Rule(.list, "required"),
      Rule(.object, "properties"),
      Rule(.any, "additionalProperties", "items"),
      Rule(.list, "allOf", "oneOf", "anyOf"),
      Rule(.any, "not", feature: .not),
      Rule(.object, "discriminator", "externalDocs"),
      Rule(.object, "xml", feature: .xml),

      Rule(.object, "patternProperties", only: .v31, feature: .patternProperties),
      Rule(.any, "propertyNames", only: .v31, feature: .propertyNames),
      Rule(.any, "unevaluatedProperties", only: .v31, feature: .unevaluatedProperties),
      Rule(.any, "unevaluatedItems", only: .v31, feature: .unevaluatedItems),
      Rule(.list, "prefixItems", only: .v31, feature: .prefixItems),
      Rule(.any, "contains", only: .v31, feature: .contains),
      Rule(.count, "minContains", "maxContains", only: .v31),
      Rule(.any, "if", only: .v31, feature: .conditions),
      Rule(.any, "then", "else", only: .v31),
      Rule(.object, "dependentRequired", only: .v31, feature: .dependentRequired),
      Rule(.object, "dependentSchemas", only: .v31, feature: .dependentSchemas),
      Rule(.any, "dependencies", only: .v31, feature: .dependentSchemas),
      Rule(.text, "contentEncoding", "contentMediaType", only: .v31),
      Rule(.any, "contentSchema", only: .v31, feature: .contentSchema),
      Rule(.object, "$defs", "definitions", only: .v31),
      Rule(.text, "$id", "$anchor", "$comment", only: .v31),
      Rule(.text, "$schema", only: .v31, feature: .schemaDialect),
      Rule(.object, "$vocabulary", only: .v31, feature: .schemaDialect),
      Rule(.text, "$dynamicRef", "$dynamicAnchor", only: .v31, feature: .dynamicReferences),
    ])

  static let discriminator = ObjectShape(
    "a discriminator", [Rule(.text, "propertyName", need: .required), Rule(.object, "mapping")])

  static let xml = ObjectShape(
    "an XML object", [Rule(.text, "name", "namespace", "prefix"), Rule(.bool, "attribute", "wrapped")])
}
