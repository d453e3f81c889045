internal import SpecIR

/// The codes and statuses that an envelope can tell, where its schema lists them.
struct EnvelopeLimits {
  private var codes: [[String]] = []
  private var statuses: [[Int]] = []

  init(of envelope: EnvelopeID, in core: CoreModel) {
    add(core[envelope].fields, of: core[envelope].model, in: core)
  }

  private mutating func add(_ assignments: [ErrorEnvelope.Assignment], of model: ModelID, in core: CoreModel) {
    guard case .structure(let structure) = core[model].kind else { return }
    for assignment in assignments {
      if case .object(let inner, let fields) = assignment.role { add(fields, of: inner, in: core) }
      guard let field = structure.fields.first(where: { $0.name == assignment.field }) else { continue }
      switch EnvelopeFieldKind(field.shape, in: core) {
      case .listedTexts(let texts) where assignment.role == .code: codes.append(texts)
      case .listedIntegers(let integers) where assignment.role == .status: statuses.append(integers)
      case .text, .listedTexts, .integer, .listedIntegers, .flag, .listedFlags, .time, .structure, .structures, .texts, .list, .open, .other:
        break
      }
    }
  }

  /// Whether every failure can be written.
  var isUnrestricted: Bool { codes.isEmpty && statuses.isEmpty }

  /// Returns the word by which the envelope calls a failure; nothing where it has none for it.
  func word(for code: String, status: Int) -> String? {
    guard statuses.allSatisfy({ $0.contains(status) }) else { return nil }
    guard let first = codes.first else { return code }
    let candidates = [EnvelopeWords.plain(code)] + Self.words(for: status)
    for candidate in candidates {
      guard let word = first.first(where: { EnvelopeWords.plain($0) == candidate }) else { continue }
      return codes.allSatisfy { $0.contains(word) } ? word : nil
    }
    return nil
  }

  /// What contracts call a status, the most precise word first, by letters and digits.
  private static func words(for status: Int) -> [String] {
    switch status {
    case 400: ["badrequest", "invalidrequest", "validationerror", "validationfailed", "invalidargument", "invalidinput"]
    case 401: ["unauthorized", "unauthenticated"]
    case 403: ["forbidden", "permissiondenied", "accessdenied"]
    case 404: ["notfound", "resourcenotfound", "entitynotfound"]
    case 405: ["methodnotallowed"]
    case 409: ["conflict", "alreadyexists", "duplicate", "resourceconflict"]
    case 413: ["contenttoolarge", "payloadtoolarge", "requesttoolarge", "requestentitytoolarge"]
    case 415: ["unsupportedmediatype"]
    case 422:
      ["unprocessablecontent", "unprocessableentity", "validationerror", "validationfailed", "invalidrequest", "invalidinput"]
    case 429: ["toomanyrequests", "ratelimited", "ratelimitexceeded"]
    case 500: ["internalservererror", "internalerror", "internal", "servererror"]
    case 501: ["notimplemented", "unimplemented"]
    case 503: ["serviceunavailable", "unavailable"]
    default: []
    }
  }
}
