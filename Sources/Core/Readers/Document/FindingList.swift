internal import SpecDiagnostics
internal import SpecSource

/// The findings of one file, of each kind no more than a person reads.
///
/// A hostile or a generated file can repeat one mistake a million times.
struct FindingList {
  let source: SourceID
  private(set) var diagnostics = Diagnostics()
  private var counts: [DiagnosticCode: Int] = [:]

  init(source: SourceID) { self.source = source }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: Range<Int>, hint: String? = nil, related: [Diagnostic.Related] = []
  ) {
    let count = counts[code, default: 0] + 1
    counts[code] = count
    guard count <= DocumentLimits.findingsPerCode else { return }
    let isLast = count == DocumentLimits.findingsPerCode
    diagnostics.report(
      code, isLast ? message + "; further findings of this kind are not listed" : message, at: place(range), hint: hint,
      related: related)
  }

  func place(_ range: Range<Int>) -> SourceRange {
    SourceRange(source: source, start: range.lowerBound, end: range.upperBound)
  }
}

/// Text of an input as it is shown in a message: in quotes, and not more of it than fits on a line.
func quoted(_ text: some StringProtocol) -> String {
  let start = text.unicodeScalars.prefix(60)
  return "“" + String(String.UnicodeScalarView(start)) + (start.endIndex < text.unicodeScalars.endIndex ? "…”" : "”")
}
