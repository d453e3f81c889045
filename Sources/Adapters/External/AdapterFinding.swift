package import SpecDiagnostics
package import SpecDocuments
package import SpecIR
package import SpecSource
package import SpecWriting

/// Something that an adapter wants to tell about its input.
package struct AdapterFinding: Sendable, Hashable {
  package var severity: Severity
  /// A word of the adapter's own, or a code of SpecForge.
  package var code: String
  package var message: String
  package var hint: String?
  /// What it is about, as a pointer into the request.
  package var at: JSONPointer?
  /// The file of the output that it is about.
  package var path: String?

  package init(
    _ severity: Severity, code: String, message: String, hint: String? = nil, at: JSONPointer? = nil, path: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
    self.at = at
    self.path = path
  }

  package var json: JSONValue {
    func member(_ key: String, _ text: String?) -> [JSONValue.Member] { text.map { [.init(key, .string($0))] } ?? [] }
    return .object(
      [
        .init("severity", .string(severity.rawValue)), .init("code", .string(code)), .init("message", .string(message)),
      ] + member("hint", hint) + member("at", at?.description) + member("path", path))
  }

  /// Returns the finding at the place in the inputs that its node came from.
  ///
  /// - Parameter place: where it is told if it is about no node, or about one of unknown origin.
  package func diagnostic(in core: CoreModel, or place: SourceRange?) -> Diagnostic {
    let range = at.flatMap { core.origin(at: $0) } ?? place
    let file = path.map { " (in `\($0)`)" } ?? ""
    // A code of ours means the same whoever reports it, and has its page.
    if let known = DiagnosticCode(rawValue: code), known.severity == severity {
      return Diagnostic(known, message + file, at: range, hint: hint)
    }
    return Diagnostic(Self.code(of: severity), "\(code): \(message)\(file)", at: range, hint: hint)
  }

  private static func code(of severity: Severity) -> DiagnosticCode {
    switch severity {
    case .error: .adapterError
    case .warning: .adapterWarning
    case .note: .adapterNote
    }
  }
}
