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
  case sqlSyntax = "sql-syntax"
  case sqlStatementUnsupported = "sql-statement-unsupported"
  case sqlStatementSkipped = "sql-statement-skipped"
  case sqlExpressionOpaque = "sql-expression-opaque"
  case sqlTableUnknown = "sql-table-unknown"
  case sqlColumnUnknown = "sql-column-unknown"
  case sqlTypeUnknown = "sql-type-unknown"
  case sqlConstraintUnknown = "sql-constraint-unknown"
  case sqlIndexUnknown = "sql-index-unknown"
  case sqlEnumValueUnknown = "sql-enum-value-unknown"
  case sqlNameTaken = "sql-name-taken"
  case sqlReferenceMismatch = "sql-reference-mismatch"
  case sqlKeyMismatch = "sql-key-mismatch"
  case sqlTableInUse = "sql-table-in-use"
  case sqlRowMismatch = "sql-row-mismatch"
  case sqlFileName = "sql-file-name"
  case sqlVersionTaken = "sql-version-taken"
  case sqlNamingMixed = "sql-naming-mixed"
  case sqlDialectAssumed = "sql-dialect-assumed"
  case sqlDialectMixed = "sql-dialect-mixed"
  case sqlUntranslatable = "sql-untranslatable"
  case sqlTranslationLossy = "sql-translation-lossy"

  // MARK: Lowering and binding
  case schemaConflict = "schema-conflict"
  case schemaDepth = "schema-depth"
  case schemaRecursive = "schema-recursive"
  case requiredUndeclared = "required-undeclared"
  case enumValueType = "enum-value-type"
  case formatUnknown = "format-unknown"
  case patternDropped = "pattern-dropped"
  case constraintDropped = "constraint-dropped"
  case defaultDropped = "default-dropped"
  case unionVariantsAlike = "union-variants-alike"
  case discriminatorDropped = "discriminator-dropped"
  case contentUnread = "content-unread"
  case envelopeUnusable = "envelope-unusable"

  // MARK: Binding
  case operationUnbound = "operation-unbound"
  case fieldUnmapped = "field-unmapped"
  case pageBounded = "page-bounded"
  case bodyRequired = "body-required"
  case bindingExtension = "binding-extension"

  // MARK: Adapters
  case coreInvalid = "core-invalid"
  case adapterStart = "adapter-start"
  case adapterFailed = "adapter-failed"
  case adapterTimeout = "adapter-timeout"
  case adapterOutput = "adapter-output"
  case adapterResponse = "adapter-response"
  case adapterProtocol = "adapter-protocol"
  case adapterError = "adapter-error"
  case adapterWarning = "adapter-warning"
  case adapterNote = "adapter-note"

  // MARK: Configuration and command line
  case configInvalid = "config-invalid"
  case configUnsupported = "config-unsupported"
  case templateInvalid = "template-invalid"
  case templateUnknown = "template-unknown"
  case outputInvalid = "output-invalid"
  case workspaceLeftOut = "workspace-left-out"
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
      .serverVariable, .schemaEmpty, .styleLocation: .error
    case .textMissing, .memberUnknown, .memberDialect, .pathParameterUnused, .responsesEmpty, .mediaTypeName,
      .securityScopeUnknown, .schemaLimits, .valueMismatch, .listDuplicate, .defaultUnused: .warning
    case .refSiblings, .featureUnsupported: .note

    // MARK: SQL
    case .sqlSyntax, .sqlStatementUnsupported, .sqlTableUnknown, .sqlColumnUnknown, .sqlTypeUnknown, .sqlConstraintUnknown,
      .sqlIndexUnknown, .sqlEnumValueUnknown, .sqlNameTaken, .sqlReferenceMismatch, .sqlKeyMismatch, .sqlTableInUse,
      .sqlRowMismatch, .sqlVersionTaken, .sqlUntranslatable:
      .error
    case .sqlFileName, .sqlNamingMixed, .sqlDialectMixed, .sqlTranslationLossy: .warning
    case .sqlStatementSkipped, .sqlExpressionOpaque, .sqlDialectAssumed: .note

    // MARK: Lowering and binding
    case .schemaConflict, .schemaRecursive, .requiredUndeclared, .enumValueType, .patternDropped, .defaultDropped,
      .discriminatorDropped, .schemaDepth:
      .warning
    case .formatUnknown, .constraintDropped, .unionVariantsAlike, .contentUnread, .envelopeUnusable: .note

    // MARK: Binding
    case .operationUnbound, .fieldUnmapped, .pageBounded, .bodyRequired: .note
    case .bindingExtension: .error

    // MARK: Adapters
    case .coreInvalid, .adapterStart, .adapterFailed, .adapterTimeout, .adapterOutput, .adapterResponse, .adapterProtocol,
      .adapterError:
      .error
    case .adapterWarning: .warning
    case .adapterNote: .note

    // MARK: Configuration and command line
    case .configInvalid, .templateInvalid, .outputInvalid: .error
    case .configUnsupported, .templateUnknown: .warning
    case .workspaceLeftOut: .note
    }
  }
}
