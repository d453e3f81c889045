import SpecIR
import SpecWriting

/// One request of the client: `await client.post("/users", json=CREATE_USER)`.
struct TestCall {
  enum Body {
    /// An expression that the client writes as JSON.
    case json(PythonExpr)
    case value(JSONValue)
    /// A text as it is sent.
    case raw(String, mediaType: String)
  }

  let method: SpecIR.Operation.Method
  let path: PythonExpr
  var body: Body?

  var spelled: PythonExpr {
    let client = PythonExpr("client")
    let arguments = [.positional(path)] + (body.map(Self.arguments) ?? [])
    // Only some of the client's functions take a body.
    switch method {
    case .post, .put, .patch: return client.call(method.rawValue.lowercased(), arguments).await
    case .get, .delete, .head, .options, .trace:
      guard body == nil, method != .trace else {
        return client.call("request", [.positional(.string(method.rawValue))] + arguments).await
      }
      return client.call(method.rawValue.lowercased(), arguments).await
    }
  }

  private static func arguments(_ body: Body) -> [PythonArgument] {
    switch body {
    case .json(let value): [.keyword("json", value)]
    // For the client, a body of `None` is none at all.
    case .value(.null): arguments(.raw("null", mediaType: "application/json"))
    case .value(let value): [.keyword("json", .json(value))]
    case .raw(let text, let mediaType):
      [.keyword("content", .text(text)), .keyword("headers", .dict([("content-type", .string(mediaType))]))]
    }
  }
}
