import SpecIR
package import SpecWriting

/// Requests in order, from an empty database on: asked of every stack, to hear whether all answer the same.
package struct Conversation {
  /// What is asked, for people: `create_user: email "a@b"`.
  package let name: String
  package var requests: [Request]
  /// How many times the last request is sent at once.
  package var parallel = 1

  init(_ name: String, _ requests: [Request], parallel: Int = 1) {
    self.name = name
    self.requests = requests
    self.parallel = parallel
  }

  package struct Request {
    package var method: String
    /// The target as it is sent, with its query; what earlier answers of the conversation hold is filled in.
    package var target: [RequestPath.Piece]
    package var headers: [Header] = []
    package var body: Body?
  }

  package struct Header {
    package let name: String
    package let value: String
  }

  package enum Body {
    /// A JSON text, with members taken from earlier answers of the conversation.
    case json(JSONValue, links: [(member: String, value: Fixtures.Value)])
    /// Bytes as they are.
    case bytes([Chunk])
  }

  /// A part of a body, so many times.
  package struct Chunk {
    package let bytes: [UInt8]
    package let count: Int

    init(_ text: String, times count: Int = 1) { self.init(bytes: Array(text.utf8), times: count) }

    init(bytes: [UInt8], times count: Int = 1) {
      self.bytes = bytes
      self.count = count
    }
  }
}

extension Conversation.Request {
  /// The request of a step, as JSON.
  init(_ step: Fixtures.Step, of core: CoreModel) {
    let operation = core[step.operation]
    let path = RequestPath(operation.path) { name in
      operation.parameters.firstIndex { $0.location == .path && $0.name == name }.flatMap { step.path[$0] }
    }
    self.init(method: operation.method.rawValue, target: path.pieces + [.text(RequestPath.query(step.query))])
    if let body = step.body { self.body = .json(body, links: step.links) }
  }

  /// The same with another body.
  func with(_ body: Conversation.Body) -> Self {
    var request = self
    request.body = body
    return request
  }

  /// The same with a query.
  func asking(_ query: String) -> Self {
    var request = self
    request.target.append(.text(query))
    return request
  }

  func header(_ name: String, _ value: String) -> Self {
    var request = self
    request.headers.append(Conversation.Header(name: name, value: value))
    return request
  }
}
