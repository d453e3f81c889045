package import OpenAPIReader
import PythonFastAPIAdapter
import RustAxumAdapter
import SQLReader
package import SpecAdapters
package import SpecDiagnostics
package import SpecIR
import SpecLowering
package import SpecSource
import SpecTemplates
package import SpecWriting

/// The stages in order, from input files to the files of backends. Findings of all stages collect here.
package struct Pipeline: Sendable {
  package private(set) var sources = SourceMap()
  package var diagnostics = Diagnostics()
  /// Rules of behaviour that a model breaks although its inputs are right: bugs of ours, for which nothing is generated.
  package private(set) var faults: [BehaviourFault] = []
  /// What programs that are adapters wrote to standard error, in the order of their targets.
  package internal(set) var programLogs: [(target: String, lines: [String])] = []
  private let files: ProjectFiles

  /// Every adapter that is built in.
  package static let adapters: [AnyAdapter] = [
    AnyAdapter(PythonFastAPIAdapter(), summary: "Python with FastAPI, Pydantic and SQLAlchemy"),
    AnyAdapter(RustAxumAdapter(), summary: "Rust with axum, sqlx, tokio and tower-http"),
  ]

  package init(files: ProjectFiles) { self.files = files }

  /// Reads the project's configuration.
  package mutating func configuration(at path: String) -> Configuration? {
    let hint = "Run `specforge init` to make one in `\(files.root)`, or name a document by `--input`."
    guard let source = open(ConfiguredPath(path), whereMissing: hint) else { return nil }
    return ConfigurationReader.read(
      source, sources: sources, adapters: Self.adapters.map(\.id), into: &diagnostics)
  }

  /// Reads the contract, faithfully.
  package mutating func document(_ path: ConfiguredPath) -> OpenAPIDocument? {
    guard let source = open(path) else { return nil }
    return OpenAPIReader.read(source, sources: &sources, loader: files, into: &diagnostics)
  }

  /// Reads the history of the database.
  package mutating func database(_ folder: ConfiguredPath) -> Database? {
    let paths: [String]
    switch files.list(folder.path, extension: "sql") {
    case .success(let found): paths = found
    case .failure(let failure):
      report(failure, of: folder)
      return nil
    }
    if paths.isEmpty {
      diagnostics.report(
        .sourceMissing, "the folder `\(folder.path)` holds no `.sql` file", at: folder.range,
        hint: "Name the folder with the migrations, or remove the line.")
    }
    let opened = paths.compactMap { open(ConfiguredPath($0)) }
    return SQLReader.read(opened, sources: sources, dialect: nil, into: &diagnostics)
  }

  /// Reads all inputs and decides what the backend is; nothing where an input cannot be read at all.
  package mutating func core(_ inputs: Configuration.Inputs) -> CoreModel? {
    // Both are read before anything stops, so that one run tells everything.
    let document = inputs.openAPI.flatMap { self.document($0) }
    let database = inputs.migrations.flatMap { self.database($0) }
    guard let document else { return nil }
    let core = Lowering.core(from: document, database: database, into: &diagnostics)
    if !diagnostics.hasErrors { faults = BehaviourVerifier.faults(in: core) }
    return core
  }

  /// Reads a project's own templates for an adapter, by the path of the built-in one that each replaces.
  package mutating func templates(in folder: RelativePath, for adapter: AdapterID) -> [String: String] {
    let place = "\(folder)/\(adapter)"
    let paths: [String]
    switch files.tree(place, extension: "mustache") {
    case .success(let found): paths = found
    // Templates of other adapters may be all that there is.
    case .failure(.missing): return [:]
    case .failure(let failure):
      report(failure, of: ConfiguredPath(place))
      return [:]
    }
    var texts: [String: String] = [:]
    for path in paths {
      let name = "\(adapter)/\(path.dropLast(".mustache".count))"
      guard EmbeddedTemplates.texts[name] != nil else {
        diagnostics.report(
          .templateUnknown, "`\(place)/\(path)` replaces no built-in template", at: nil,
          hint: "Built-in ones lie in `templates/\(adapter)` of SpecForge's repository; use the same path.")
        continue
      }
      guard let source = open(ConfiguredPath("\(place)/\(path)")) else { continue }
      texts[name] = String(decoding: sources[source].bytes, as: UTF8.self)
    }
    return texts
  }

  private mutating func open(_ path: ConfiguredPath, whereMissing hint: String? = nil) -> SourceID? {
    switch files.read(path.path) {
    case .success(let loaded): return sources.add(path: loaded.path, bytes: loaded.bytes)
    case .failure(let failure):
      report(failure, of: path, whereMissing: hint)
      return nil
    }
  }

  private mutating func report(_ failure: SourceLoadFailure, of path: ConfiguredPath, whereMissing hint: String? = nil) {
    switch failure {
    case .missing:
      diagnostics.report(
        .sourceMissing, "there is no `\(path.path)`", at: path.range,
        hint: hint ?? "Paths are relative to the project's root, `\(files.root)`.")
    case .outsideRoot:
      diagnostics.report(
        .sourceUnreadable, "`\(path.path)` lies outside the project's root", at: path.range,
        hint: "Move it below `\(files.root)`, or name a root above both with `--project`.")
    case .remote:
      diagnostics.report(
        .sourceUnreadable, "`\(path.path)` is not on this machine", at: path.range,
        hint: "Nothing is fetched from a network: download it.")
    case .unreadable(let reason):
      diagnostics.report(.sourceUnreadable, "`\(path.path)` cannot be read: \(reason)", at: path.range)
    }
  }
}
