package import SpecIR

extension Statement {
  /// Whether the statement runs a query.
  package var asksDatabase: Bool {
    switch self {
    case .query, .transaction: true
    case .unwrap(_, _, let block), .each(_, _, let block): block.asksDatabase
    case .branch(_, let then, let otherwise): then.asksDatabase || otherwise.asksDatabase
    case .bind, .effect, .fail, .return: false
    }
  }

  /// Whether the statement always leaves the function.
  package var leaves: Bool {
    switch self {
    case .fail, .return: true
    case .branch(_, let then, let otherwise): (then.last?.leaves ?? false) && (otherwise.last?.leaves ?? false)
    case .transaction(let block): block.last?.leaves ?? false
    case .bind, .query, .effect, .unwrap, .each: false
    }
  }
}

extension [Statement] {
  /// Whether some statement runs a query.
  package var asksDatabase: Bool { contains(where: \.asksDatabase) }

  /// The expressions of all statements, in order.
  package var expressions: [Expression] {
    flatMap { statement -> [Expression] in
      switch statement {
      case .bind(_, let value): [value]
      case .query(_, let call): call.arguments
      case .unwrap(_, let value, let block), .each(_, let value, let block): [value] + block.expressions
      case .branch(let condition, let then, let otherwise): [condition] + then.expressions + otherwise.expressions
      case .transaction(let block): block.expressions
      case .return(let value): value.map { [$0] } ?? []
      case .effect, .fail: []
      }
    }
  }
}
