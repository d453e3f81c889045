import Foundation
package import SpecAdapters
import SpecDiagnostics
package import SpecIR
import SpecTemplates
import SpecWorkspace
package import SpecWriting

extension Pipeline {
  /// Generates one backend; no file where there are errors.
  package mutating func generate(
    _ core: CoreModel, for target: TargetConfiguration, overrides: [String: String] = [:]
  ) throws(TemplateError) -> [GeneratedFile] {
    let backend = Self.backend(core, for: target, overrides: overrides, programs: nil)
    diagnostics.append(contentsOf: backend.diagnostics)
    switch backend.files {
    case .success(let files): return files
    case .failure(.findings): return []
    case .failure(.template(let error)): throw error
    }
  }

  /// Generates several backends at the same time, each as if it were alone. Results and findings stand in the order of the
  /// targets, so that nobody can tell it from generating one after the other.
  ///
  /// - Parameters:
  ///   - overrides: a project's own templates, for each adapter that has some.
  ///   - programs: how adapters that are programs are run; without it they are refused.
  ///   - width: how many are generated at the same time; by default one for each core.
  ///   - whenDone: called after each backend with how many are done by then, never twice at the same time.
  package mutating func generate(
    _ core: CoreModel, for targets: [TargetConfiguration], overrides: [AdapterID: [String: String]] = [:],
    programs: ProgramHost? = nil, width: Int = ProcessInfo.processInfo.activeProcessorCount,
    whenDone: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> [Result<[GeneratedFile], GenerationFailure>] {
    let backends = parallelMap(targets, width: width, whenDone: whenDone) { target in
      Self.backend(core, for: target, overrides: target.adapter.builtIn.flatMap { overrides[$0] } ?? [:], programs: programs)
    }
    for (target, backend) in zip(targets, backends) {
      diagnostics.append(contentsOf: backend.diagnostics)
      if !backend.log.isEmpty { programLogs.append((target.name, backend.log)) }
    }
    return backends.map(\.files)
  }

  /// Generates the root of a monorepo, from what the adapters of all of its targets tell.
  package mutating func generateWorkspace(
    _ core: CoreModel, of configuration: Configuration, overrides: [String: String] = [:]
  ) throws(TemplateError) -> [GeneratedFile] {
    guard let asked = configuration.workspace else { return [] }
    let backends = configuration.targets.compactMap { target in
      target.path.map { path in
        WorkspaceBackend(
          name: target.name, path: path, adapter: AdapterID(target.adapter.description),
          facts: Self.adapter(of: target)?.facts(core, options: Self.options(of: target)))
      }
    }
    let workspace = Workspace(
      project: configuration.project, firstPort: asked.port, base: configuration.base, backends: backends)
    let templates = TemplateSet(embedded: EmbeddedTemplates.texts, overrides: overrides)
    return try workspace.files(with: templates, into: &diagnostics)
  }

  private static func adapter(of target: TargetConfiguration) -> AnyAdapter? {
    target.adapter.builtIn.flatMap { id in adapters.first { $0.id == id } }
  }

  static func options(of target: TargetConfiguration) -> TargetOptions {
    TargetOptions(target: target.name, package: target.package, database: target.database)
  }

  /// What came of one target.
  struct Backend: Sendable {
    var files: Result<[GeneratedFile], GenerationFailure> = .failure(.findings)
    var diagnostics = Diagnostics()
    /// What a program wrote to standard error.
    var log: [String] = []
  }

  private static func backend(
    _ core: CoreModel, for target: TargetConfiguration, overrides: [String: String], programs: ProgramHost?
  ) -> Backend {
    if case .program(let program) = target.adapter { return backend(core, for: target, by: program, on: programs) }
    var backend = Backend()
    guard let adapter = adapter(of: target) else { return backend }
    let templates = TemplateSet(embedded: EmbeddedTemplates.texts, overrides: overrides)
    do throws(TemplateError) {
      let files = try adapter.generate(core, options: options(of: target), templates: templates, into: &backend.diagnostics)
      if !backend.diagnostics.hasErrors { backend.files = .success(files) }
    } catch {
      backend.files = .failure(.template(error))
    }
    return backend
  }
}

/// Why there are no files of a target.
package enum GenerationFailure: Error, Equatable {
  /// What is wrong is among the findings.
  case findings
  case template(TemplateError)
}
