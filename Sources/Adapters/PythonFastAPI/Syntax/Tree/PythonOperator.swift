package enum PythonUnary: String, Sendable {
  case not = "not "
  case minus = "-"
  case plus = "+"
  case invert = "~"
}

package enum PythonBoolean: String, Sendable { case and, or }

package enum PythonComparator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `is`
  case isNot = "is not"
  case `in`
  case notIn = "not in"
}

package enum PythonBinary: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "**"
  case bitAnd = "&"
  case bitOr = "|"
  case bitXor = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"

  var binding: PythonBinding {
    switch self {
    case .add, .subtract: .sum
    case .multiply, .divide, .floorDivide, .remainder: .product
    case .power: .power
    case .bitAnd: .bitAnd
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    case .shiftLeft, .shiftRight: .shift
    }
  }
}

/// How tightly an expression holds together, from the loosest.
///
/// Source: the Python reference, "Operator precedence".
enum PythonBinding: Int, Comparable {
  case yield, walrus, lambda, conditional, or, and, not, comparison, bitOr, bitXor, bitAnd, shift, sum, product, unary, power,
    await, primary

  static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}
