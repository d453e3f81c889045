import SpecAdapters
import SpecIR
import SpecWriting

extension RustTarget {
  /// The enumeration behind a type, null and absence aside.
  func enumeration(of type: ValueType) -> ModelID? {
    switch type {
    case .api(let type), .presence(let type):
      guard case .named(let id) = resolved(type).unwrapped, case .enumeration = core[id].kind else { return nil }
      return id
    case .unit, .row, .optional, .list: return nil
    }
  }

  /// The path of the case that has a value.
  func casePath(_ id: ModelID, _ value: JSONValue) -> RustPath? {
    guard case .enumeration(let enumeration) = core[id].kind else { return nil }
    return enumeration.cases.firstIndex { $0.value == value }.map { RustPath(.api(self[id].name), self[id].variants[$0]) }
  }

  func caseCount(_ id: ModelID) -> Int {
    guard case .enumeration(let enumeration) = core[id].kind else { return 0 }
    return enumeration.cases.count
  }
}
