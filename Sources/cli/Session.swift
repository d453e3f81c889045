import ArgumentParser
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecWriting

/// One run on one project: where its files are, what was found, how it is told.
struct Session {
  let terminal: Terminal
  let format: CommonOptions.Format
  let isVerbose: Bool
  let files: ProjectFiles
  /// Inputs named on the command line, relative to the root.
  private let named: Configuration.Inputs?
  var pipeline: Pipeline

  /// - Parameter inputs: what takes the place of `specforge.yaml`, if anything does.
  init(_ options: CommonOptions, inputs: InputOptions? = nil) throws {
    let root = try ProjectRoot(options: options, inputs: inputs)
    guard let files = ProjectFiles(root: root.path) else {
      throw Failure("there is no folder `\(root.path)`", .usage, options.format)
    }
    self.files = files
    named = root.inputs
    terminal = Terminal()
    format = options.format
    isVerbose = options.verbose
    pipeline = Pipeline(files: files)
  }

  /// The configuration of the project: `specforge.yaml`, or what the options say in its place.
  ///
  /// - Parameter target: the target that the options name.
  mutating func configuration(target: TargetConfiguration? = nil) throws -> Configuration {
    if let named {
      return Configuration(project: "backend", inputs: named, targets: target.map { [$0] } ?? [])
    }
    guard let configuration = pipeline.configuration(at: "specforge.yaml") else { throw failed() }
    return configuration
  }

  /// Reads the inputs; ends the run where they have errors.
  mutating func core(_ inputs: Configuration.Inputs) throws -> CoreModel {
    terminal.progress("reading \(inputs.openAPI?.path ?? "inputs")")
    let core = pipeline.core(inputs)
    try requireNoErrors()
    guard let core else { throw failed() }
    guard pipeline.faults.isEmpty else {
      let faults = pipeline.faults.map { "  \($0)\n" }.joined()
      throw failure("the derived behaviour breaks its own rules; this is a bug of specforge, please report it:\n\(faults)", .bug)
    }
    return core
  }

  /// Tells all findings as text beside the result; JSON results carry them as a member.
  func tellFindings() {
    switch format {
    case .text: noteFindings()
    case .json: break
    }
  }

  /// Tells all findings as text, whatever the form of the result.
  func noteFindings() {
    terminal.note(DiagnosticText(sources: pipeline.sources, style: terminal.style).write(pipeline.diagnostics))
  }

  var findings: JSONValue.Member { .init("diagnostics", findingsValue) }

  private var findingsValue: JSONValue { DiagnosticJSON(sources: pipeline.sources).write(pipeline.diagnostics) }

  /// Tells the findings, and returns what ends the run: nothing was done because of them.
  func failed() -> any Error {
    terminal.clearProgress()
    tellFindings()
    switch format {
    case .text: terminal.note(summary + "\n")
    case .json: do { try terminal.result([.init("ok", false), findings]) } catch { return error }
    }
    return ExitCode(Outcome.inputErrors.rawValue)
  }

  /// Whether anything that was found so far is an error.
  var hasErrors: Bool { pipeline.diagnostics.hasErrors }

  func requireNoErrors() throws {
    guard !hasErrors else { throw failed() }
  }

  /// What ends the run for a reason that lies in no input; what was found in them is told beside it.
  func failure(_ message: String, _ outcome: Outcome) -> Failure {
    terminal.clearProgress()
    tellFindings()
    return Failure(message, outcome, format, findings: findingsValue)
  }

  /// How much was found, in words.
  var summary: String {
    let diagnostics = pipeline.diagnostics
    let counts: [(Severity, String)] = [(.error, "error"), (.warning, "warning"), (.note, "note")]
    let words = counts.compactMap { severity, word in
      let count = diagnostics.count(severity)
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return words.isEmpty ? "no findings" : words.joined(separator: ", ")
  }
}
