import SpecAdapters
import SpecIR
import SpecNaming

/// The classes of failures: one for each error of a room's functions, in the file of its services.
extension PythonTarget {
  /// The errors of a room, in the order of the model.
  func errors(of group: OperationGroup) -> [ErrorID] {
    let declared = Set(core.functions(of: group).flatMap { core[$0].errors })
    return core.errors.indices.map(ErrorID.init).filter(declared.contains)
  }

  /// `EmailTakenError`
  func errorName(_ id: ErrorID, in group: OperationGroup) -> String {
    var scope = NameScope(reserved: PythonNames.types, mark: PythonNames.numberMark)
    scope.reserve("ServiceError")
    for other in errors(of: group) {
      let name = scope.claim(PythonNames.type(core[other].name) + "Error")
      if other == id { return name }
    }
    return "ServiceError"
  }

  /// The class of a failure; handlers say what it is in HTTP.
  func symbol(of id: ErrorID, in group: OperationGroup) -> PythonSymbol {
    .own(module("services", group.module), errorName(id, in: group))
  }
}
