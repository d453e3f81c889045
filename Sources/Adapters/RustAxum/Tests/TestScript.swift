import SpecIR
import SpecNaming
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
    guard !filled.members.isEmpty else { return .string(filled.text + query) }
    let arguments = filled.members.map { parts.call(.text, .ref(value($0))) }
    return .ref(.macro("format", arguments: [.string(filled.format + query.escapingBraces)] + arguments))
  }
}

/// A path with values in place of its parameters.
struct RequestPath {
  private(set) var text = ""
  /// The text with `{}` where a value comes from an earlier answer.
  private(set) var format = ""
  private(set) var members: [Fixtures.Value] = []

  init(_ path: PathTemplate, value: (String) -> Fixtures.Value?) {
    for segment in path.segments {
      add("/")
      for piece in segment.pieces {
        switch piece {
        case .literal(let literal): add(Self.encoded(literal))
        case .parameter(let name):
          switch value(name) {
          case .plain(let json)?: add(Self.encoded(Self.text(of: json)))
          case .member?:
            format += "{}"
            members.append(value(name)!)
          case nil: add("x")
          }
        }
      }
    }
  }

  private mutating func add(_ piece: String) {
    text += piece
    format += piece.escapingBraces
  }

  static func query(_ parameters: [(name: String, value: JSONValue)]) -> String {
    parameters.isEmpty ? "" : "?" + parameters.map { encoded($0.name) + "=" + encoded(text(of: $0.value)) }.joined(separator: "&")
  }

  static func text(of value: JSONValue) -> String { value.stringValue ?? JSONWriter.write(value, indent: nil) }

  /// Percent-encodes all but the unreserved characters (RFC 3986 §2.3).
  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return encoded
  }
}
