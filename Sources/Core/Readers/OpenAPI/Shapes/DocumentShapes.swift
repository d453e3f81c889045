/// The objects of OpenAPI 3.0.4 §4.7 and 3.1.1 §4.8 that describe the whole and its paths.
extension ObjectShape {
  static let document = ObjectShape(
    "the document",
    [
      Rule(.text, "openapi", need: .required),
      Rule(.object, "info", need: .required),
      Rule(.text, "jsonSchemaDialect", only: .v31, feature: .schemaDialect),
      Rule(.list, "servers", "security", "tags"),
      Rule(.object, "paths", "components", "externalDocs"),
      Rule(.object, "webhooks", only: .v31, feature: .webhooks),
    ])

  static let info = ObjectShape(
    "the info object",
    [
      Rule(.text, "title", "version", need: .text),
      Rule(.text, "summary", only: .v31),
      Rule(.text, "description", "termsOfService"),
      Rule(.object, "contact", "license"),
    ])

  static let contact = ObjectShape("the contact object", [Rule(.text, "name", "url", "email")])

  static let license = ObjectShape(
    "the license object",
    [
      Rule(.text, "name", need: .text),
      Rule(.text, "url"),
      Rule(.text, "identifier", only: .v31),
    ])

  static let tag = ObjectShape(
    "a tag", [Rule(.text, "name", need: .required), Rule(.text, "description"), Rule(.object, "externalDocs")])

  static let externalDocs = ObjectShape(
    "an external documentation object", [Rule(.text, "url", need: .text), Rule(.text, "description")])

  static let server = ObjectShape(
    "a server", [Rule(.text, "url", need: .required), Rule(.text, "description"), Rule(.object, "variables")])

  static let serverVariable = ObjectShape(
    "a server variable",
    [Rule(.text, "default", need: .required), Rule(.list, "enum"), Rule(.text, "description")])

  static let components = ObjectShape(
    "the components object",
    [
      Rule(
        .object, "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
        "callbacks"),
      Rule(.object, "pathItems", only: .v31),
    ])

  static let pathItem = ObjectShape(
    "a path item",
    [
      Rule(.any, "$ref"),
      Rule(.text, "summary", "description"),
      Rule(.object, "get", "put", "post", "delete", "options", "head", "patch", "trace"),
      Rule(.list, "servers", feature: .localServers),
      Rule(.list, "parameters"),
    ])

  static let operation = ObjectShape(
    "an operation",
    [
      Rule(.list, "tags"),
      Rule(.text, "summary", "description", "operationId"),
      Rule(.object, "externalDocs"),
      Rule(.list, "parameters", "security"),
      Rule(.object, "requestBody", "responses"),
      Rule(.object, "callbacks", feature: .callbacks),
      Rule(.bool, "deprecated"),
      Rule(.list, "servers", feature: .localServers),
    ])
}
