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

    // MARK: SQL

    // MARK: Lowering and binding

    // MARK: Adapters

    // MARK: Configuration and command line
    case .configInvalid: .error
    case .configUnsupported: .warning
    }
  }
}
