package import OpenAPIReader
package import SpecDiagnostics
package import SpecIR

/// From what the inputs say to what the backend is.
package enum Lowering {
  /// Lowers a contract, meets it with the tables, and plans every operation.
  ///
  /// - Parameter database: nothing where there are no migrations; then every operation stays unbound.
  package static func core(
    from document: OpenAPIDocument, database: Database?, into diagnostics: inout Diagnostics
  ) -> CoreModel {
    var core = OpenAPILowering.lower(document, into: &diagnostics)
    let hints = BindingHintReader.hints(of: document, for: core, into: &diagnostics)
    Binder.bind(&core, database: database, hints: hints, into: &diagnostics)
    core.functions = core.functions.map(\.simplified)
    core.plans = PlanBuilder.plans(for: core)
    return core
  }
}
