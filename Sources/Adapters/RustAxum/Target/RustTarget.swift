import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecRehearsal
import SpecWriting

/// A CoreModel with every Rust name, type and place decided.
public struct RustTarget: Sendable {
  let core: CoreModel
  let options: TargetOptions
  let crate: RustPackage
  let names: TargetNames
  let cycles: DirectCycles
  let contract: Contract

  /// The history of the database in the backend's dialect.
  let migrations: [GeneratedFile]

  init(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) {
    self.core = core
    self.options = options
    let keeps = !core.queries.isEmpty
    let history = keeps ? core.database?.migrations(in: options.database, into: &diagnostics) ?? [] : []
    migrations = history.compactMap { migration in
      RelativePath("migrations/\(migration.fileName)").map { GeneratedFile(path: $0, text: migration.text) }
    }
    crate = RustPackage(options.package)
    names = TargetNames(core, RustNames.rules)
    cycles = DirectCycles(core.models)
    contract = Contract(core)
  }

  subscript(id: ModelID) -> ModelNames { names.models[id.index] }
  subscript(id: OperationID) -> OperationNames { names.operations[id.index] }
  subscript(id: RowID) -> RowNames { names.rows[id.index] }
}
