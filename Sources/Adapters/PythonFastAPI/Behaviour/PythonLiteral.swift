import SpecIR
import SpecRehearsal
import SpecWriting

/// Values of an input as literals of Python.
enum PythonLiteral {
  /// A value as JSON has it.
  static func plain(_ value: JSONValue) -> PythonExpr {
    switch value {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .string(let text): .string(text)
    case .number(let number): self.number(number)
    case .array(let items): .list(items.map(plain))
    case .object(let members): .dict(members.map { ($0.key, plain($0.value)) })
    }
  }

  private static func number(_ number: JSONNumber) -> PythonExpr {
    PythonExpr.integer(digits: number.literal) ?? .float(number.double ?? 0)
  }

  /// A value of a type.
  static func value(_ value: JSONValue, _ type: TypeRef, _ target: PythonTarget) -> PythonExpr {
    if value == .null { return .none }
    switch target.contract.resolved(type).unwrapped {
    case .scalar(let scalar): return self.scalar(value, scalar)
    case .list(let shape):
      guard case .array(let items) = value else { return plain(value) }
      return .list(items.map { self.value($0, shape.type, target) })
    case .map(let shape):
      guard case .object(let members) = value else { return plain(value) }
      return .dict(members.map { ($0.key, self.value($0.value, shape.type, target)) })
    case .named(let id):
      switch target.core[id].kind {
      case .enumeration: return target.caseValue(value, of: .api(.named(id)))
      case .structure: return PythonExpr.name(target.symbol(of: id)).call("model_validate", [.positional(plain(value))])
      case .union, .alias: return plain(value)
      }
    case .optional: return plain(value)
    }
  }

  /// A decimal of few digits and none behind the point, which needs no text.
  private static func whole(_ value: JSONValue) -> PythonExpr? {
    let digits: String
    switch value {
    case .number(let number): digits = number.literal
    case .string(let text): digits = text
    case .null, .bool, .array, .object: return nil
    }
    return digits.utf8.count < 16 ? PythonExpr.integer(digits: digits) : nil
  }

  private static func scalar(_ value: JSONValue, _ scalar: Scalar) -> PythonExpr {
    let text: PythonExpr? =
      switch value {
      case .string(let text): .string(text)
      case .number(let number): .string(number.literal)
      case .null, .bool, .array, .object: nil
      }
    guard let text else { return plain(value) }
    switch scalar {
    case .decimal: return .call(.decimal, [.positional(whole(value) ?? text)])
    case .date: return PythonExpr.name(.date).call("fromisoformat", [.positional(text)])
    case .dateTime: return PythonExpr.name(.datetime).call("fromisoformat", [.positional(text)])
    case .uuid: return .call(.uuid, [.positional(text)])
    case .bytes, .file: return .call(.std("base64", "b64decode"), [.positional(text)])
    case .float, .double: if case .number(let number) = value { return .float(number.double ?? 0) } else { return text }
    case .string, .uri, .duration, .time, .int32, .int64, .bool, .json: return plain(value)
    }
  }
}
