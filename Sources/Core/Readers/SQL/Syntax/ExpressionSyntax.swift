internal import SpecSource

/// An expression as it stands in a file.
struct ExpressionSyntax: Sendable {
  let kind: Kind
  let range: SourceRange
  /// How many expressions lie in one another, this one counted; bounded by the parser, so that walks may recurse.
  let height: Int

  init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
    height = 1 + (Self.children(of: kind).map(\.height).max() ?? 0)
  }

  indirect enum Kind: Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    /// Hexadecimal digits.
    case blob(String)
    /// A column, with the table and schema before it where they are written.
    case column([NameSyntax])
    /// `-`, `+`, `~` or `NOT`.
    case prefix(String, ExpressionSyntax)
    case infix(String, ExpressionSyntax, ExpressionSyntax)
    case isNull(ExpressionSyntax, negated: Bool)
    /// `IS [NOT] TRUE` and its kin.
    case isTruth(ExpressionSyntax, Bool, negated: Bool)
    case isDistinct(ExpressionSyntax, ExpressionSyntax, negated: Bool)
    case inList(ExpressionSyntax, [ExpressionSyntax], negated: Bool)
    case between(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax, negated: Bool)
    /// `LIKE`, `ILIKE`, `GLOB`, `REGEXP`, `SIMILAR TO`.
    case match(String, ExpressionSyntax, ExpressionSyntax, escape: ExpressionSyntax?, negated: Bool)
    case cast(ExpressionSyntax, TypeSyntax)
    /// A function, or a value keyword such as `CURRENT_TIMESTAMP`, by its name in lower case.
    case call(String, [ExpressionSyntax], hasParentheses: Bool)
    case conditional(operand: ExpressionSyntax?, [(ExpressionSyntax, ExpressionSyntax)], otherwise: ExpressionSyntax?)
    case array([ExpressionSyntax])
    /// `expression = ANY (…)` or `ALL`.
    case quantified(String, ExpressionSyntax, all: Bool, ExpressionSyntax)
    case row([ExpressionSyntax])
    case collate(ExpressionSyntax, NameSyntax)
    case atTimeZone(ExpressionSyntax, ExpressionSyntax)
    /// `'…'::type` is a cast; `type '…'` is this, which means the same.
    case subquery
    case star
    /// `DEFAULT` in a list of values.
    case defaultValue
  }
}

extension ExpressionSyntax {
  /// The expressions directly inside this one.
  var children: [ExpressionSyntax] { Self.children(of: kind) }

  private static func children(of kind: Kind) -> [ExpressionSyntax] {
    switch kind {
    case .null, .boolean, .number, .string, .blob, .column, .subquery, .star, .defaultValue: []
    case .prefix(_, let operand), .isNull(let operand, _), .isTruth(let operand, _, _), .cast(let operand, _),
      .collate(let operand, _):
      [operand]
    case .infix(_, let left, let right), .isDistinct(let left, let right, _), .quantified(_, let left, _, let right),
      .atTimeZone(let left, let right):
      [left, right]
    case .inList(let operand, let items, _): [operand] + items
    case .between(let operand, let low, let high, _): [operand, low, high]
    case .match(_, let operand, let pattern, let escape, _): [operand, pattern] + (escape.map { [$0] } ?? [])
    case .call(_, let arguments, _), .array(let arguments), .row(let arguments): arguments
    case .conditional(let operand, let branches, let otherwise):
      (operand.map { [$0] } ?? []) + branches.flatMap { [$0.0, $0.1] } + (otherwise.map { [$0] } ?? [])
    }
  }
}
