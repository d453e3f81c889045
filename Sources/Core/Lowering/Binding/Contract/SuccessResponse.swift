package import SpecIR

extension Operation {
  /// The answer that the operation gives where nothing fails; nothing where the contract declares none.
  ///
  /// Of several, the lowest status that has content, else the lowest; `default` only where it stands alone.
  package var successResponse: Response? {
    let successes = responses.enumerated().compactMap { item -> (status: Int, offset: Int, response: Response)? in
      guard let status = item.element.status.lowestSuccess else { return nil }
      return (status, item.offset, item.element)
    }
    let ordered = successes.sorted { ($0.status, $0.offset) < ($1.status, $1.offset) }.map(\.response)
    if let best = ordered.first(where: { !$0.contents.isEmpty }) ?? ordered.first { return best }
    return responses.count == 1 && responses[0].status == .default ? responses[0] : nil
  }

  /// Whether the contract declares an answer of exactly that status.
  func declares(_ status: Int) -> Bool { responses.contains { $0.status == .code(status) } }
}

extension Response.Status {
  /// The status of a success; a range stands for its first.
  var lowestSuccess: Int? {
    switch self {
    case .code(let code): (200..<300).contains(code) ? code : nil
    case .range(let hundreds): hundreds == 2 ? 200 : nil
    case .default: nil
    }
  }
}
