import SpecIR

/// What keeps an operation closed or out of reach before any table is looked at.
enum OperationGate {
  static func check(_ operation: Operation) throws(Refusal) {
    if !operation.security.isEmpty, !operation.security.contains(where: \.schemes.isEmpty) {
      throw Refusal(.closed, "the contract asks for credentials, and their check is not generated yet")
    }
    switch operation.method {
    case .options, .trace: throw Refusal(.unsupported, "\(operation.method.rawValue) asks for nothing that is stored")
    case .get, .head, .delete:
      if operation.body != nil { throw Refusal(.unsupported, "\(operation.method.rawValue) with a body has no defined meaning") }
    case .post, .put, .patch: break
    }
    if let body = operation.body, !body.alternatives.contains(where: { $0.encoding == .json }) {
      let types = body.alternatives.map(\.mediaType).joined(separator: ", ")
      throw Refusal(.unsupported, "its body is only accepted as \(types), and bodies are read as JSON")
    }
    if let success = operation.successResponse, !success.contents.isEmpty,
      !success.contents.contains(where: { $0.encoding == .json })
    {
      let types = success.contents.map(\.mediaType).joined(separator: ", ")
      throw Refusal(.unsupported, "its answer is only declared as \(types), and answers are written as JSON")
    }
    for parameter in operation.parameters { try check(parameter) }
  }

  /// Headers that tell nothing about which data is meant, and may go unread.
  private static let harmlessHeaders: Set<String> = [
    "accept", "accept-language", "accept-encoding", "user-agent", "x-request-id", "x-correlation-id", "traceparent",
    "tracestate", "content-type", "content-length",
  ]

  private static func check(_ parameter: Parameter) throws(Refusal) {
    switch parameter.location {
    case .path, .query: return
    case .header where harmlessHeaders.contains(parameter.name.lowercased()): return
    case .header, .cookie:
      throw Refusal(.unsupported, "no rule says what the \(parameter.location.rawValue) parameter \(parameter.name) does")
    }
  }
}
