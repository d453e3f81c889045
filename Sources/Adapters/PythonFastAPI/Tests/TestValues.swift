import SpecRehearsal
import SpecWriting

extension PythonExpr {
  /// A value of JSON as the `json` module of Python reads it.
  static func json(_ value: JSONValue) -> PythonExpr { json(value, found: "body", varying: [], at: "") }

  /// The same, as an answer is expected to be.
  ///
  /// - Parameters:
  ///   - found: the answer. Where its value cannot be told beforehand, it is compared with itself: it must only be there.
  ///   - varying: those places, as JSON pointers.
  ///   - pointer: the place of `value`.
  static func json(_ value: JSONValue, found: PythonExpr, varying: Set<String>, at pointer: String = "") -> PythonExpr {
    if varying.contains(pointer) { return found }
    return switch value {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .number(let number): self.number(number)
    case .string(let text): self.text(text)
    case .array(let items):
      .list(
        items.enumerated().map { index, item in
          json(item, found: found.index(.integer(index)), varying: varying, at: "\(pointer)/\(index)")
        })
    case .object(let members):
      .dict(
        members.map { member in
          let place = pointer + "/" + member.key.replacing("~", with: "~0").replacing("/", with: "~1")
          return (member.key, json(member.value, found: found.index(.string(member.key)), varying: varying, at: place))
        })
    }
  }

  private static func number(_ number: JSONNumber) -> PythonExpr {
    if number.isIntegerLiteral, let integer = PythonExpr.integer(digits: number.literal) { return integer }
    // What is beyond a double cannot be sent: the test says so.
    return .float(number.double ?? .infinity)
  }

  /// A text; one letter many times is written as that.
  static func text(_ text: String) -> PythonExpr {
    guard let repeated = RepeatedText(text) else { return .string(text) }
    return PythonExpr.string(repeated.letter).binary(.multiply, .integer(repeated.count))
  }
}
