import ArgumentParser
import SpecIR
import SpecPipeline
import SpecRepository
import SpecWriting

/// Generates backends: as commits on branches, or as plain files.
struct Generate: ToldCommand {
  static let configuration = CommandConfiguration(
    abstract: "Generates backends, each as a commit on its branches.",
    discussion: """
      Each target's pure output becomes a commit on specforge/generated/<target>; merged with the base branch it becomes \
      specforge/review/<target>, the branch to open a pull request from. The work tree, the index and all other branches stay as \
      they are. What did not change makes no commit.

      EXAMPLES
        specforge generate             every target of specforge.yaml
        specforge generate api-rust    one of them
        specforge generate --input openapi.yaml --adapter rust-axum --out backend

      Commits are made by GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL, or user.name and user.email of git's configuration; with \
      SOURCE_DATE_EPOCH set, the same inputs give the same commit.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var inputs: InputOptions
  @OptionGroup var direct: DirectTargetOptions
  @OptionGroup var git: GitOptions

  @Argument(help: ArgumentHelp("The targets to generate; all of them where none is named.", valueName: "target"))
  var targets: [String] = []

  @Option(
    help: ArgumentHelp("Write plain files into a folder, and touch no repository.", valueName: "dir"), completion: .directory)
  var out: String?

  func validate() throws {
    try direct.validate(with: inputs)
    guard inputs.input == nil || targets.isEmpty else {
      throw ValidationError("Targets are named in specforge.yaml; with --input there is one, of --adapter.")
    }
    guard out != "" else { throw ValidationError("--out needs the name of a folder.") }
    guard out == nil || git.base == nil && git.repository == nil else {
      throw ValidationError("--out writes plain files; --base and --repository are about commits.")
    }
  }

  func work() throws {
    var session = try Session(common, inputs: inputs)
    let configuration = try session.configuration(target: direct.target(in: session))
    let selection = try session.select(targets, of: configuration)
    let core = try session.core(configuration.inputs)
    let generated = try session.generate(core, for: selection, of: configuration)
    try session.requireNoErrors()
    let reports: [TargetReport]
    if let out {
      reports = try PlainOutput(folder: out).write(generated, in: &session)
    } else {
      let branches = BranchOutput(git, configuration: configuration, session: session)
      reports = try branches.publish(generated, core: core, in: &session)
    }
    session.terminal.clearProgress()
    session.tellFindings()
    try tell(reports, core: core, session)
    try reports.outcome.exit()
  }

  private func tell(_ reports: [TargetReport], core: CoreModel, _ session: Session) throws {
    switch common.format {
    case .text:
      try session.terminal.result(reports.map(\.text).joined() + OperationSummary(core).text)
      session.tellFailures(of: reports)
    case .json:
      try session.terminal.result([
        .init("ok", .bool(reports.outcome == .ok)), .init("targets", .array(reports.map(\.json))),
        .init("operations", OperationSummary(core).json), session.findings,
      ])
    }
  }
}

/// Where commits go.
struct GitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The branch that reviews are merged with; by default the one that is checked out.", valueName: "branch"))
  var base: String?

  @Option(
    help: ArgumentHelp("The repository to commit to; by default the one that holds the project.", valueName: "dir"),
    completion: .directory)
  var repository: String?
}
