package import SpecIR

/// What an envelope whose schema lists its codes calls each failure, as the plans say it.
package struct ListedCodes: Sendable {
  /// A failure's own code and status, with the word that stands for it.
  package struct Entry: Hashable, Sendable {
    package let code: String
    package let status: Int
    package let word: String
  }

  /// In the order of the plans, each once; those that are called ``other`` anyway are left out.
  package private(set) var entries: [Entry] = []
  /// By status, the word for a code of which no plan knows: that of the first failure with the status.
  package private(set) var byStatus: [(status: Int, word: String)] = []
  /// The word for what else there may be: that of a failure of the server. Nothing where no plan has one.
  package private(set) var other: String?

  package init(_ core: CoreModel, envelope model: ModelID) {
    var seen: Set<Entry> = []
    var statuses: Set<Int> = []
    for failure in core.plans.lazy.flatMap(\.failures) {
      guard case .envelope(let id) = failure.format, core[id].model == model else { continue }
      if failure.kind == .internalError { other = other ?? failure.code }
      if statuses.insert(failure.status).inserted { byStatus.append((failure.status, failure.code)) }
      for code in failure.kind.codes(in: core) {
        let entry = Entry(code: code, status: failure.status, word: failure.code)
        if seen.insert(entry).inserted { entries.append(entry) }
      }
    }
    byStatus.removeAll { $0.word == other }
  }

  /// The entries that a failure is looked up among: by its code and status, or by its code where that is enough.
  package var cases: [Entry] {
    var seen: Set<String> = []
    return entries.filter { entry in
      let isSeen = !seen.insert(entry.code).inserted
      return (asksStatus || !isSeen) && entry.word != other
    }
  }

  /// Whether one code has different words by its status.
  package var asksStatus: Bool { entries.contains { entry in entries.contains { $0.code == entry.code && $0.word != entry.word } } }
}

extension OperationPlan.Failure.Kind {
  /// The codes of the errors that a backend makes for a failure of this kind.
  fileprivate func codes(in core: CoreModel) -> [String] {
    switch self {
    case .malformedBody: ["malformed_json", "unreadable_body", "malformed_path"]
    case .invalidRequest: ["validation_failed"]
    case .unsupportedMediaType: ["unsupported_media_type"]
    case .bodyTooLarge: ["payload_too_large"]
    case .notImplemented: ["not_implemented"]
    case .timeout, .unavailable: ["unavailable"]
    case .internalError: ["internal_error"]
    case .service(let error): [core[error].code]
    }
  }
}
