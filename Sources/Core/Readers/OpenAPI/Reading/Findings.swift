internal import SpecDiagnostics
internal import SpecSource

/// Collects what the reader finds, and keeps a document of a hundred thousand mistakes from printing them all.
struct Findings {
  fileprivate var diagnostics = Diagnostics()
  private var counts: [DiagnosticCode: Int] = [:]
  private var features: [UnsupportedFeature: Int] = [:]

  /// How many errors or warnings of one code are told one by one.
  static let perCode = 100
  /// How many notes of one code are told one by one: nobody mends them.
  static let perNote = 20
  /// How many uses of one feature are told one by one.
  static let perFeature = 20

  mutating func report(
    _ code: DiagnosticCode, _ message: @autoclosure () -> String, at range: SourceRange, hint: @autoclosure () -> String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    let count = counts[code, default: 0]
    counts[code] = count + 1
    guard count < Self.limit(of: code) else { return }
    diagnostics.report(code, message(), at: range, hint: hint(), related: related)
  }

  /// Whether a finding would be told, so that it is worth looking for a hint.
  func tells(_ code: DiagnosticCode) -> Bool { counts[code, default: 0] < Self.limit(of: code) }

  private static func limit(of code: DiagnosticCode) -> Int {
    switch code.severity {
    case .error, .warning: perCode
    case .note: perNote
    }
  }

  mutating func note(_ feature: UnsupportedFeature, at range: SourceRange) {
    let count = features[feature, default: 0]
    features[feature] = count + 1
    guard count < Self.perFeature else { return }
    diagnostics.report(
      .featureUnsupported, "\(feature.rawValue): nothing is generated from this yet", at: range, hint: feature.consequence)
  }

  /// Returns all findings, with a line for each sort of which some were counted only.
  consuming func finish() -> Diagnostics {
    for code in DiagnosticCode.allCases {
      let rest = counts[code, default: 0] - Self.limit(of: code)
      if rest > 0 { diagnostics.report(code, "\(rest) more findings of this sort are not listed", at: nil) }
    }
    for feature in UnsupportedFeature.allCases {
      let rest = features[feature, default: 0] - Self.perFeature
      if rest > 0 {
        diagnostics.report(
          .featureUnsupported, "\(feature.rawValue): \(rest) more places are not listed", at: nil, hint: feature.consequence)
      }
    }
    return diagnostics
  }
}

extension Findings {
  /// Keeps the findings of another stage.
  mutating func collect<Result>(_ work: (inout Diagnostics) -> Result) -> Result {
    work(&diagnostics)
  }
}
