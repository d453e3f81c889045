package import SpecIR

/// One operation of a file of tests.
package enum TestedOperation {
  case called(OperationID, [ContractCase])
  /// With what a reader of the tests is told.
  case skipped(note: String)

  /// Returns what there is to ask of each of the operations, in their order.
  ///
  /// - Parameter dialect: the database on which the backend runs.
  package static func all(
    of operations: [OperationID], in contract: Contract, fixtures: Fixtures, on dialect: SQLDialect
  ) -> [TestedOperation] {
    var seen: Set<String> = []
    return operations.compactMap { id in
      let operation = contract.core[id]
      // Of two operations on one method and path, the router knows the first.
      guard seen.insert("\(operation.method.rawValue) \(operation.path.shape)").inserted else { return nil }
      do throws(OperationCases.Refusal) {
        return .called(id, try OperationCases(contract, id, fixtures: fixtures, on: dialect).all())
      } catch { return .skipped(note: "`\(operation.name)` is not called here: \(error.reason).") }
    }
  }
}
