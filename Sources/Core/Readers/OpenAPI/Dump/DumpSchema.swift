internal import SpecDocuments
internal import SpecWriting

extension SpecDump {
  func schema(_ schema: OpenAPI.Schema, into out: inout DumpObject) {
    out.add("name", schema.componentName)
    out.add("boolean", schema.boolean.map { .bool($0) })
    if let reference = schema.reference {
      out.add("reference", .object([.init("target", id(reference.target)), .init("text", .string(reference.text))]))
      // What else stands here counts in 3.1 alone.
      if document.dialect == .v30 { return }
    }
    if schema.boolean != nil { return }
    texts(schema, into: &out)
    out.add("types", schema.types.map { .string($0.rawValue) })
    out.add("nullable", schema.isNullable)
    out.add("format", schema.format)
    out.add("enum", schema.enumeration.map { .array($0.map { $0.json() }) })
    out.add("const", schema.const?.json())
    out.add("default", schema.defaultValue?.json())
    out.add("examples", schema.examples.map { $0.json() })
    number(schema.number, into: &out)
    string(schema.string, into: &out)
    array(schema.array, into: &out)
    object(schema.object, into: &out)
    combination(schema.combination, into: &out)
    out.add("readOnly", schema.isReadOnly)
    out.add("writeOnly", schema.isWriteOnly)
    out.add("deprecated", schema.isDeprecated)
    out.add("xml", schema.xml?.json())
    out.add("definitions", named(schema.definitions))
    extensions(schema, into: &out)
  }

  private func number(_ rules: OpenAPI.NumberRules, into out: inout DumpObject) {
    out.add("minimum", rules.minimum.map(bound))
    out.add("maximum", rules.maximum.map(bound))
    out.add("multipleOf", rules.multipleOf.map { .number($0) })
  }

  private func bound(_ bound: OpenAPI.Bound) -> JSONValue {
    .object([.init("value", .number(bound.value)), .init("exclusive", .bool(bound.isExclusive))])
  }

  private func string(_ rules: OpenAPI.StringRules, into out: inout DumpObject) {
    out.add("minLength", rules.minLength)
    out.add("maxLength", rules.maxLength)
    out.add("pattern", rules.pattern)
    out.add("contentEncoding", rules.contentEncoding)
    out.add("contentMediaType", rules.contentMediaType)
    out.add("contentSchema", rules.contentSchema.map(id))
  }

  private func array(_ rules: OpenAPI.ArrayRules, into out: inout DumpObject) {
    out.add("items", rules.items.map(id))
    out.add("prefixItems", rules.prefixItems.map(id))
    out.add("contains", rules.contains.map(id))
    out.add("minContains", rules.minContains)
    out.add("maxContains", rules.maxContains)
    out.add("minItems", rules.minItems)
    out.add("maxItems", rules.maxItems)
    out.add("uniqueItems", rules.uniqueItems)
    out.add("unevaluatedItems", rules.unevaluatedItems.map(id))
  }

  private func object(_ rules: OpenAPI.ObjectRules, into out: inout DumpObject) {
    out.add("properties", named(rules.properties))
    out.add("required", rules.required.map { .string($0) })
    out.add("additionalProperties", rules.additional.map(additional))
    out.add("patternProperties", named(rules.patternProperties))
    out.add("propertyNames", rules.propertyNames.map(id))
    out.add("minProperties", rules.minProperties)
    out.add("maxProperties", rules.maxProperties)
    out.add("unevaluatedProperties", rules.unevaluated.map(additional))
    out.add(
      "dependentRequired",
      rules.dependentRequired.map { entry in
        .object([.init("property", .string(entry.property)), .init("required", .array(entry.required.map { .string($0) }))])
      })
    out.add("dependentSchemas", named(rules.dependentSchemas))
  }

  /// A boolean, or the id of a schema.
  private func additional(_ additional: OpenAPI.AdditionalProperties) -> JSONValue {
    switch additional {
    case .allowed(let flag): .bool(flag)
    case .schema(let schema): id(schema)
    }
  }

  private func combination(_ combination: OpenAPI.Combination, into out: inout DumpObject) {
    out.add("allOf", combination.allOf.map(id))
    out.add("oneOf", combination.oneOf.map(id))
    out.add("anyOf", combination.anyOf.map(id))
    out.add("not", combination.not.map(id))
    out.add("if", combination.condition.map(id))
    out.add("then", combination.then.map(id))
    out.add("else", combination.otherwise.map(id))
    out.add("discriminator", combination.discriminator.map(discriminator))
  }

  private func discriminator(_ discriminator: OpenAPI.Discriminator) -> JSONValue {
    var out = DumpObject()
    out.add("propertyName", discriminator.propertyName)
    out.add(
      "mapping",
      discriminator.mapping.map { entry in
        .object([.init("value", .string(entry.value)), .init("schema", id(entry.target))])
      })
    return out.value
  }
}
