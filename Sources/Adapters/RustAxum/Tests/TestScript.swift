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
    for name in [
      "app", "answer", "body", "changes", "expected", "field", "length", "number", "query", "read", "rows", "value",
    ] { scope.reserve(name) }
    for helper in TestParts.Helper.allCases { scope.reserve(helper.rawValue) }
    locals = script.requests.map { scope.claim(RustNames.value($0.noun)) }
  }

  /// `let app = TestApp::start().await;`
  static let start = RustStatement.let(
    "app", .call(RustPath(.of("common", name: "TestApp"), "start")).await)

  /// The requests before the last one, each of which must succeed.
  var preparation: [RustStatement] { preparation(upTo: script.requests.count - 1) }

  private func preparation(upTo end: Int) -> [RustStatement] {
    script.requests[..<end].indices.flatMap { index -> [RustStatement] in
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

  // MARK: Lists

  /// - Parameter scene: what is listed: the script's last requests make a row and list them.
  init(_ target: RustTarget, _ scene: ListScene, _ parts: TestParts) {
    self.init(target, scene.preparation + [scene.maker, scene.list], parts)
  }

  /// Makes a row in each turn of a loop.
  ///
  /// - Parameters:
  ///   - rows: what the loop goes over, made of the maker's body.
  ///   - body: a row's own body, made of the maker's.
  func making(
    _ pattern: RustPattern, in rows: (RustExpr) -> RustExpr, _ body: (RustExpr) -> RustExpr
  ) -> [RustStatement] {
    let maker = script.requests.count - 2
    let request = script.requests[maker]
    let given = self.body(of: maker)
    let call = RustExpr("app")
      .call("call_with", .string(request.method.rawValue), path(of: request), .ref(body(given.value))).await
    return preparation(upTo: maker) + given.statements + [
      .expr(.for(pattern, in: rows(given.value)) { RustStatement.expr(call.call("expect_json", .integer(request.status))) })
    ]
  }

  /// The answer of the list; without a query in code, to what the variable `query` asks.
  func listed(_ query: String? = nil) -> RustExpr {
    let request = script.last
    let path = path(of: request, query: query?.escapingBraces ?? "{query}")
    return RustExpr("app").call("call", .string(request.method.rawValue), path).await
      .call("expect_json", .integer(request.status))
  }

  // MARK: Requests

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
  ///
  /// - Parameter query: in place of the request's own, with variables in braces.
  private func path(of request: RequestScript.Request, query: String? = nil) -> RustExpr {
    if query?.contains("{") != true, let text = request.path.text { return .string(text + (query ?? request.query)) }
    let arguments = request.path.members.map { parts.call(.text, .ref(member($0.name, of: $0.step))) }
    let format = request.path.format + (query ?? request.query.escapingBraces)
    return .ref(.macro("format", arguments: [.string(format)] + arguments))
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
