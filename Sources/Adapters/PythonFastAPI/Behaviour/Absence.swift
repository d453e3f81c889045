import SpecIR
import SpecRehearsal

/// How a value says that it is absent.
enum Absence: CaseIterable {
  /// `None`, which is no value of the type.
  case null
  /// `ABSENT`, since null is a value: of a type with null, or of JSON that may be anything.
  case absent

  init?(_ type: ValueType, _ target: PythonTarget) {
    guard case .presence(let inner) = type else { return nil }
    let resolved = target.contract.resolved(inner)
    self = resolved.isOptional || resolved == .scalar(.json) ? .absent : .null
  }

  var word: String {
    switch self {
    case .null: "None"
    case .absent: "ABSENT"
    }
  }

  /// What stands for absence.
  func sentinel(_ target: PythonTarget) -> PythonExpr {
    switch self {
    case .null: .none
    case .absent: .name(target.decoding("ABSENT"))
    }
  }

  func isPresent(_ value: PythonExpr, _ target: PythonTarget) -> PythonExpr { value.compare(.isNot, sentinel(target)) }
  func isAbsent(_ value: PythonExpr, _ target: PythonTarget) -> PythonExpr { value.compare(.is, sentinel(target)) }
}
