internal import SpecWriting

extension DatabaseJSON {
  static func expression(_ expression: SQLExpression) -> JSONValue {
    switch expression {
    case .literal(let value): ["kind": "literal", "value": literal(value)]
    case .column(let name): ["kind": "column", "column": .string(name)]
    case .not(let operand): ["kind": "not", "operand": self.expression(operand)]
    case .negate(let operand): ["kind": "negate", "operand": self.expression(operand)]
    case .binary(let operation, let left, let right):
      [
        "kind": "binary", "operator": .string(operation.rawValue), "left": self.expression(left),
        "right": self.expression(right),
      ]
    case .isNull(let operand, let negated):
      ["kind": "isNull", "operand": self.expression(operand), "negated": .bool(negated)]
    case .inList(let operand, let items, let negated):
      [
        "kind": "inList", "operand": self.expression(operand), "items": .array(items.map(self.expression)),
        "negated": .bool(negated),
      ]
    case .between(let operand, let low, let high, let negated):
      [
        "kind": "between", "operand": self.expression(operand), "low": self.expression(low), "high": self.expression(high),
        "negated": .bool(negated),
      ]
    case .like(let operand, let pattern, let isCaseSensitive, let negated):
      search("like", operand, pattern, isCaseSensitive, negated)
    case .matches(let operand, let pattern, let isCaseSensitive, let negated):
      search("matches", operand, pattern, isCaseSensitive, negated)
    case .glob(let operand, let pattern, let negated):
      [
        "kind": "glob", "operand": self.expression(operand), "pattern": self.expression(pattern), "negated": .bool(negated),
      ]
    case .cast(let operand, let type): ["kind": "cast", "operand": self.expression(operand), "type": self.type(type)]
    case .call(let function, let arguments):
      ["kind": "call", "function": .string(function.rawValue), "arguments": .array(arguments.map(self.expression))]
    case .conditional(let branches, let otherwise):
      [
        "kind": "conditional",
        "branches": .array(branches.map { ["when": self.expression($0.condition), "then": self.expression($0.value)] }),
        "otherwise": otherwise.map(self.expression) ?? .null,
      ]
    case .verbatim(let text, let columns): ["kind": "verbatim", "text": .string(text), "columns": texts(columns)]
    }
  }

  private static func search(
    _ kind: String, _ operand: SQLExpression, _ pattern: SQLExpression, _ isCaseSensitive: Bool, _ negated: Bool
  ) -> JSONValue {
    [
      "kind": .string(kind), "operand": expression(operand), "pattern": expression(pattern),
      "isCaseSensitive": .bool(isCaseSensitive), "negated": .bool(negated),
    ]
  }

  /// Bytes are in hexadecimal, as SQL writes them.
  static func literal(_ literal: SQLLiteral) -> JSONValue {
    switch literal {
    case .null: ["kind": "null"]
    case .boolean(let value): ["kind": "boolean", "value": .bool(value)]
    case .number(let digits): ["kind": "number", "digits": .string(digits)]
    case .string(let text): ["kind": "string", "text": .string(text)]
    case .bytes(let bytes):
      ["kind": "bytes", "hexadecimal": .string(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())]
    }
  }
}
