import SpecWriting

/// What is asked of a backend beside its operations.
extension Conversations {
  func surroundings() -> [Conversation] {
    func request(_ method: String, _ target: String) -> Conversation.Request {
      Conversation.Request(method: method, target: [.text(target)])
    }
    let unknown = ["/nowhere", "/", "//", "/%2e%2e/", "/%", "/\u{E9}", "/nowhere?a=1", "*"]
    let probes = ["/health", "/ready", "/livez", "/readyz", "/openapi.json"]
    return [
      Conversation("unknown paths", unknown.flatMap { [request("GET", $0), request("POST", $0)] }),
      Conversation("probes", probes.flatMap { path in ["GET", "HEAD", "OPTIONS", "POST", "DELETE"].map { request($0, path) } }),
      Conversation(
        "request ids",
        ["abc", "a.b_c-D9", "", "a b", "a/b", "\u{E9}", String(repeating: "a", count: 128), String(repeating: "a", count: 129)]
          .map {
            request("GET", "/health").header("x-request-id", $0)
          }),
      Conversation(
        "preflights",
        ["https://example.org", "null", "http://localhost:3000"].map {
          request("OPTIONS", "/health").header("origin", $0).header("access-control-request-method", "GET")
        }),
    ]
  }
}
