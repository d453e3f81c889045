/// Finds out whether an expression may break in brackets of its own instead of getting parentheses around it.
///
/// It may where it begins or ends with brackets that hold something, and has at most one operator of its loosest kind.
struct PythonBracketSearch {
  private var loosest = PythonLooseness.none
  private var count = 0
  private var hasBrackets = false
  private var last: PythonExpr?
  private var first: PythonExpr?
  /// Whether the expression begins with an operator or a word.
  private var beginsWithToken = false

  /// Whether it is a pattern, where keywords alone do not fill brackets.
  private let isPattern: Bool

  private init(isPattern: Bool) { self.isPattern = isPattern }

  static func mayOmitParentheses(_ expression: PythonExpr, isPattern: Bool = false) -> Bool {
    var search = PythonBracketSearch(isPattern: isPattern)
    search.enter(expression)
    guard search.hasBrackets, search.count <= 1 else { return false }
    if search.loosest <= .attribute { return true }
    return search.isFilled(search.last) || search.isFilled(search.first)
  }

  /// Brackets of a subscript do not count: breaking them looks odd.
  private func isFilled(_ expression: PythonExpr?) -> Bool {
    guard let expression else { return false }
    if case .subscript = expression.bare.kind { return false }
    if isPattern, case .call(_, let arguments) = expression.kind {
      return arguments.contains { if case .positional = $0 { true } else { false } }
    }
    return expression.brackets == .filled
  }

  private mutating func visit(_ expression: PythonExpr) {
    last = expression
    if expression.isParenthesized { hasBrackets = true } else { enter(expression) }
    if first == nil, !beginsWithToken { first = expression }
  }

  private mutating func note(_ looseness: PythonLooseness, count added: Int = 1) {
    if looseness > loosest {
      loosest = looseness
      count = added
    } else if looseness == loosest {
      count += added
    }
  }

  private mutating func begin() { if first == nil { beginsWithToken = true } }

  private mutating func enter(_ expression: PythonExpr) {
    switch expression.kind {
    case .dict, .list, .set, .tuple, .comprehension: hasBrackets = true
    case .boolean(_, let values):
      note(.boolean, count: values.count - 1)
      for value in values { visit(value) }
    case .binary(let left, let op, let right):
      note(op.looseness)
      visit(left)
      visit(right)
    case .conditional(let value, let test, let otherwise):
      note(.conditional, count: 2)
      for part in [value, test, otherwise] { visit(part) }
    case .compare(let left, let rest):
      note(.comparison, count: rest.count)
      visit(left)
      for comparison in rest { visit(comparison.value) }
    case .call(let inner, _), .subscript(let inner, _):
      hasBrackets = true
      visit(inner)
      last = expression
    case .attribute(let value, _):
      visit(value)
      if value.brackets != nil { note(.attribute) }
      last = expression
    case .unary(let op, let value):
      if op == .invert { note(.inversion) }
      begin()
      visit(value)
    case .lambda(let parameters, let body):
      begin()
      for parameter in parameters.positionalOnly + parameters.ordinary + parameters.keywordOnly {
        if let value = parameter.value { visit(value) }
      }
      visit(body)
    case .await(let value), .yieldFrom(let value), .starred(let value):
      begin()
      visit(value)
    case .yield(let value):
      begin()
      if let value { visit(value) }
    case .walrus(let name, let value):
      visit(.name(PythonSymbol(stringLiteral: name)))
      visit(value)
    case .bound(let value, _): visit(value)
    case .parenthesized(let inner): enter(inner)
    case .formatted, .string, .quoted, .number, .constant, .name, .slice: return
    }
  }
}
