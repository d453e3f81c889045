package import SpecWriting

/// A value while a function runs. Values of the contract are JSON, so that requests and answers can be compared as they are.
package indirect enum Value: Hashable, Sendable {
  case unit
  case api(JSONValue)
  /// A presence without value; one with a value is ``api(_:)``.
  case absent
  /// The columns of a row, in the order of its shape; nothing is NULL.
  case row([JSONValue?])
  /// An optional without value; one with a value is the value.
  case nothing
  case list([Value])
}

/// What a function came to.
package enum Outcome: Hashable, Sendable {
  /// What it returned; nothing for a function without result.
  case value(JSONValue?)
  case failure(ErrorID)
  /// Something that no function can handle: a broken constraint that nobody declared, or a stored value that does not convert.
  case infrastructure(String)
}

/// What a function cannot handle.
struct InfrastructureFailure: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

extension Value {
  /// The value as JSON.
  func json() throws(InfrastructureFailure) -> JSONValue {
    switch self {
    case .api(let value): return value
    case .nothing: return .null
    case .list(let items):
      var values: [JSONValue] = []
      for item in items { values.append(try item.json()) }
      return .array(values)
    case .unit, .absent, .row: throw InfrastructureFailure("a value of the contract was expected")
    }
  }

  func bool() throws(InfrastructureFailure) -> Bool {
    guard case .api(.bool(let flag)) = self else { throw InfrastructureFailure("a bool was expected") }
    return flag
  }

  func int64() throws(InfrastructureFailure) -> Int64 {
    guard case .api(.number(let number)) = self, let value = number.int64 else {
      throw InfrastructureFailure("an integer was expected")
    }
    return value
  }

  static func int64(_ value: Int64) -> Value { .api(.number(JSONNumber(Int(value)))) }
}
