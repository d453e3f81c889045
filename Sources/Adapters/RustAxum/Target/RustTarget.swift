public import SpecAdapters
import SpecDiagnostics
package import SpecIR
import SpecRehearsal
import SpecWriting

/// A CoreModel with every Rust name, type and place decided.
public struct RustTarget: NamedTarget, Sendable {
  package let core: CoreModel
  package let options: TargetOptions
  let crate: RustPackage
  package let names: TargetNames
  let cycles: DirectCycles
  let contract: Contract
  let purposes: ModelPurposes
  /// The constraints that operations answer for, as variants; nothing where there is none.
  let constraints: KnownConstraints?
  let serde: SerdeUses

  /// The history of the database in the backend's dialect.
  let migrations: [GeneratedFile]

  init(_ core: CoreModel, options: TargetOptions, into diagnostics: inout Diagnostics) {
    self.core = core
    self.options = options
    migrations = core.migrations(on: options.database, in: "migrations", into: &diagnostics)
    crate = RustPackage(options.package)
    names = TargetNames(core, RustNames.rules)
    cycles = DirectCycles(core.models)
    contract = Contract(core)
    purposes = ModelPurposes(core)
    constraints = KnownConstraints(core, on: options.database, as: RustNames.rules.types)
    serde = SerdeUses(core)
  }
}
