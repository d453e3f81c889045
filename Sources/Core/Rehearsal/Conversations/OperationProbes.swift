import SpecIR
import SpecWriting

/// Odd requests to one operation: values of other kinds, odd queries and paths, odd bodies, other methods.
struct OperationProbes {
  let contract: Contract
  let id: OperationID
  /// The requests that make what the operation needs, and its own.
  let steps: [Fixtures.Step]

  private var core: CoreModel { contract.core }
  private var operation: SpecIR.Operation { core[id] }
  private var wild: WildValues { WildValues(contract: contract) }
  private var preparation: [Conversation.Request] { steps.dropLast().map { Conversation.Request($0, of: core) } }
  private var own: Conversation.Request { Conversation.Request(steps[steps.count - 1], of: core) }
  private var inserts: Bool { TableUse(core, id)?.inserts ?? false }

  func all() -> [Conversation] { members() + queries() + paths() + headers() + bodies() + methods() }

  /// One conversation for all requests where one does not change what the next one answers, else one for each.
  private func conversations(_ name: String, _ requests: [Conversation.Request]) -> [Conversation] {
    guard !requests.isEmpty else { return [] }
    let name = "\(operation.name): \(name)"
    return inserts
      ? requests.enumerated().map { Conversation("\(name) #\($0.offset + 1)", preparation + [$0.element]) }
      : [Conversation(name, preparation + requests)]
  }

  // MARK: Values

  private func members() -> [Conversation] {
    guard let last = steps.last, let body = last.body, let structure = contract.bodyStructure(of: id) else { return [] }
    var conversations: [Conversation] = []
    for field in structure.fields {
      let links = last.links.filter { $0.member != field.name }
      let requests = wild.values(for: field.shape).map { own.with(.json(body.with(field.name, $0), links: links)) }
      conversations += self.conversations(
        "values of \(field.name)", requests + [own.with(.json(body.without(field.name), links: links))])
    }
    return conversations
      + self.conversations(
        "members",
        [
          own.with(.json(body.with("undeclared", 1), links: last.links)), own.with(.json([:], links: [])),
          own.with(.json(body.with("", .null), links: last.links)), own.with(.json(body.with("a/b~c", .null), links: last.links)),
        ])
  }

  private func queries() -> [Conversation] {
    let odd = ["?", "?&&", "?undeclared=1", "?%", "?a=%zz", "?%C3%28=1", "?=1"]
    var conversations = self.conversations("odd queries", odd.map { own.asking($0) })
    for parameter in operation.parameters where parameter.location == .query {
      let name = RequestPath.encoded(parameter.name)
      let texts = wild.texts(for: parameter.shape).map { "?\(name)=\(RequestPath.encoded($0))" }
      let odd = [
        "?\(name)", "?\(name)=", "?\(name)=1&\(name)=2", "?\(name)=1+1", "?\(name)=%zz", "?\(name)=%C3%28",
        "?\(name)[]=1", "?\(name)=a,b",
      ]
      conversations += self.conversations("values of ?\(parameter.name)", (texts + odd).map { own.asking($0) })
    }
    return conversations
  }

  private func paths() -> [Conversation] {
    var conversations: [Conversation] = []
    for (index, parameter) in operation.parameters.enumerated() where parameter.location == .path {
      let texts = wild.texts(for: parameter.shape).filter { $0 != "" && $0 != "." && $0 != ".." && !$0.contains("/") }
        .map(RequestPath.encoded)
      let requests =
        (texts + [
          "%2F", "%31", "%zz", "%C3%28", "%00", "a%20b", "+", ";", "a;b=c",
        ]).map { raw -> Conversation.Request in
          var request = own
          request.target = RequestPath(operation.path, raw: (parameter.name, raw)) { name in
            steps[steps.count - 1].path[self.index(of: name) ?? index]
          }.pieces
          return request
        }
      conversations += self.conversations("values of {\(parameter.name)}", requests)
    }
    return conversations
      + self.conversations(
        "odd paths",
        [
          suffixed("/"), suffixed("/undeclared"), suffixed("//"), suffixed("%20"), suffixed("#a"),
        ])
  }

  private func index(of name: String) -> Int? {
    operation.parameters.firstIndex { $0.location == .path && $0.name == name }
  }

  private func suffixed(_ suffix: String) -> Conversation.Request {
    var request = own
    request.target.insert(.text(suffix), at: request.target.count - 1)
    return request
  }

  private func headers() -> [Conversation] {
    let plain = [
      ("accept", "text/html"), ("accept", "application/json;q=0"), ("x-request-id", "abc.DEF-1_2"), ("x-request-id", "a b"),
      ("x-request-id", String(repeating: "a", count: 200)), ("origin", "https://example.org"),
    ].map { own.header($0.0, $0.1) }
    let declared = operation.parameters.filter { $0.location == .header }.flatMap { parameter in
      wild.texts(for: parameter.shape)
        .filter { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
        .map { own.header(parameter.name, $0) }
    }
    return conversations("headers", plain + declared)
  }

  // MARK: Bodies

  private func bodies() -> [Conversation] {
    guard let last = steps.last, let body = last.body, last.links.isEmpty else {
      return operation.body == nil ? conversations("a body where none is declared", [own.with(.json(["a": 1], links: []))]) : []
    }
    let text = JSONWriter.write(body, indent: nil)
    let types = [
      "", "application/json; charset=utf-8", "Application/JSON", "application/json;charset=latin1", "application/problem+json",
      "application/vnd.a+json", "text/json", "*/*", "json", "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]
    let typed = types.map { own.with(.bytes([.init(text)])).header("content-type", $0) }
    let texts = [
      "", " ", "{", "}", "null", "[]", "{}", "\"x\"", "1", text + "x", text + " ", "\u{FEFF}" + text, "{a:1}", "{'a':1}",
      "{\"a\":1,}", "[1,]", "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":01}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\x\"}",
      "{\"a\":\"\t\"}", "// a\n{}", "{\"a\":1,\"a\":2}", "true false",
    ].map { [Conversation.Chunk($0)] }
    let chunks =
      texts + [
        [.init("{\"a\":\""), .init(bytes: [0xC3, 0x28]), .init("\"}")],
        [.init("[", times: 200), .init("]", times: 200)],
        [.init("{\"a\":", times: 200), .init("1"), .init("}", times: 200)],
        [.init("[", times: 100_000)],
        [.init("{\"a\":\""), .init("a", times: 3 << 20), .init("\"}")],
      ]
    let raw = chunks.map { own.with(.bytes($0)).header("content-type", "application/json") }
    return conversations("media types", typed) + conversations("texts", raw)
  }

  // MARK: Methods

  private func methods() -> [Conversation] {
    let others = ["HEAD", "OPTIONS", "TRACE", "POST", "PUT", "PATCH", "DELETE", "GET", "BREW"]
    let declared = Set(core.operations.filter { $0.path.shape == operation.path.shape }.map(\.method.rawValue))
    let requests = others.filter { !declared.contains($0) }.map { method -> Conversation.Request in
      var request = own
      request.method = method
      request.body = nil
      return request
    }
    return conversations("other methods", requests)
  }
}
