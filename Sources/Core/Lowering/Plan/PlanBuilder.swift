package import SpecIR

/// Decides, for each operation and once for all stacks, in which order things are checked and what each failure answers.
///
/// Runs after binding: the failures of the service layer come from the functions that operations are bound to.
package enum PlanBuilder {
  /// Returns one plan for each operation, by the same index.
  package static func plans(for core: CoreModel) -> [OperationPlan] {
    let readers = LocationFinder(core)
    return core.operations.map { operation in
      OperationPlan(
        steps: steps(of: operation), success: readers.success(of: operation),
        failures: FailureTable(core: core, operation: operation).failures)
    }
  }

  private static func steps(of operation: Operation) -> [OperationPlan.Step] {
    var steps: [OperationPlan.Step] = operation.parameters.isEmpty ? [] : [.parameters]
    if operation.body != nil { steps += [.contentType, .readBody, .body] }
    return steps + [.call]
  }
}
