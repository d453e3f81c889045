/// What is read and kept in the model, and from which nothing is generated yet.
///
/// Each use gives a note of the code `feature-unsupported`, up to a bound; `docs/unsupported.md` says of each what follows from
/// it.
package enum UnsupportedFeature: String, Hashable, Sendable, CaseIterable {
  case callbacks
  case links
  case webhooks
  case xml
  case not
  case conditions = "if, then, else"
  case contains
  case prefixItems
  case unevaluatedItems
  case unevaluatedProperties
  case patternProperties
  case propertyNames
  case dependentRequired
  case dependentSchemas
  case contentSchema
  case dynamicReferences = "$dynamicRef"
  case schemaDialect = "schema dialects"
  case externalExamples = "externalValue"
  case encodingHeaders = "headers of an encoding"
  case localServers = "servers of a path or operation"
  case referenceTexts = "texts beside a reference"
  case ignoredHeaders = "header parameters with a meaning of their own"

  /// What the generated backend does about it, as a sentence.
  package var consequence: String {
    switch self {
    case .callbacks, .webhooks: "The backend does not make these requests."
    case .links: "Responses do not tell of other operations."
    case .xml: "Bodies are read and written as JSON only."
    case .not, .conditions, .contains, .unevaluatedItems, .propertyNames, .dependentRequired, .dependentSchemas, .contentSchema:
      "Values are accepted without this check."
    case .unevaluatedProperties: "It is read like `additionalProperties`."
    case .patternProperties: "Names are not held against the patterns."
    case .prefixItems: "Items are read by what is said of all of them."
    case .dynamicReferences: "The value is not checked against the schema that this would find."
    case .schemaDialect: "Schemas are read as OpenAPI's own dialect."
    case .externalExamples: "The example is not read."
    case .encodingHeaders: "The parts of a body carry no such headers."
    case .localServers: "The backend serves all paths at one base."
    case .referenceTexts: "The texts of the target are used."
    case .ignoredHeaders: "OpenAPI ignores parameters named Accept, Content-Type and Authorization: they are said elsewhere."
    }
  }
}
