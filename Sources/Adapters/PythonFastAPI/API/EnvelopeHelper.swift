import SpecIR

/// Functions beside envelopes, which only some of them need.
enum EnvelopeHelper: String, CaseIterable {
  case title = "_title"
  case text = "_text"
  case requestID = "_request_id"

  func serves(_ role: ErrorEnvelope.Role) -> Bool {
    switch self {
    case .title: role == .title
    case .text: role == .messages
    case .requestID: role == .requestID
    }
  }

  func function(_ target: PythonTarget) -> PythonStatement {
    switch self {
    case .title: .function(title)
    case .text: .function(text(target))
    case .requestID: .function(requestID)
    }
  }

  private var title: PythonFunction {
    let phrases = PythonExpr.dict([
      PythonEntry(.integer(413), .string("Payload Too Large")), PythonEntry(.integer(422), .string("Unprocessable Entity")),
    ])
    let phrase = PythonExpr.call(.std("http", "HTTPStatus"), [.positional("status")]).attribute("phrase")
    return PythonFunction(
      rawValue, [PythonParameter("status", "int")], returns: "str",
      documentation: "Name a status as all versions of Python do.",
      body: [
        .assign("phrases", phrases),
        .return(.any([PythonExpr("phrases").call("get", [.positional("status")]), phrase])),
      ])
  }

  /// The id is where the lines of the log have it from.
  private var requestID: PythonFunction {
    let context = PythonExpr.call(.of("structlog", "structlog.contextvars", "get_contextvars"))
    let id = context.call("get", [.positional(.string("request_id")), .positional(.string(""))])
    return PythonFunction(
      rawValue, returns: "str", documentation: "Name the request as the log does.", body: [.return(.call("str", [.positional(id)]))])
  }

  private func text(_ target: PythonTarget) -> PythonFunction {
    let place = PythonExpr("violation.place")
    let sentence = PythonExpr.format([.value(place), .text(" "), .value("violation.detail")])
    return PythonFunction(
      rawValue, [PythonParameter("violation", .name(target.errors("Violation")))], returns: "str",
      documentation: "Say a violation as a sentence.",
      body: [.return(.conditional(sentence, if: place, else: "violation.detail"))])
  }
}
