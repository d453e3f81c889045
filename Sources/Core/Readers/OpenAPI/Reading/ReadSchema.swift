internal import SpecDiagnostics
internal import SpecDocuments

extension OpenAPI.Schema: Readable {
  static let kind = OpenAPI.ReferenceKind.schemas
  static var arena: WritableKeyPath<OpenAPIDocument, OpenAPI.Arena<Self>> { \.schemas }

  /// Reads all keywords of both versions: one of the other version is reported and read as it is meant there.
  mutating func read(by reader: inout Reader) {
    if let boolean = node.bool {
      self.boolean = boolean
      return
    }
    if node["$ref"] != nil {
      reference = reader.schemaReference(node)
      // In 3.0, nothing else counts beside a reference.
      if reader.isReference(node, for: .schemas) { return }
    }
    reader.check(node, as: .schema)
    readKind(&reader)
    readRules(&reader)
    readArray(&reader)
    readObject(&reader)
    readCombination(&reader)
  }

  private mutating func readKind(_ reader: inout Reader) {
    types = reader.schemaTypes(node)
    isNullable = reader.bool(node, "nullable")
    format = reader.text(node, "format")
    if let list = node["enum"], list.kind == .sequence { enumeration = Array(list.items) }
    defaultValue = node["default"]
    if let example = node["example"] { examples.append(example) }
    if let list = node["examples"], list.kind == .sequence { examples += list.items }
    const = node["const"]
    isReadOnly = reader.bool(node, "readOnly")
    isWriteOnly = reader.bool(node, "writeOnly")
    isDeprecated = reader.bool(node, "deprecated")
  }

  private mutating func readRules(_ reader: inout Reader) {
    number.minimum = reader.bound(node, "minimum", "exclusiveMinimum") { $0 > $1 }
    number.maximum = reader.bound(node, "maximum", "exclusiveMaximum") { $0 < $1 }
    number.multipleOf = reader.multipleOf(node)
    string.minLength = reader.count(node, "minLength")
    string.maxLength = reader.count(node, "maxLength")
    string.pattern = reader.text(node, "pattern")
    string.contentEncoding = reader.text(node, "contentEncoding")
    string.contentMediaType = reader.text(node, "contentMediaType")
    string.contentSchema = reader.schema(node, "contentSchema", place)
  }

  private mutating func readArray(_ reader: inout Reader) {
    array.items = reader.items(node, place)
    array.minItems = reader.count(node, "minItems")
    array.maxItems = reader.count(node, "maxItems")
    array.uniqueItems = reader.bool(node, "uniqueItems")
    array.prefixItems = reader.schemas(node, "prefixItems", place)
    array.contains = reader.schema(node, "contains", place)
    array.minContains = reader.count(node, "minContains")
    array.maxContains = reader.count(node, "maxContains")
    array.unevaluatedItems = reader.schema(node, "unevaluatedItems", place)
  }

  private mutating func readObject(_ reader: inout Reader) {
    object.properties = reader.named(reader.object(node, "properties"), place.appending("properties"))
    object.required = reader.distinctStrings(node["required"], "required")
    object.additional = reader.additional(node, "additionalProperties", place)
    object.minProperties = reader.count(node, "minProperties")
    object.maxProperties = reader.count(node, "maxProperties")
    object.patternProperties = reader.named(reader.object(node, "patternProperties"), place.appending("patternProperties"))
    object.propertyNames = reader.schema(node, "propertyNames", place)
    object.unevaluated = reader.additional(node, "unevaluatedProperties", place)
    object.dependentRequired = reader.dependentRequired(node)
    object.dependentSchemas = reader.named(reader.object(node, "dependentSchemas"), place.appending("dependentSchemas"))
    for keyword in ["$defs", "definitions"] {
      definitions += reader.named(reader.object(node, keyword), place.appending(keyword))
    }
  }

  private mutating func readCombination(_ reader: inout Reader) {
    combination.allOf = reader.schemas(node, "allOf", place)
    combination.oneOf = reader.schemas(node, "oneOf", place)
    combination.anyOf = reader.schemas(node, "anyOf", place)
    combination.not = reader.schema(node, "not", place)
    combination.discriminator = reader.discriminator(node)
    reader.checkExternalDocs(of: node)
    if let xml = reader.object(node, "xml") { reader.check(xml, as: .xml) }
    combination.condition = reader.schema(node, "if", place)
    combination.then = reader.schema(node, "then", place)
    combination.otherwise = reader.schema(node, "else", place)
  }
}
