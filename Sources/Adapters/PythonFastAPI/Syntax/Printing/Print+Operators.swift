import SpecWriting

/// Operands and the operators between them, without the tree that they are: `a + b * c` is `a`, `+`, `b`, `*`, `c`.
private struct FlatOperators {
  var operands: [PythonExpr] = []
  var operators: [(token: String, looseness: PythonLooseness)] = []

  init(_ expression: PythonExpr) { add(expression) }

  private mutating func add(_ expression: PythonExpr) {
    switch expression.kind {
    case .binary(let left, let op, let right):
      add(left)
      operators.append((op.rawValue, op.looseness))
      add(right)
    case .compare(let left, let rest):
      add(left)
      for comparison in rest {
        operators.append((comparison.op.rawValue, .comparison))
        add(comparison.value)
      }
    case .boolean(let op, let values):
      for (index, value) in values.enumerated() {
        if index > 0 { operators.append((op.rawValue, .boolean)) }
        add(value)
      }
    default: operands.append(expression)
    }
  }
}

extension PythonPrinter {
  func spellOperators(_ expression: PythonExpr) -> Document {
    let flat = FlatOperators(expression)
    return groupInParentheses(spell(flat, 0..<flat.operands.count))
  }

  /// Spells some operands in a row: broken before each of the loosest operators, or nowhere.
  private func spell(_ flat: FlatOperators, _ range: Range<Int>) -> Document {
    let inner = range.lowerBound..<(range.upperBound - 1)
    guard let loosest = inner.map({ flat.operators[$0].looseness }).max() else { return format(flat.operands[range.lowerBound]) }
    var parts: [Document] = []
    var start = range.lowerBound
    func add(upTo end: Int) {
      let operands = start..<end
      parts.append(operands.count == 1 ? format(flat.operands[start]) : groupInParentheses(spell(flat, operands)))
      start = end
    }
    for index in inner where flat.operators[index].looseness == loosest {
      add(upTo: index + 1)
      let isTight = loosest == .power && flat.operands[index].isSimplePower && flat.operands[index + 1].isSimplePower
      parts.append(lineInParentheses(soft: isTight))
      parts.append(.text(flat.operators[index].token))
      parts.append(isTight ? spaceIfBroken : " ")
    }
    add(upTo: range.upperBound)
    return .concat(parts)
  }

  /// A space where an operator without spaces begins a line.
  private var spaceIfBroken: Document {
    switch level {
    case .statement, .expression(nil): .empty
    case .expression(let group?): .only(.broken(group), .only(.broken(), " "))
    case .parenthesized: .only(.broken(), " ")
    }
  }
}

extension PythonExpr {
  /// Whether `**` stands without spaces beside the expression.
  fileprivate var isSimplePower: Bool {
    switch kind {
    case .name, .number, .constant: true
    case .unary(let op, let value): op != .not && value.isSimplePower
    case .attribute(let value, _): value.isSimplePower
    default: false
    }
  }
}
