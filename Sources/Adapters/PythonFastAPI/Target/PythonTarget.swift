import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecRehearsal
import SpecWriting

/// A CoreModel with every Python name, type and place decided.
public struct PythonTarget: Sendable {
  let core: CoreModel
  let options: TargetOptions
  let package: PythonPackage
  let names: TargetNames
  let contract: Contract

  /// The history of the database in the backend's dialect; the package holds it as data.
  let migrations: [GeneratedFile]

  init(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) {
    self.core = core
    self.options = options
    let package = PythonPackage(options.package)
    self.package = package
    let keeps = !core.queries.isEmpty
    migrations = (keeps ? core.database?.migrations(in: options.database, into: &diagnostics) ?? [] : []).compactMap { migration in
      RelativePath("\(package.module)/migrations/\(migration.fileName)").map { GeneratedFile(path: $0, text: migration.text) }
    }
    names = TargetNames(core, PythonNames.rules)
    contract = Contract(core)
  }

  subscript(id: ModelID) -> ModelNames { names.models[id.index] }
  subscript(id: OperationID) -> OperationNames { names.operations[id.index] }
  subscript(id: RowID) -> RowNames { names.rows[id.index] }

  /// Whether the backend keeps anything.
  var hasDatabase: Bool { core.database != nil && !core.queries.isEmpty }
}
