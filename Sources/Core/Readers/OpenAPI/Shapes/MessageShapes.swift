/// The objects of OpenAPI 3.0.4 §4.7 and 3.1.1 §4.8 that describe requests, responses and who may make them.
extension ObjectShape {
  /// The members that parameters and headers share.
  private static let value: [Rule] = [
    Rule(.text, "description"),
    Rule(.bool, "required", "deprecated"),
    Rule(.bool, "allowEmptyValue"),
    Rule(.text, "style"),
    Rule(.bool, "explode", "allowReserved"),
    Rule(.any, "schema"),
    Rule(.object, "content"),
    Rule(.any, "example"),
    Rule(.object, "examples"),
  ]

  static let parameter = ObjectShape(
    "a parameter", [Rule(.text, "name", "in", need: .required)] + value)

  static let header = ObjectShape("a header", value)

  static let requestBody = ObjectShape(
    "a request body", [Rule(.text, "description"), Rule(.object, "content", need: .required), Rule(.bool, "required")])

  static let mediaType = ObjectShape(
    "a media type object", [Rule(.any, "schema", "example"), Rule(.object, "examples", "encoding")])

  static let encoding = ObjectShape(
    "an encoding",
    [
      Rule(.text, "contentType", "style"),
      Rule(.object, "headers", feature: .encodingHeaders),
      Rule(.bool, "explode", "allowReserved"),
    ])

  static let response = ObjectShape(
    "a response",
    [
      Rule(.text, "description", need: .text),
      Rule(.object, "headers", "content"),
      Rule(.object, "links", feature: .links),
    ])

  static let example = ObjectShape(
    "an example",
    [Rule(.text, "summary", "description"), Rule(.any, "value"), Rule(.text, "externalValue", feature: .externalExamples)])

  static let link = ObjectShape(
    "a link",
    [
      Rule(.text, "operationRef", "operationId", "description"),
      Rule(.object, "parameters", "server"),
      Rule(.any, "requestBody"),
    ])

  static let securityScheme = ObjectShape(
    "a security scheme",
    [
      Rule(.text, "type", need: .required),
      Rule(.text, "description", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl"),
      Rule(.object, "flows"),
    ])

  static let oauthFlows = ObjectShape(
    "the flows object", [Rule(.object, "implicit", "password", "clientCredentials", "authorizationCode")])

  static let oauthFlow = ObjectShape(
    "a flow", [Rule(.text, "authorizationUrl", "tokenUrl", "refreshUrl"), Rule(.object, "scopes", need: .required)])

  static let reference = ObjectShape(
    "a reference", [Rule(.any, "$ref"), Rule(.text, "summary", "description", only: .v31, feature: .referenceTexts)])
}
