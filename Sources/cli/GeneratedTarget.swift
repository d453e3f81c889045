import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecRepository
import SpecSource
import SpecWriting

/// The files of one target, before they go anywhere.
struct GeneratedTarget {
  let configuration: TargetConfiguration
  let files: [GeneratedFile]
}

extension Session {
  /// Generates one target; a template that cannot be rendered is reported like any other mistake of the project.
  mutating func generate(
    _ core: CoreModel, for target: TargetConfiguration, templates: RelativePath?
  ) throws -> GeneratedTarget {
    terminal.progress("generating \(target.name)")
    let overrides = templates.map { pipeline.templates(in: $0, for: target.adapter) } ?? [:]
    let files: [GeneratedFile]
    do {
      files = try pipeline.generate(core, for: target, overrides: overrides)
    } catch {
      guard !overrides.isEmpty else { throw failure("\(error); this is a bug of specforge, please report it", .bug) }
      pipeline.diagnostics.report(
        .templateInvalid, error.description, at: nil, hint: "Compare it with the built-in template of the same path.")
      throw failed()
    }
    guard !pipeline.diagnostics.hasErrors else { throw failed() }
    return GeneratedTarget(configuration: target, files: files)
  }

  /// Tells that files cannot be written as they are.
  func refuse(_ error: InvalidFiles) -> any Error {
    var session = self
    for problem in error.problems { session.pipeline.diagnostics.report(.outputInvalid, problem.description, at: nil) }
    return session.failed()
  }

  /// What was read, by name and digest, for commits and lock files.
  var inputDigests: [InputDigest] {
    pipeline.sources.files.map { InputDigest(name: $0.path, digest: ContentDigest(of: $0.bytes)) }
  }
}
