import SpecIR
import SpecNaming
import SpecRehearsal
import SpecWriting

/// The statements of one test: requests in order, and what must come of them.
struct TestScript {
  let target: RustTarget
  let steps: [Fixtures.Step]
  let parts: TestParts
  /// By step, the variable that holds its answer.
  private let locals: [String]

  /// - Parameter parts: where the file keeps the bodies and helpers that its tests share.
  init(_ target: RustTarget, _ steps: [Fixtures.Step], _ parts: TestParts) {
    self.target = target
    self.steps = steps
    self.parts = parts
    var scope = NameScope(reserved: RustNames.values)
    for name in ["app", "answer", "body", "field", "value", "expected", "read"] { scope.reserve(name) }
    for helper in TestParts.Helper.allCases { scope.reserve(helper.rawValue) }
    locals = steps.map { step in
      let table = TableUse(target.core, step.operation)?.table
      let noun = table.flatMap { id in target.core.database.map { Plural.singular(of: $0[id].name) } } ?? "made"
      return scope.claim(RustNames.value(noun))
    }
  }

  /// `let app = TestApp::start().await;`
  static let start = RustStatement.let(
    "app", .call(RustPath(.of("common", name: "TestApp"), "start")).await)

  /// The requests before the last one, each of which must succeed.
  var preparation: [RustStatement] {
    steps.indices.dropLast().flatMap { index -> [RustStatement] in
      let request = request(index)
      let status = target.core.plans[steps[index].operation.index].success.status
      let answer = request.call.call("expect_json", .integer(status))
      return request.statements + [isUsed(index) ? .let(RustPattern(stringLiteral: locals[index]), answer) : .expr(answer)]
    }
  }

  /// The last request: what prepares its body, and the call.
  var last: (statements: [RustStatement], call: RustExpr) { request(steps.count - 1) }

  /// The path of the last request.
  var path: RustExpr { path(of: steps[steps.count - 1]) }

  /// The body of the last request.
  var body: (statements: [RustStatement], value: RustExpr) { body(of: steps.count - 1) }

  private func isUsed(_ index: Int) -> Bool {
    func names(_ value: Fixtures.Value) -> Bool { if case .member(index, _) = value { true } else { false } }
    return steps.contains { $0.path.values.contains(where: names) || $0.links.contains { names($0.value) } }
  }

  private func request(_ index: Int) -> (statements: [RustStatement], call: RustExpr) {
    let step = steps[index]
    let method = RustExpr.string(target.core[step.operation].method.rawValue)
    guard step.body != nil else { return ([], RustExpr("app").call("call", method, path(of: step)).await) }
    let body = body(of: index)
    return (body.statements, RustExpr("app").call("call_with", method, path(of: step), .ref(body.value)).await)
  }

  private func body(of index: Int) -> (statements: [RustStatement], value: RustExpr) {
    let step = steps[index]
    let constant = parts.constant(for: step.body ?? .null, of: target.core[step.operation].name)
    let parsed = parts.call(.parsed, RustExpr(stringLiteral: constant))
    guard !step.links.isEmpty else { return ([], parsed) }
    let name = "\(locals[index])_body".replacing("r#", with: "")
    var statements: [RustStatement] = [.let(.mut(name), parsed)]
    for link in step.links {
      statements.append(
        .expr(.assign(RustExpr(stringLiteral: name).index(.string(link.member)), value(link.value).call("clone"))))
    }
    return (statements, RustExpr(stringLiteral: name))
  }

  private func value(_ value: Fixtures.Value) -> RustExpr {
    switch value {
    case .plain(let json): .macro(RustPath(.jsonMacro), TestParts.json(json))
    case .member(let step, let name): RustExpr(stringLiteral: locals[step]).index(.string(name))
    }
  }

  // MARK: Paths

  /// Returns a path with its query; values that earlier answers hold are filled in when the test runs.
  private func path(of step: Fixtures.Step) -> RustExpr {
    let operation = target.core[step.operation]
    let filled = RequestPath(operation.path) { name in
      operation.parameters.firstIndex { $0.location == .path && $0.name == name }.flatMap { step.path[$0] }
    }
    let query = RequestPath.query(step.query)
    if let text = filled.text { return .string(text + query) }
    let arguments = filled.pieces.compactMap { piece -> RustExpr? in
      guard case .member(let step, let name) = piece else { return nil }
      return parts.call(.text, .ref(value(.member(step: step, name: name))))
    }
    return .ref(.macro("format", arguments: [.string(filled.format + query.escapingBraces)] + arguments))
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
