public import SpecSource

/// The findings of a run, collected by every stage; bad input is reported here and never thrown.
public struct Diagnostics: Sendable {
  private var found: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  public init() {}

  public var isEmpty: Bool { found.isEmpty }
  public var hasErrors: Bool { found.contains { $0.severity == .error } }

  /// Keeps a finding; the same finding at the same place is kept once.
  public mutating func report(_ diagnostic: Diagnostic) {
    guard seen.insert(diagnostic).inserted else { return }
    found.append(diagnostic)
  }

  public mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange?, hint: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    report(Diagnostic(code, message, at: range, hint: hint, related: related))
  }

  public mutating func append(contentsOf other: Diagnostics) {
    for diagnostic in other.found { report(diagnostic) }
  }

  /// The findings by file, place and code; those without a place come last.
  public var sorted: [Diagnostic] {
    found.enumerated().sorted { Self.key($0) < Self.key($1) }.map(\.element)
  }

  public func count(_ severity: Severity) -> Int {
    found.count { $0.severity == severity }
  }

  private static func key(_ item: (offset: Int, element: Diagnostic)) -> (UInt32, UInt32, String, Int) {
    guard let range = item.element.range else { return (.max, .max, item.element.code.rawValue, item.offset) }
    return (range.source.index, range.start, item.element.code.rawValue, item.offset)
  }
}
