/// Holds behaviour against the rules that its doc comments state, before any adapter spells it.
package enum BehaviourVerifier {
  /// Returns what is wrong, in the order of the model; nothing where all is well.
  package static func faults(in core: CoreModel) -> [BehaviourFault] {
    guard let database = core.database else {
      let holdsBehaviour = !core.rows.isEmpty || !core.queries.isEmpty || !core.mappings.isEmpty
      return holdsBehaviour ? [BehaviourFault("model", "rows and queries need a database")] : []
    }
    var faults = RowVerifier(core: core, database: database).faults()
    // What follows looks columns up by number, and may only where the numbers are right.
    guard faults.isEmpty else { return faults }
    for query in core.queries { faults += QueryVerifier(query: query, core: core, database: database).faults() }
    guard faults.isEmpty else { return faults }
    for (index, mapping) in core.mappings.enumerated() {
      faults += MappingVerifier(mapping: mapping, place: "mapping \(index)", core: core, database: database).faults()
    }
    guard faults.isEmpty else { return faults }
    for function in core.functions {
      var verifier = FunctionVerifier(function: function, core: core, database: database)
      faults += verifier.faults()
    }
    for operation in core.operations { faults += OperationVerifier(operation: operation, core: core).faults() }
    return faults
  }
}
