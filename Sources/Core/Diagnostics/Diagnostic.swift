public import SpecSource

/// One finding about an input, told so that its author can act on it.
public struct Diagnostic: Hashable, Sendable {
  public let code: DiagnosticCode
  public let message: String
  /// Where it was found; nothing for a finding about no file.
  public let range: SourceRange?
  /// What to do about it, as one sentence.
  public let hint: String?
  /// Other places that belong to the finding, such as the first of two duplicates.
  public let related: [Related]

  /// A further place, with what it has to do with the finding.
  public struct Related: Hashable, Sendable {
    public let range: SourceRange
    public let message: String

    public init(_ message: String, at range: SourceRange) {
      self.range = range
      self.message = message
    }
  }

  public init(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange?, hint: String? = nil, related: [Related] = []
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.hint = hint
    self.related = related
  }

  public var severity: Severity { code.severity }
}

/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, CaseIterable {
  /// The input is wrong: nothing is generated from it.
  case error
  /// The input is doubtful, and the result may not be what was meant.
  case warning
  /// Something was read and not used, or decided where the input left it open.
  case note
}
