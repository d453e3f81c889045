import SpecAdapters
import SpecIR
import SpecWriting

extension Spelling {
  /// Spells an operator with its operands.
  func call(_ op: Operator, _ arguments: [Expression]) -> RustExpr {
    let values = arguments.map { borrowedForComparison($0) }
    switch op {
    case .boolAnd: return values[0] && values[1]
    case .boolOr: return values[0] || values[1]
    case .boolNot: return .not(values[0])
    case .equal: return values[0] == values[1]
    case .int64Less:
      // A length is compared as Rust counts, and stands before its bound.
      if case .literal = arguments[0], case .call(.stringLengthCodePoints, let texts) = arguments[1] {
        return count(of: texts[0]).binary(.greater, values[0])
      }
      return values[0].binary(.less, values[1])
    case .int64Minimum: return values[0].call("min", values[1])
    case .int64Maximum: return values[0].call("max", values[1])
    case .int64AddSaturating: return values[0].call("saturating_add", values[1])
    case .int64SubtractSaturating: return values[0].call("saturating_sub", values[1])
    case .int64MultiplySaturating: return values[0].call("saturating_mul", values[1])
    case .int64DivideCeiling:
      return values[0].call("saturating_add", values[1].binary(.subtract, .integer(1))).binary(.divide, values[1])
    case .decimalFits: return .call(.databaseValue("fits"), arguments: values)
    case .stringLengthCodePoints: return count(of: arguments[0]).cast(to: .i64)
    case .listCount:
      // Taken before, since the list itself may be used up in the same expression.
      if case .local(let id)? = arguments.first { return RustExpr(stringLiteral: "\(local(id).name)_count") }
      return values[0].call("len").cast(to: .i64)
    }
  }

  /// How many code points a text has.
  private func count(of text: Expression) -> RustExpr { borrowedForComparison(text).call("chars").call("count") }

  /// An operand by its place: comparing and calling methods takes nothing away.
  private func borrowedForComparison(_ expression: Expression) -> RustExpr { operand(expression).expression }
}
