package import SpecDiagnostics
package import SpecIR

/// Meets operations with tables: each that one table answers gets a function, every other one says why not.
///
/// The rules are written out in `docs/binding.md`.
package enum Binder {
  /// Fills the model's database, rows, mappings, queries, errors and functions, and each operation's implementation.
  ///
  /// - Parameter database: the tables; nothing, and one without tables, leaves every operation unbound.
  package static func bind(
    _ core: inout CoreModel, database: Database?, hints: BindingHints, into diagnostics: inout Diagnostics
  ) {
    core.database = database
    var session = BindingSession(core: core, database: database ?? Database(dialect: .sqlite), hints: hints, diagnostics: diagnostics)
    for index in session.core.operations.indices {
      do {
        // A refusal may come after queries and errors were made: the work on a copy is kept or dropped as a whole.
        var attempt = session
        try attempt.bind(OperationID(index))
        session = attempt
      } catch {
        session.leaveUnbound(OperationID(index), error)
      }
    }
    session.finish()
    core = session.core
    diagnostics = session.diagnostics
  }
}

extension BindingSession {
  fileprivate mutating func bind(_ id: OperationID) throws(Refusal) {
    try OperationGate.check(core[id])
    let context = try OperationContext(id, in: &self)
    switch context.action {
    case .list: try bindList(context)
    case .create: try bindCreate(context)
    case .read: try bindRead(context)
    case .replace: try bindReplace(context)
    case .update: try bindUpdate(context)
    case .delete: try bindDelete(context)
    }
  }

  fileprivate mutating func leaveUnbound(_ id: OperationID, _ refusal: Refusal) {
    let sentence = refusal.explanation.prefix(1).uppercased() + refusal.explanation.dropFirst() + "."
    core.operations[id.index].implementation = .unbound(.init(refusal.reason, sentence))
    note(.operationUnbound, "\(core[id].name) is not bound: \(refusal.explanation)", id)
  }
}
