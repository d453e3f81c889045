import SpecIR

/// Functions beside envelopes, which only some of them need.
enum EnvelopeHelper: String, CaseIterable {
  case title = "_title"
  case text = "_text"

  func serves(_ role: ErrorEnvelope.Role) -> Bool {
    switch self {
    case .title: role == .title
    case .text: role == .messages
    }
  }

  func function(_ target: PythonTarget) -> PythonStatement {
    switch self {
    case .title: .function(title)
    case .text: .function(text(target))
    }
  }

  private var title: PythonFunction {
    let phrases = PythonExpr.dict([
      PythonEntry(.integer(413), .string("Payload Too Large")), PythonEntry(.integer(422), .string("Unprocessable Entity")),
    ])
    let phrase = PythonExpr.call(.std("http", "HTTPStatus"), [.positional("status")]).attribute("phrase")
    return PythonFunction(
      rawValue, [PythonParameter("status", "int")], returns: "str",
      documentation: "The phrase of a status, the same in all versions of Python.",
      body: [
        .assign("phrases", phrases),
        .return(.any([PythonExpr("phrases").call("get", [.positional("status")]), phrase])),
      ])
  }

  private func text(_ target: PythonTarget) -> PythonFunction {
    let place = PythonExpr("violation.place")
    let sentence = PythonExpr.format([.value(place), .text(" "), .value("violation.detail")])
    return PythonFunction(
      rawValue, [PythonParameter("violation", .name(target.errors("Violation")))], returns: "str",
      documentation: "A violation as a sentence.",
      body: [.return(.conditional(sentence, if: place, else: "violation.detail"))])
  }
}
