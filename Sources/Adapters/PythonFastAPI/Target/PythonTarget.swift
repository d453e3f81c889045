public import SpecAdapters
import SpecDiagnostics
package import SpecIR
import SpecRehearsal
import SpecWriting

/// A CoreModel with every Python name, type and place decided.
public struct PythonTarget: NamedTarget, Sendable {
  package let core: CoreModel
  package let options: TargetOptions
  let package: PythonPackage
  package let names: TargetNames
  let contract: Contract
  /// The constraints that operations answer for, as members of an enumeration; nothing where there is none.
  let constraints: KnownConstraints?
  private(set) var written = WrittenModels()

  /// The history of the database in the backend's dialect; the package holds it as data.
  let migrations: [GeneratedFile]

  init(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) {
    self.core = core
    self.options = options
    package = PythonPackage(options.package)
    migrations = core.migrations(on: options.database, in: "\(package.module)/migrations", into: &diagnostics)
    names = TargetNames(core, PythonNames.rules)
    contract = Contract(core)
    constraints = KnownConstraints(core, on: options.database, as: PythonNames.rules.variants)
    written = WrittenModels(self)
  }
}
