import SpecIR
import SpecWriting

/// A test of a value that may be missing, in which something harmless stands for one that is: `len(name or "") > 32`.
///
/// People ask first whether there is a value: `name is not None and len(name) > 32`.
struct GivenTest {
  /// The value that may be missing.
  private let value: Expression
  /// The test of a value that is there.
  private let test: Expression
  private let spelling: Spelling

  /// - Returns: nothing where the test holds more than one such value, or where what stands for it does not pass.
  init?(_ condition: Expression, _ spelling: Spelling) {
    guard let stand = condition.stands.first, case .orElse(let value, let other) = stand,
      condition.stands.allSatisfy({ $0 == stand }),
      spelling.target.core.constant(condition.replacing(stand, by: other)) == .bool(false)
    else { return nil }
    self.value = value
    self.spelling = spelling
    if case .orNull(let presence) = value {
      test = condition.replacing(stand, by: presence)
    } else {
      test = condition.replacing(stand, by: value)
    }
  }

  var expression: PythonExpr {
    let isNotNone = { (value: PythonExpr) in value.compare(.isNot, .none) }
    guard case .orNull(let presence) = value, spelling.absence(of: presence) == .absent else {
      return .all([isNotNone(spelling.spell(value)), spelling.spell(test)])
    }
    let given = spelling.spell(presence)
    return .all([Absence.absent.isPresent(given, spelling.target), isNotNone(given), spelling.spell(test)])
  }
}

extension Expression {
  /// The values inside that stand for others where those are missing, from the outside in.
  fileprivate var stands: [Expression] {
    if case .orElse = self { return [self] }
    return operands.flatMap(\.stands)
  }

  fileprivate func replacing(_ part: Expression, by other: Expression) -> Expression { rewritten { $0 == part ? other : nil } }
}
