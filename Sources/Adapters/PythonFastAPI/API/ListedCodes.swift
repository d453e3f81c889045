import SpecIR

/// What an envelope whose schema lists its codes calls each failure, as the plans say it.
struct ListedCodes {
  /// A failure's own code and status, with the word that stands for it.
  private struct Entry: Hashable {
    let code: String
    let status: Int
    let word: String
  }

  /// In the order of the plans, each once.
  private var entries: [Entry] = []
  /// The word for what no plan knows: that of a failure of the server.
  private var other: String?

  init(_ core: CoreModel, envelope model: ModelID) {
    var seen: Set<Entry> = []
    for failure in core.plans.lazy.flatMap(\.failures) {
      guard case .envelope(let id) = failure.format, core[id].model == model else { continue }
      if failure.kind == .internalError { other = other ?? failure.code }
      for code in failure.kind.codes(in: core) {
        let entry = Entry(code: code, status: failure.status, word: failure.code)
        if seen.insert(entry).inserted { entries.append(entry) }
      }
    }
  }

  /// Returns the case of `error`; `variant` spells the case of a word.
  func expression(variant: (String) -> PythonExpr?, otherwise: PythonExpr) -> PythonExpr {
    // The status is asked for only where one code has two words.
    let byStatus = entries.contains { entry in entries.contains { $0.code == entry.code && $0.word != entry.word } }
    let other = self.other.flatMap(variant) ?? otherwise
    var seen: Set<String> = []
    var cases: [PythonEntry] = []
    for entry in entries {
      let isSeen = !seen.insert(entry.code).inserted
      guard byStatus || !isSeen, entry.word != self.other, let value = variant(entry.word) else { continue }
      cases.append(PythonEntry(byStatus ? .tuple([.string(entry.code), .integer(entry.status)]) : .string(entry.code), value))
    }
    guard !cases.isEmpty else { return other }
    let key: PythonExpr = byStatus ? .tuple(["error.code", "error.status"]) : "error.code"
    return PythonExpr.dict(cases).call("get", [.positional(key), .positional(other)])
  }
}

extension OperationPlan.Failure.Kind {
  /// The codes of the errors that the backend makes for a failure of this kind.
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
