import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecRepository
import SpecSource
import SpecWorkspace
import SpecWriting

/// The files of one target, before they go anywhere.
struct GeneratedTarget {
  let name: String
  /// Its folder below the project's root; nothing for the root itself.
  let folder: RelativePath?
  /// Where its adapter is named, if that is a program: what is wrong with its files is told there.
  var place: SourceRange?
  let files: [GeneratedFile]
  /// What it is made of, for commit messages to tell what changed.
  let parts: [LockedPart]
  /// What it is, in a word.
  let noun: String
}

extension Session {
  /// Generates what was selected, all backends at the same time. A target with errors is left out; they are among the findings.
  mutating func generate(
    _ core: CoreModel, for selection: Selection, of configuration: Configuration
  ) throws -> [GeneratedTarget] {
    var adapters = selection.targets.compactMap(\.adapter.builtIn)
    if selection.workspace != nil { adapters.append(Workspace.templates) }
    let overrides = self.overrides(for: adapters, in: configuration.templates)
    let host = ProgramHost(
      project: configuration.project, folder: files.root,
      runner: ProgramRunner(environment: ProgramEnvironment(ProcessInfo.processInfo.environment)))
    var generated = try backends(core, for: selection.targets, overrides: overrides, programs: host)
    if let workspace = selection.workspace {
      let own = overrides[Workspace.templates] ?? [:]
      let result = Result { () throws(TemplateError) in
        try pipeline.generateWorkspace(core, of: configuration, overrides: own)
      }.mapError { GenerationFailure.template($0) }
      if let files = try self.files(result, overrides: own) {
        let parts = configuration.targets.map { LockedPart(.backend, $0.name, text: $0.summary) }
        generated.append(GeneratedTarget(name: workspace.name, folder: nil, files: files, parts: parts, noun: "workspace"))
      }
    }
    return generated
  }

  private mutating func backends(
    _ core: CoreModel, for targets: [TargetConfiguration], overrides: [AdapterID: [String: String]], programs: ProgramHost
  ) throws -> [GeneratedTarget] {
    let terminal = self.terminal
    let what = targets.count == 1 ? targets[0].name : "\(targets.count) targets"
    terminal.progress("generating \(what)")
    let results = pipeline.generate(core, for: targets, overrides: overrides, programs: programs) { done in
      terminal.progress("generating \(what), \(done) done")
    }
    tellLogs()
    let parts = CoreParts(core).all.map { LockedPart(LockedPart.Kind($0.kind), $0.name, text: $0.text) }
    var generated: [GeneratedTarget] = []
    for (target, result) in zip(targets, results) {
      guard let files = try files(result, overrides: target.adapter.builtIn.flatMap { overrides[$0] } ?? [:]) else { continue }
      generated.append(
        GeneratedTarget(
          name: target.name, folder: target.path, place: target.adapter.range, files: files, parts: parts, noun: "backend"))
    }
    return generated
  }

  /// A project's own templates, for each adapter that has some.
  private mutating func overrides(for adapters: [AdapterID], in folder: RelativePath?) -> [AdapterID: [String: String]] {
    guard let folder else { return [:] }
    var overrides: [AdapterID: [String: String]] = [:]
    for adapter in adapters where overrides[adapter] == nil { overrides[adapter] = pipeline.templates(in: folder, for: adapter) }
    return overrides
  }

  /// A template that cannot be rendered is reported like any other mistake of the project, where it is the project's.
  private mutating func files(
    _ result: Result<[GeneratedFile], GenerationFailure>, overrides: [String: String]
  ) throws -> [GeneratedFile]? {
    switch result {
    case .success(let files): return files
    case .failure(.findings): return nil
    case .failure(.template(let error)):
      guard !overrides.isEmpty else { throw failure("\(error); this is a bug of specforge, please report it", .bug) }
      pipeline.diagnostics.report(
        .templateInvalid, error.description, at: nil, hint: "Compare it with the built-in template of the same path.")
      return nil
    }
  }

  /// Tells what programs wrote to standard error, where something failed or somebody wants to know.
  private func tellLogs() {
    guard isVerbose || pipeline.diagnostics.hasErrors else { return }
    for (target, lines) in pipeline.programLogs {
      terminal.note(lines.map { "  \(target) | \(DiagnosticText.printable($0))\n" }.joined())
    }
  }

  /// Returns what each target is where it is to be written. A target whose files cannot stand there is left out; why is among
  /// the findings.
  mutating func outputs<Output>(
    of targets: [GeneratedTarget], _ make: (GeneratedTarget) throws(InvalidFiles) -> Output
  ) -> [(target: GeneratedTarget, output: Output)] {
    targets.compactMap { target in
      do throws(InvalidFiles) { return (target, try make(target)) } catch {
        report(error, of: target)
        return nil
      }
    }
  }

  mutating func report(_ error: InvalidFiles, of target: GeneratedTarget) {
    for problem in error.problems { pipeline.diagnostics.report(.outputInvalid, problem.description, at: target.place) }
  }

  /// What was read, by name and digest, for commits and lock files.
  var inputDigests: [InputDigest] {
    pipeline.sources.files.map { InputDigest(name: $0.path, digest: ContentDigest(of: $0.bytes)) }
  }
}

extension LockedPart.Kind {
  init(_ kind: CoreParts.Part.Kind) {
    self =
      switch kind {
      case .operation: .operation
      case .model: .model
      case .table: .table
      case .rule: .rule
      case .error: .error
      }
  }
}
