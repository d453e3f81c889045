package import SpecWriting

extension BehaviourJSON {
  package static func json(_ block: Block) -> JSONValue { .array(block.map { json($0) }) }

  static func json(_ statement: Statement) -> JSONValue {
    switch statement {
    case .bind(let local, let value): ["kind": "bind", "local": id(local), "value": json(value)]
    case .query(let local, let call):
      [
        "kind": "query",
        "local": local.map { id($0) } ?? .null,
        "query": id(call.query),
        "arguments": .array(call.arguments.map { json($0) }),
        "violations": .array(call.violations.map { ["constraint": json($0.constraint), "error": id($0.error)] }),
      ]
    case .effect(let local, let effect): ["kind": "effect", "local": id(local), "effect": json(effect)]
    case .unwrap(let local, let value, let otherwise):
      ["kind": "unwrap", "local": id(local), "value": json(value), "otherwise": json(otherwise)]
    case .branch(let condition, let then, let otherwise):
      ["kind": "branch", "condition": json(condition), "then": json(then), "otherwise": json(otherwise)]
    case .each(let local, let list, let block):
      ["kind": "each", "local": id(local), "list": json(list), "block": json(block)]
    case .transaction(let block): ["kind": "transaction", "block": json(block)]
    case .fail(let error): ["kind": "fail", "error": id(error)]
    case .return(let value): ["kind": "return", "value": value.map { json($0) } ?? .null]
    }
  }

  private static func json(_ effect: Effect) -> JSONValue {
    switch effect {
    case .now: "now"
    case .newUUID: "newUUID"
    }
  }

  private static func json(_ constraint: ConstraintReference) -> JSONValue {
    func named(_ kind: String, _ table: TableID, _ index: Int?) -> JSONValue {
      let head = [JSONValue.Member("kind", .string(kind)), .init("table", .number(JSONNumber(table.index)))]
      return .object(head + (index.map { [.init("index", .number(JSONNumber($0)))] } ?? []))
    }
    switch constraint {
    case .primaryKey(let table): return named("primaryKey", table, nil)
    case .unique(let table, let index): return named("unique", table, index)
    case .foreignKey(let table, let index): return named("foreignKey", table, index)
    case .referenced(let table, let index): return named("referenced", table, index)
    case .check(let table, let index): return named("check", table, index)
    case .notNull(let table, let column): return named("notNull", table, column.index)
    }
  }
}
