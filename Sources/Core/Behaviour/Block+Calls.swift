extension [Statement] {
  /// The calls of queries in all statements, in order.
  package var calls: [QueryCall] {
    flatMap { statement -> [QueryCall] in
      switch statement {
      case .query(_, let call): [call]
      case .unwrap(_, _, let block), .each(_, _, let block), .transaction(let block): block.calls
      case .branch(_, let then, let otherwise): then.calls + otherwise.calls
      case .bind, .effect, .fail, .return: []
      }
    }
  }

  /// What these calls make of violated constraints, in order.
  package var violations: [QueryCall.Violation] { calls.flatMap(\.violations) }

  /// Whether any of the statements is a transaction.
  package var hasTransaction: Bool {
    contains { statement in
      switch statement {
      case .transaction: true
      case .unwrap(_, _, let block), .each(_, _, let block): block.hasTransaction
      case .branch(_, let then, let otherwise): then.hasTransaction || otherwise.hasTransaction
      case .query, .bind, .effect, .fail, .return: false
      }
    }
  }
}
