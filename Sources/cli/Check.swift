import ArgumentParser
import SpecPipeline
import SpecWriting

/// Reads the inputs, and tells whether the branches hold what they give.
struct Check: ToldCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads the inputs, and tells whether the branches are up to date.",
    discussion: """
      Nothing is written. Exit code 1 means errors in the inputs, 2 that the branches do not hold what the inputs give, 3 that a \
      review still holds conflict markers. All targets are told, also beside one that has errors.

      EXAMPLES
        specforge check                                   in continuous integration
        specforge check --inputs-only                     while writing a contract
        specforge check --inputs-only --input openapi.yaml
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var inputs: InputOptions
  @OptionGroup var git: GitOptions

  @Flag(help: "Look at the inputs alone, and at no repository.")
  var inputsOnly = false

  @Argument(help: ArgumentHelp("The targets to check; all of them where none is named.", valueName: "target"))
  var targets: [String] = []

  func validate() throws {
    guard inputs.input == nil || inputsOnly else {
      throw ValidationError("--input goes with --inputs-only: without specforge.yaml there is no target to compare.")
    }
  }

  func work() throws {
    var session = try Session(common, inputs: inputs)
    let configuration = try session.configuration()
    let selection = try session.select(targets, of: configuration)
    let core = try session.core(configuration.inputs)
    var reports: [TargetReport] = []
    if !inputsOnly {
      let generated = try session.generate(core, for: selection, of: configuration)
      let branches = BranchOutput(git, configuration: configuration, session: session)
      let compared = try branches.compare(generated, in: &session)
      // One run tells of all targets, also of those that have errors.
      reports = selection.names.map { name in
        compared.first { $0.target == name } ?? TargetReport(target: name, result: .notGenerated)
      }
    }
    session.terminal.clearProgress()
    session.tellFindings()
    let outcome = session.hasErrors ? .inputErrors : reports.outcome
    switch common.format {
    case .text:
      try session.terminal.result(reports.map(\.text).joined() + OperationSummary(core).text + "\(session.summary)\n")
      session.tellFailures(of: reports)
    case .json:
      try session.terminal.result([
        .init("ok", .bool(outcome == .ok)), .init("targets", .array(reports.map(\.json))),
        .init("operations", OperationSummary(core).json), session.findings,
      ])
    }
    try outcome.exit()
  }
}
