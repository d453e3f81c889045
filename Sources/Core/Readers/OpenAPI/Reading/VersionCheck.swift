internal import SpecDiagnostics
internal import SpecDocuments

/// Tells by which rules a document is to be read, or why it cannot be.
enum VersionCheck {
  static func check(_ root: Node, into diagnostics: inout Diagnostics) -> (text: String, dialect: OpenAPI.Dialect)? {
    guard root.kind == .mapping else {
      diagnostics.report(
        .openAPIVersion, "this is no OpenAPI document: an object is expected, and this is \(root.kind.article)", at: root.range)
      return nil
    }
    guard let (key, value) = root.entry("openapi") else {
      reportAbsence(root, into: &diagnostics)
      return nil
    }
    // An unquoted `3.1` is a number to YAML; what counts is how it is written.
    guard let text = value.text, let dialect = dialect(of: text) else {
      diagnostics.report(
        .openAPIVersion, "OpenAPI \(value.text ?? "of this form") is not supported",
        at: value.kind.isScalar ? value.range : key.range,
        hint: "Supported are 3.0.x and 3.1.x.")
      return nil
    }
    return (text, dialect)
  }

  private static func reportAbsence(_ root: Node, into diagnostics: inout Diagnostics) {
    if let (_, version) = root.entry("swagger") {
      diagnostics.report(
        .openAPIVersion, "Swagger \(version.text ?? "") is not supported", at: version.range,
        hint: "Convert the document to OpenAPI 3.0 or 3.1, for example with https://converter.swagger.io.")
    } else {
      let start = root.entries.first?.key.range ?? root.range
      diagnostics.report(
        .openAPIVersion, "this is no OpenAPI document: it has no member “openapi”", at: start,
        hint: "Write `openapi: 3.1.0`, or name the file that does.")
    }
  }

  /// The patch version never matters (OpenAPI 3.0.4 §4.1), whatever it looks like.
  private static func dialect(of text: String) -> OpenAPI.Dialect? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    return OpenAPI.Dialect(rawValue: "\(parts[0]).\(parts[1])")
  }
}
