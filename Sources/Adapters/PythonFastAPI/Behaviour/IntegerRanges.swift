import SpecIR
import SpecRehearsal
import SpecWriting

/// Between which bounds the integers of a function lie, as far as the contract says: where no sum can leave 64 bits, none is
/// held back.
struct IntegerRanges {
  private let contract: Contract
  private let locals: [Function.Local]
  /// What locals are bound to.
  private let bound: [LocalID: Expression]

  init(_ contract: Contract, _ function: Function?) {
    self.contract = contract
    locals = function?.locals ?? []
    var bound: [LocalID: Expression] = [:]
    for case .bind(let local, let value) in function?.body ?? [] { bound[local] = value }
    self.bound = bound
  }

  private static let all = Int128(Int64.min)...Int128(Int64.max)

  /// The range of an operation's result before it is brought into 64 bits.
  func exact(_ operation: Operator, _ arguments: [Expression]) -> ClosedRange<Int128> {
    let (left, right) = (range(of: arguments[0]), range(of: arguments[1]))
    switch operation {
    case .int64AddSaturating: return left.lowerBound + right.lowerBound...left.upperBound + right.upperBound
    case .int64SubtractSaturating: return left.lowerBound - right.upperBound...left.upperBound - right.lowerBound
    case .int64MultiplySaturating:
      let corners = [
        left.lowerBound * right.lowerBound, left.lowerBound * right.upperBound, left.upperBound * right.lowerBound,
        left.upperBound * right.upperBound,
      ]
      return (corners.min() ?? 0)...(corners.max() ?? 0)
    case .int64Minimum: return min(left.lowerBound, right.lowerBound)...min(left.upperBound, right.upperBound)
    case .int64Maximum: return max(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
    case .boolAnd, .boolOr, .boolNot, .equal, .int64Less, .int64DivideCeiling, .decimalFits, .stringLengthCodePoints, .listCount:
      return Self.all
    }
  }

  /// Whether the first of two values is never the greater one; false where the second never is, nothing where that is open.
  func order(_ arguments: [Expression]) -> Bool? {
    let (left, right) = (range(of: arguments[0]), range(of: arguments[1]))
    if left.upperBound <= right.lowerBound { return true }
    return right.upperBound <= left.lowerBound ? false : nil
  }

  /// The range of a value.
  func range(of expression: Expression) -> ClosedRange<Int128> {
    switch expression {
    case .literal: return expression.integer.map { Int128($0)...Int128($0) } ?? Self.all
    case .local(let id): return bound[id].map(range) ?? Self.all
    case .field(let base, let name): return field(base, name)
    case .convert(.int32ToInt64, let inner), .orNull(let inner), .some(let inner): return range(of: inner)
    case .orElse(let value, let other):
      let (one, two) = (range(of: value), range(of: other))
      return min(one.lowerBound, two.lowerBound)...max(one.upperBound, two.upperBound)
    case .call(let operation, let arguments):
      guard arguments.count == 2 else { return Self.all }
      return exact(operation, arguments).clamped(to: Self.all)
    case .column, .construct, .none, .absentIfNull, .isPresent, .mapped, .mappedList, .convert: return Self.all
    }
  }

  private func field(_ base: Expression, _ name: String) -> ClosedRange<Int128> {
    guard case .local(let id) = base, locals.indices.contains(id.index), case .api(let type) = locals[id.index].type,
      let field = contract.structure(type)?.fields.first(where: { $0.name == name })
    else { return Self.all }
    let isNarrow = contract.resolved(field.shape.type).unwrapped == .scalar(.int32)
    let width = isNarrow ? Int128(Int32.min)...Int128(Int32.max) : Self.all
    let low = field.shape.constraints.minimum?.value.int64.map({ Int128($0) }) ?? width.lowerBound
    let high = field.shape.constraints.maximum?.value.int64.map({ Int128($0) }) ?? width.upperBound
    return low <= high ? (low...high).clamped(to: width) : width
  }
}
