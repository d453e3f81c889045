package import SpecDiagnostics
package import SpecIR
package import SpecWriting

/// What the target models of adapters have in common: a CoreModel with the names of everything in it.
package protocol NamedTarget {
  var core: CoreModel { get }
  var options: TargetOptions { get }
  var names: TargetNames { get }
}

extension NamedTarget {
  package subscript(id: ModelID) -> ModelNames { names.models[id.index] }
  package subscript(id: OperationID) -> OperationNames { names.operations[id.index] }
  package subscript(id: RowID) -> RowNames { names.rows[id.index] }

  /// Whether the backend has a database.
  package var hasDatabase: Bool { core.keepsData }
}

extension CoreModel {
  /// Whether a backend keeps anything: without a query a database would only be opened and closed.
  package var keepsData: Bool { database != nil && !queries.isEmpty }

  /// The history of the database in a dialect, as files of a folder; none where nothing is kept.
  package func migrations(
    on dialect: SQLDialect, in folder: String, into diagnostics: inout Diagnostics
  ) -> [GeneratedFile] {
    guard keepsData, let database else { return [] }
    return database.migrations(in: dialect, into: &diagnostics).compactMap { migration in
      RelativePath("\(folder)/\(migration.fileName)").map { GeneratedFile(path: $0, text: migration.text) }
    }
  }
}
