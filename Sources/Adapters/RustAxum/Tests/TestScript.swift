import SpecIR
import SpecNaming
import SpecRehearsal
import SpecWriting

/// The statements of one test: requests in order, and what must come of them.
struct TestScript {
  private let script: RequestScript
  private let parts: TestParts
  /// By request, the variable that holds its answer.
  private let locals: [String]

  /// - Parameter parts: where the file keeps the bodies and helpers that its tests share.
  init(_ target: RustTarget, _ steps: [Fixtures.Step], _ parts: TestParts) {
    script = RequestScript(target.core, steps)
    self.parts = parts
    var scope = NameScope(reserved: RustNames.values)
    for name in ["app", "answer", "body", "field", "value", "expected", "read"] { scope.reserve(name) }
    for helper in TestParts.Helper.allCases { scope.reserve(helper.rawValue) }
    locals = script.requests.map { scope.claim(RustNames.value($0.noun)) }
  }

  /// `let app = TestApp::start().await;`
  static let start = RustStatement.let(
    "app", .call(RustPath(.of("common", name: "TestApp"), "start")).await)

  /// The requests before the last one, each of which must succeed.
  var preparation: [RustStatement] {
    script.requests.indices.dropLast().flatMap { index -> [RustStatement] in
      let (statements, call) = request(index)
      let answer = call.call("expect_json", .integer(script.requests[index].status))
      return statements
        + [script.requests[index].isUsed ? .let(RustPattern(stringLiteral: locals[index]), answer) : .expr(answer)]
    }
  }

  /// The last request: what prepares its body, and the call.
  var last: (statements: [RustStatement], call: RustExpr) { request(script.requests.count - 1) }

  /// The path of the last request.
  var path: RustExpr { path(of: script.last) }

  /// The body of the last request.
  var body: (statements: [RustStatement], value: RustExpr) { body(of: script.requests.count - 1) }

  private func request(_ index: Int) -> (statements: [RustStatement], call: RustExpr) {
    let request = script.requests[index]
    let method = RustExpr.string(request.method.rawValue)
    guard request.body != nil else { return ([], RustExpr("app").call("call", method, path(of: request)).await) }
    let body = body(of: index)
    return (body.statements, RustExpr("app").call("call_with", method, path(of: request), .ref(body.value)).await)
  }

  private func body(of index: Int) -> (statements: [RustStatement], value: RustExpr) {
    let request = script.requests[index]
    let constant = parts.constant(for: request.body ?? .null, of: request.operation)
    let parsed = parts.call(.parsed, RustExpr(stringLiteral: constant))
    guard !request.links.isEmpty else { return ([], parsed) }
    let name = "\(locals[index])_body".replacing("r#", with: "")
    var statements: [RustStatement] = [.let(.mut(name), parsed)]
    for link in request.links {
      statements.append(
        .expr(.assign(RustExpr(stringLiteral: name).index(.string(link.member)), value(link.value).call("clone"))))
    }
    return (statements, RustExpr(stringLiteral: name))
  }

  private func value(_ value: Fixtures.Value) -> RustExpr {
    switch value {
    case .plain(let json): .macro(RustPath(.jsonMacro), TestParts.json(json))
    case .member(let step, let name): member(name, of: step)
    }
  }

  private func member(_ name: String, of step: Int) -> RustExpr { RustExpr(stringLiteral: locals[step]).index(.string(name)) }

  // MARK: Paths

  /// Returns a path with its query; values that earlier answers hold are filled in when the test runs.
  private func path(of request: RequestScript.Request) -> RustExpr {
    if let text = request.path.text { return .string(text + request.query) }
    let arguments = request.path.members.map { parts.call(.text, .ref(member($0.name, of: $0.step))) }
    return .ref(.macro("format", arguments: [.string(request.path.format + request.query.escapingBraces)] + arguments))
  }
}

extension RequestPath {
  /// The path as a format string, with `{}` where a value comes from an earlier answer.
  var format: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text.escapingBraces
      case .member: "{}"
      }
    }.joined()
  }
}
