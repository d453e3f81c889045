package import SpecIR

extension CoreModel {
  /// The functions of a room, in the order of its operations; each once.
  package func functions(of group: OperationGroup) -> [FunctionID] {
    var seen: Set<FunctionID> = []
    return group.operations.compactMap { id in
      guard let function = self[id].binding?.function, seen.insert(function).inserted else { return nil }
      return function
    }
  }

  /// Whether some failure of a service tells of a place in the body.
  package var pointsAtFailures: Bool { functions.contains { $0.errors.contains { self[$0].pointer != nil } } }
}
