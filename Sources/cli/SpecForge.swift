import ArgumentParser

@main
struct SpecForge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "specforge",
    abstract: "Turns specifications into whole backends, each a commit on a branch.",
    discussion: """
      Reads an OpenAPI document and SQL migrations, and writes a backend for each target of `specforge.yaml` as a commit on the \
      branch specforge/review/<target>, to be reviewed like a colleague's pull request. The work tree is never touched.

      EXAMPLES
        specforge init          write a specforge.yaml for what is found here
        specforge generate      commit every target on its branches
        specforge check         tell whether that is up to date
        specforge generate --input openapi.yaml --adapter rust-axum --out backend

      Exit codes: 0 ok, 1 the input has errors, 2 out of date (check), 3 conflicts, 64 usage, 70 a bug of ours.
      """,
    version: Version.current,
    subcommands: [Init.self, Generate.self, Check.self, Dump.self, Targets.self, Adapter.self])
}
