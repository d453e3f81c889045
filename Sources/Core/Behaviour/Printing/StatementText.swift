/// Prints statements, one line each, with their blocks below.
struct StatementText {
  let expressions: ExpressionText

  private var core: CoreModel { expressions.core }

  func lines(_ block: Block, depth: Int) -> [String] {
    block.flatMap { lines($0, depth: depth) }
  }

  private func lines(_ statement: Statement, depth: Int) -> [String] {
    let margin = String(repeating: "  ", count: depth)
    switch statement {
    case .bind(let local, let value): return ["\(margin)\(expressions.name(local)) = \(expressions.text(value))"]
    case .query(let local, let call):
      let target = local.map { "\(expressions.name($0)) = " } ?? ""
      return ["\(margin)\(target)\(text(call))"]
        + call.violations.map { "\(margin)  on \(text($0.constraint)) fail \(core[$0.error].name)" }
    case .effect(let local, let effect):
      let source =
        switch effect {
        case .now: "now()"
        case .newUUID: "newUUID()"
        }
      return ["\(margin)\(expressions.name(local)) = \(source)"]
    case .unwrap(let local, let value, let otherwise):
      return nested("\(margin)\(expressions.name(local)) = \(expressions.text(value)) otherwise", otherwise, depth)
    case .branch(let condition, let then, let otherwise):
      var lines = nested("\(margin)if \(expressions.text(condition))", then, depth)
      if !otherwise.isEmpty { lines += nested("\(margin)else", otherwise, depth) }
      return lines
    case .each(let local, let list, let block):
      return nested("\(margin)for \(expressions.name(local)) in \(expressions.text(list))", block, depth)
    case .transaction(let block): return nested("\(margin)transaction", block, depth)
    case .fail(let error): return ["\(margin)fail \(core[error].name)"]
    case .return(let value): return ["\(margin)return\(value.map { " \(expressions.text($0))" } ?? "")"]
    }
  }

  /// A block of one failure stands on the line that asks for it.
  private func nested(_ head: String, _ block: Block, _ depth: Int) -> [String] {
    if block.count == 1, case .fail(let error) = block[0] { return ["\(head) fail \(core[error].name)"] }
    return [head] + lines(block, depth: depth + 1)
  }

  private func text(_ call: QueryCall) -> String {
    let query = core[call.query]
    let arguments = zip(query.parameters, call.arguments).map { "\($0.name): \(expressions.text($1))" }
    return "\(query.name)(\(arguments.joined(separator: ", ")))"
  }

  private func text(_ constraint: ConstraintReference) -> String {
    guard let database = core.database else { return "constraint" }
    switch constraint {
    case .primaryKey(let table): return "primary key of \(database[table].name)"
    case .unique(let table, let index): return "unique \(database[table].uniques[index].name)"
    case .foreignKey(let table, let index): return "reference \(database[table].foreignKeys[index].name)"
    case .referenced(let table, let index): return "referenced by \(database[table].foreignKeys[index].name)"
    case .check(let table, let index): return "check \(database[table].checks[index].name)"
    case .notNull(let table, let column): return "null in \(database[table].name).\(database[table][column].name)"
    }
  }
}
