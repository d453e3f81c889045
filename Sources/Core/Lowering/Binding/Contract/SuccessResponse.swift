package import SpecIR

extension Operation {
  /// The answer that the operation gives where nothing fails, with its status; nothing where the contract declares none.
  ///
  /// Of several, the one that the method asks for (201 for POST, 204 for DELETE without content, else 200), then the first
  /// in the contract's order; then `2XX`, then `default`, each with that same status.
  package var successResponse: (status: Int, response: Response)? {
    let usual = usualSuccessStatus
    if let response = responses.first(where: { $0.status == .code(usual) }) { return (usual, response) }
    for response in responses {
      if case .code(let status) = response.status, (200..<300).contains(status) { return (status, response) }
    }
    let wide = responses.first { $0.status == .range(2) } ?? responses.first { $0.status == .default }
    return wide.map { response in
      (method == .delete && !response.contents.isEmpty ? 200 : usual, response)
    }
  }

  private var usualSuccessStatus: Int {
    switch method {
    case .post: 201
    case .delete: 204
    case .get, .put, .patch, .head, .options, .trace: 200
    }
  }

  /// Whether the contract declares an answer of exactly that status.
  func declares(_ status: Int) -> Bool { responses.contains { $0.status == .code(status) } }
}
