import SpecAdapters
import SpecIR
import SpecRehearsal
import SpecWriting

/// The types of behaviour in Python.
extension PythonTarget {
  func type(_ type: ValueType) -> PythonExpr {
    switch type {
    case .unit: .none
    case .api(let type): self.type(type)
    case .presence(let inner):
      switch Absence(type, self) {
      // `ABSENT` is an object as well.
      case .absent where contract.resolved(inner) == .scalar(.json): self.type(inner)
      case .absent:
        PythonExpr.union([self.type(contract.resolved(inner).unwrapped), .name(decoding("Absent")), .none])
      case .null, nil: self.type(inner).optional
      }
    case .row(let id): .name(symbol(of: id))
    case .optional(let inner): self.type(inner).optional
    case .list(let inner): .generic("list", [self.type(inner)])
    }
  }

  /// The type of a value that is there.
  func present(_ type: ValueType) -> PythonExpr {
    switch type {
    case .presence(let inner), .api(let inner): self.type(contract.resolved(inner).unwrapped)
    case .unit, .row, .optional, .list: self.type(type)
    }
  }

  func isNullable(_ type: ValueType) -> Bool {
    switch type {
    case .api(let inner), .presence(let inner): contract.resolved(inner).isOptional
    case .optional: true
    case .unit, .row, .list: false
    }
  }

  /// Whether the value is true or false.
  func isFlag(_ type: ValueType) -> Bool {
    switch type {
    case .api(let inner), .presence(let inner): contract.resolved(inner).unwrapped == .scalar(.bool)
    case .unit, .row, .optional, .list: false
    }
  }

  // MARK: Enumerations

  private func enumeration(of type: ValueType) -> (id: ModelID, enumeration: Enumeration)? {
    switch type {
    case .api(let inner), .presence(let inner):
      guard case .named(let id) = contract.resolved(inner).unwrapped, case .enumeration(let enumeration) = core[id].kind else {
        return nil
      }
      return (id, enumeration)
    case .unit, .row, .optional, .list: return nil
    }
  }

  /// How many values there are; nothing where they are not counted.
  func caseCount(of type: ValueType) -> Int? { enumeration(of: type)?.enumeration.cases.count }

  /// A case by its value; the value itself where the type is no enumeration of texts.
  func caseValue(_ value: JSONValue, of type: ValueType) -> PythonExpr {
    guard let (id, enumeration) = enumeration(of: type), enumeration.base == .string,
      let index = enumeration.cases.firstIndex(where: { $0.value == value })
    else { return PythonLiteral.plain(value) }
    return .name(symbol(of: id)).attribute(self[id].variants[index])
  }
}
