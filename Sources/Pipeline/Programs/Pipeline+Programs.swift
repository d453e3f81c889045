package import ExternalAdapter
package import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecTemplates
import SpecWriting

/// The one place where SpecForge runs a program: because the configuration names it, and for no other reason.
extension Pipeline {
  /// Asks a program for the files of a target; all that goes wrong with it is among the findings, and then there are no files.
  static func backend(
    _ core: CoreModel, for target: TargetConfiguration, by program: AdapterProgram, on host: ProgramHost?
  ) -> Backend {
    var backend = Backend()
    guard let host else {
      backend.diagnostics.report(.adapterStart, "`\(program)` cannot be run: programs are not run here", at: program.range)
      return backend
    }
    let request = AdapterRequest(
      project: host.project, options: options(of: target), settings: program.options, core: core)
    let input = Array((JSONWriter.write(request.json, indent: nil) + "\n").utf8)
    let result = Blocking.run {
      await host.runner.run(program.command, in: host.folder, input: input, timeout: .seconds(program.timeout))
    }
    backend.log = result.log
    if let problem = result.diagnostic(of: program) {
      backend.diagnostics.report(problem)
      return backend
    }
    do throws(ResponseFault) {
      let response = try ResponseReader.read(result.output)
      for finding in response.findings { backend.diagnostics.report(finding.diagnostic(in: core, or: program.range)) }
      if !backend.diagnostics.hasErrors { backend.files = .success(response.files.sorted { $0.path < $1.path }) }
    } catch {
      backend.diagnostics.report(error.diagnostic(of: program.description, at: program.range))
    }
    return backend
  }

  /// A built-in adapter behind the door that programs use; nothing where there is no such adapter.
  package static func door(to id: AdapterID) -> AdapterDoor? {
    adapters.first { $0.id == id }.map { AdapterDoor($0, templates: TemplateSet(embedded: EmbeddedTemplates.texts)) }
  }
}
