import SpecIR
import SpecNaming
import SpecWriting

/// Spells comparisons: a constant stands behind what is compared with it, and has a name.
struct ComparisonSpelling {
  private let spelling: Spelling

  init(_ spelling: Spelling) { self.spelling = spelling }

  func comparison(_ operation: Operator, _ arguments: [Expression]) -> PythonExpr {
    let isEqual = operation == .equal
    // A flag is its own test.
    if isEqual, case .literal(.bool(let flag), _) = arguments[1] {
      return flag ? spelling.spell(arguments[0]) : .not(spelling.spell(arguments[0]))
    }
    if arguments[0].integer != nil, arguments[1].integer == nil {
      return compared(arguments[1], isEqual ? .equal : .greater, arguments[0])
    }
    return compared(arguments[0], isEqual ? .equal : .less, arguments[1])
  }

  /// `not`, with the comparison turned round.
  func not(_ expression: Expression) -> PythonExpr {
    switch expression {
    case .call(.equal, let arguments): return compared(arguments[0], .notEqual, arguments[1])
    case .call(.int64Less, let arguments): return compared(arguments[0], .greaterOrEqual, arguments[1])
    case .call(.boolNot, let arguments): return spelling.spell(arguments[0])
    case .isPresent(let inner):
      return (spelling.absence(of: inner) ?? .null).isAbsent(spelling.spell(inner), spelling.target)
    case .local, .literal, .field, .column, .construct, .none, .some, .orNull, .orElse, .absentIfNull, .mapped, .mappedList,
      .convert, .call:
      return .not(spelling.spell(expression))
    }
  }

  private func compared(_ value: Expression, _ op: PythonComparator, _ other: Expression) -> PythonExpr {
    let right = ComparedConstant(value, other).map { PythonExpr(stringLiteral: $0.name) } ?? spelling.spell(other)
    return spelling.spell(value).compare(op, right)
  }
}

/// A number that a value is compared with, and that says nothing by itself: a constant of the file.
struct ComparedConstant: Hashable {
  let number: Int64
  private let isLength: Bool

  init?(_ value: Expression, _ other: Expression) {
    guard let number = other.integer, number != 0, number != 1 else { return nil }
    self.number = number
    if case .call(.stringLengthCodePoints, _) = value { isLength = true } else { isLength = false }
  }

  /// `_LENGTH_32`
  var name: String { (isLength ? "_LENGTH_" : "_NUMBER_") + (number < 0 ? "MINUS_" : "") + String(number.magnitude) }

  var statement: PythonStatement { .constant(name, .integer(number)) }

  /// The constants of an expression, in order.
  static func all(in expression: Expression) -> [ComparedConstant] {
    var found = expression.operands.flatMap { all(in: $0) }
    guard case .call(let operation, let arguments) = expression, operation == .equal || operation == .int64Less,
      arguments.count == 2
    else { return found }
    if let constant = ComparedConstant(arguments[0], arguments[1]) ?? ComparedConstant(arguments[1], arguments[0]) {
      found.append(constant)
    }
    return found
  }
}
