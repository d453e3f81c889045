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

  /// Names that the tests themselves use.
  private static let taken = [
    "answer", "answers", "body", "changes", "client", "expect_error", "expect_json", "expect_violations", "expected", "field",
    "first", "httpx", "length", "name", "number", "path", "pytest", "query", "row", "value",
  ]

  /// - Parameter parts: where the file keeps what its tests share.
  init(_ target: PythonTarget, _ steps: [Fixtures.Step], _ parts: TestParts) {
    script = RequestScript(target.core, steps)
    self.parts = parts
    var scope = NameScope(reserved: PythonNames.reserved)
    for name in Self.taken { scope.reserve(name) }
    locals = script.requests.map { scope.claim(PythonNames.value($0.noun)) }
  }

  /// The requests before the last one, each of which must succeed.
  var preparation: [PythonStatement] { preparation(upTo: script.requests.count - 1) }

  private func preparation(upTo end: Int) -> [PythonStatement] {
    script.requests[..<end].indices.map { index in
      let request = script.requests[index]
      let answer = succeeding(call(of: request), request)
      return request.isUsed ? .assign(PythonExpr(stringLiteral: locals[index]), answer) : .expression(answer)
    }
  }

  private func succeeding(_ call: PythonExpr, _ request: RequestScript.Request) -> PythonExpr {
    .call(.answers("expect_json"), [.positional(call), .positional(.integer(request.status))])
  }

  /// The last request.
  var last: PythonExpr { call(of: script.last) }

  /// The path of the last request.
  var path: PythonExpr { path(of: script.last) }

  /// The last request with another value in one of its body's members.
  func last(with field: PythonExpr, _ value: PythonExpr) -> PythonExpr {
    let body = body(of: script.last, and: [PythonEntry(field, value)])
    return TestCall(method: script.last.method, path: path, body: .json(body)).spelled
  }

  /// The name of the constant that holds the body of the last request.
  var constant: PythonExpr { parts.constant(for: script.last.body ?? .null, of: script.last.operation) }

  // MARK: Lists

  /// - Parameter scene: what is listed: the script's last requests make a row and list them.
  init(_ target: PythonTarget, _ scene: ListScene, _ parts: TestParts) {
    self.init(target, scene.preparation + [scene.maker, scene.list], parts)
  }

  /// Makes rows, each with these members in place of the maker's own.
  func making(_ local: PythonExpr, in rows: PythonExpr, _ changes: [PythonEntry]) -> [PythonStatement] {
    let maker = script.requests.count - 2
    let request = script.requests[maker]
    let call = TestCall(method: request.method, path: path(of: request), body: .json(body(of: request, and: changes))).spelled
    return preparation(upTo: maker) + [.for(local, in: rows) { succeeding(call, request) }]
  }

  /// The answer of the list; without a query in code, to what the variable `query` asks.
  func listed(_ query: String? = nil) -> PythonExpr {
    let request = script.last
    let path: PythonExpr
    if let query, let text = request.path.text {
      path = .string(text + query)
    } else {
      let ending: [PythonFormatPart] = query.map { $0.isEmpty ? [] : [.text($0)] } ?? [.value("query")]
      path = .format(request.path.parts { member($0.name, of: $0.step) } + ending)
    }
    return succeeding(TestCall(method: request.method, path: path).spelled, request)
  }

  // MARK: Requests

  private func call(of request: RequestScript.Request) -> PythonExpr {
    let sent = request.body.map { value -> TestCall.Body in
      value.isBrief && request.links.isEmpty ? .value(value) : .json(body(of: request, and: []))
    }
    return TestCall(method: request.method, path: path(of: request), body: sent).spelled
  }

  /// The constant, or all of it with other values in some members.
  private func body(of request: RequestScript.Request, and others: [PythonEntry]) -> PythonExpr {
    let constant = parts.constant(for: request.body ?? .null, of: request.operation)
    let links = request.links.map { PythonEntry(.string($0.member), value($0.value)) }
    return links.isEmpty && others.isEmpty ? constant : .dict([PythonEntry(unpacking: constant)] + links + others)
  }

  private func value(_ value: Fixtures.Value) -> PythonExpr {
    switch value {
    case .plain(let json): .json(json)
    case .member(let step, let name): member(name, of: step)
    }
  }

  private func member(_ name: String, of step: Int) -> PythonExpr { PythonExpr(stringLiteral: locals[step]).index(.string(name)) }

  // MARK: Paths

  /// Returns a path with its query; values that earlier answers hold are filled in when the test runs.
  private func path(of request: RequestScript.Request) -> PythonExpr {
    if let text = request.path.text { return .string(text + request.query) }
    return .format(request.path.parts { member($0.name, of: $0.step) } + (request.query.isEmpty ? [] : [.text(request.query)]))
  }
}

extension RequestPath {
  /// The path as parts of a format string.
  ///
  /// - Parameter value: a member of an earlier answer.
  func parts(_ value: ((step: Int, name: String)) -> PythonExpr) -> [PythonFormatPart] {
    pieces.map { piece in
      switch piece {
      case .text(let text): .text(text)
      case .member(let step, let name): .value(value((step, name)))
      }
    }
  }
}

extension JSONValue {
  /// Whether a reader wants to see it where it is sent, instead of a name.
  fileprivate var isBrief: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array(let items): items.isEmpty
    case .object(let members): members.count <= 1 && members.allSatisfy(\.value.isScalar)
    }
  }

  private var isScalar: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array, .object: false
    }
  }
}
