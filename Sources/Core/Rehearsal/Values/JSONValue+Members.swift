import SpecWriting

extension JSONValue {
  /// An object without one of its members.
  func without(_ name: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.key != name })
  }

  /// An object with another value in one of its members.
  func with(_ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    guard members.contains(where: { $0.key == name }) else { return .object(members + [Member(name, value)]) }
    return .object(members.map { $0.key == name ? Member(name, value) : $0 })
  }
}
