/// Every finding that SpecForge can report: a stable word, with a page of that name in `docs/diagnostics/`.
///
/// Declared here and nowhere else, by the stage that reports it.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
  // MARK: Source and files
  case sourceMissing = "source-missing"
  case sourceUnreadable = "source-unreadable"
  case sourceEncoding = "source-encoding"

  // MARK: YAML and JSON
  case yamlSyntax = "yaml-syntax"
  case jsonSyntax = "json-syntax"
  case documentEmpty = "document-empty"
  case documentMultiple = "document-multiple"
  case documentDepth = "document-depth"
  case documentSize = "document-size"
  case keyDuplicate = "key-duplicate"
  case keyKind = "key-kind"
  case keyNull = "key-null"
  case aliasUnknown = "alias-unknown"
  case aliasRecursive = "alias-recursive"
  case aliasBudget = "alias-budget"
  case mergeKind = "merge-kind"
  case tagUnknown = "tag-unknown"
  case tagMismatch = "tag-mismatch"

  // MARK: OpenAPI
  case openAPIVersion = "openapi-version"
  case memberMissing = "member-missing"
  case memberKind = "member-kind"
  case valueUnknown = "value-unknown"
  case refSyntax = "ref-syntax"
  case refUnknown = "ref-unknown"
  case refKind = "ref-kind"
  case refCycle = "ref-cycle"
  case refFile = "ref-file"
  case componentName = "component-name"
  case operationIDDuplicate = "operation-id-duplicate"
  case parameterDuplicate = "parameter-duplicate"
  case parameterSchema = "parameter-schema"
  case pathTemplate = "path-template"
  case pathDuplicate = "path-duplicate"
  case pathParameterUndeclared = "path-parameter-undeclared"
  case pathParameterOptional = "path-parameter-optional"
  case responseCode = "response-code"
  case securityUnknown = "security-unknown"
  case serverVariable = "server-variable"
  case schemaEmpty = "schema-empty"
  case textMissing = "text-missing"
  case memberUnknown = "member-unknown"
  case memberDialect = "member-dialect"
  case pathParameterUnused = "path-parameter-unused"
  case responsesEmpty = "responses-empty"
  case mediaTypeName = "media-type-name"
  case styleLocation = "style-location"
  case securityScopeUnknown = "security-scope-unknown"
  case schemaLimits = "schema-limits"
  case valueMismatch = "value-mismatch"
  case listDuplicate = "list-duplicate"
  case defaultUnused = "default-unused"
  case refSiblings = "ref-siblings"
  case featureUnsupported = "feature-unsupported"

  // MARK: SQL

  // MARK: Lowering and binding

  // MARK: Adapters

  // MARK: Configuration and command line
  case configInvalid = "config-invalid"
  case configUnsupported = "config-unsupported"
}

extension DiagnosticCode {
  /// How much a finding of this code matters; the same wherever it is reported.
  public var severity: Severity {
    switch self {
    // MARK: Source and files
    case .sourceMissing, .sourceUnreadable, .sourceEncoding: .error

    // MARK: YAML and JSON
    case .yamlSyntax, .jsonSyntax, .documentEmpty, .documentDepth, .documentSize, .keyDuplicate, .keyKind,
      .aliasUnknown, .aliasRecursive, .aliasBudget, .mergeKind, .tagMismatch: .error
    case .documentMultiple, .keyNull, .tagUnknown: .warning

    // MARK: OpenAPI
    case .openAPIVersion, .memberMissing, .memberKind, .valueUnknown, .refSyntax, .refUnknown, .refKind, .refCycle,
      .refFile, .componentName, .operationIDDuplicate, .parameterDuplicate, .parameterSchema, .pathTemplate,
      .pathDuplicate, .pathParameterUndeclared, .pathParameterOptional, .responseCode, .securityUnknown,
      .serverVariable, .schemaEmpty: .error
    case .textMissing, .memberUnknown, .memberDialect, .pathParameterUnused, .responsesEmpty, .mediaTypeName,
      .styleLocation, .securityScopeUnknown, .schemaLimits, .valueMismatch, .listDuplicate, .defaultUnused: .warning
    case .refSiblings, .featureUnsupported: .note

    // MARK: SQL

    // MARK: Lowering and binding

    // MARK: Adapters

    // MARK: Configuration and command line
    case .configInvalid: .error
    case .configUnsupported: .warning
    }
  }
}
