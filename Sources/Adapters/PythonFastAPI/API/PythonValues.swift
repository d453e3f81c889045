import SpecIR
import SpecWriting

/// Values of a contract as expressions.
enum PythonValues {
  /// Returns a value of a scalar; nothing where it is none, which Core has checked for defaults and cases.
  static func scalar(_ value: JSONValue, of scalar: Scalar) -> PythonExpr? {
    switch (scalar, value) {
    case (.int32, .number(let number)): number.int64.flatMap { Int32(exactly: $0) }.map { .integer($0) }
    case (.int64, .number(let number)): number.int64.map { .integer($0) }
    case (.float, .number(let number)), (.double, .number(let number)): number.double.map(float)
    case (.bool, .bool(let flag)): .bool(flag)
    case (.decimal, .number(let number)): decimal(number.literal)
    case (.json, _): json(value)
    case (_, .string(let text)): self.text(text, of: scalar)
    default: nil
    }
  }

  /// Whole numbers are written without a fraction where that loses nothing.
  private static func float(_ number: Double) -> PythonExpr {
    guard number == number.rounded(), abs(number) < 9_007_199_254_740_992, number != 0 || number.sign == .plus else {
      return .float(number)
    }
    return .integer(Int64(number))
  }

  private static func decimal(_ literal: String) -> PythonExpr {
    // Digits as text keep their scale; a plain integer has none.
    let value = literal.count < 16 ? PythonExpr.integer(digits: literal) : nil
    return .call(.decimal, [.positional(value ?? .string(literal))])
  }

  /// A scalar that a contract writes as text.
  private static func text(_ text: String, of scalar: Scalar) -> PythonExpr? {
    switch scalar {
    case .string, .uri, .time, .duration: .string(text)
    case .decimal: decimal(text)
    case .date: PythonExpr.name(.date).call("fromisoformat", [.positional(.string(text))])
    case .uuid: .call(.uuid, [.positional(.string(text))])
    case .bytes, .file:
      .call(PythonSymbol.std("base64", "b64decode"), [.positional(.string(text))])
    case .dateTime, .int32, .int64, .float, .double, .bool, .json: nil
    }
  }

  /// Returns a value as `json.loads` would.
  static func json(_ value: JSONValue) -> PythonExpr {
    switch value {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .number(let number): self.number(number)
    case .string(let text): .string(text)
    case .array(let items): .list(items.map(json))
    case .object(let members): .dict(members.map { ($0.key, json($0.value)) })
    }
  }

  private static func number(_ number: JSONNumber) -> PythonExpr {
    if number.isIntegerLiteral, let integer = PythonExpr.integer(digits: number.literal) { return integer }
    return .float(number.double ?? 0)
  }
}
