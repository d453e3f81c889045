package import SpecIR

/// An operation that a router can reach.
package struct RoutedOperation: Sendable {
  package let id: OperationID
  /// The room of its handler.
  package let group: OperationGroup
}

extension NamedTarget {
  /// In the order of the contract, room by room; of operations that no router can tell apart the first counts.
  package var routedOperations: [RoutedOperation] {
    var seen: Set<String> = []
    return names.groups.flatMap { group in
      group.operations.compactMap { id in
        let operation = core[id]
        guard seen.insert("\(operation.method.rawValue) \(operation.path.shape)").inserted else { return nil }
        return RoutedOperation(id: id, group: group)
      }
    }
  }
}
