import ArgumentParser

/// What every command understands.
struct CommonOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp("The project's root, where specforge.yaml is; by default the current folder.", valueName: "dir"),
    completion: .directory)
  var project: String?

  @Option(help: "How results are written: text for people, json for programs.")
  var format = Format.text

  @Flag(name: .shortAndLong, help: "Also tell what adapters that are programs write to standard error.")
  var verbose = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
}

/// Inputs named on the command line, for a run without `specforge.yaml`.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("An OpenAPI document; takes the place of specforge.yaml.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var input: String?

  @Option(help: ArgumentHelp("A folder of SQL migrations, with --input.", valueName: "dir"), completion: .directory)
  var migrations: String?

  func validate() throws {
    guard input != "", migrations != "" else { throw ValidationError("--input and --migrations need a name.") }
    guard input != nil || migrations == nil else { throw ValidationError("--migrations goes with --input.") }
  }
}
