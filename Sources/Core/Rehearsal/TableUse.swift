package import SpecIR

/// What an operation does to its table.
package struct TableUse {
  package let table: TableID
  private(set) var inserts = false
  private(set) var writes = false
  private let operation: OperationID

  /// Nothing for an operation that asks no table.
  package init?(_ core: CoreModel, _ operation: OperationID) {
    guard case .function(let function, _) = core[operation].implementation else { return nil }
    let queries = core[function].body.calls.map { core[$0.query] }
    let changing = queries.first { query in
      switch query.kind {
      case .insert, .update, .delete: true
      case .select, .count, .exists: false
      }
    }
    guard let query = changing ?? queries.first else { return nil }
    table = query.table
    self.operation = operation
    switch query.kind {
    case .insert: (inserts, writes) = (true, true)
    case .update: writes = true
    case .delete, .select, .count, .exists: break
    }
  }

  func answersStructure(_ contract: Contract) -> Bool {
    contract.core.plans[operation.index].success.body.flatMap { contract.structure($0.shape.type) } != nil
  }
}
