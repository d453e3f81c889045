/// Where and how a project's programs run: what a run of SpecForge decides once for all of its targets.
package struct ProgramHost: Sendable {
  /// The project's name, which programs are told.
  package var project: String
  /// The project's root, in which they run.
  package var folder: String
  package var runner: ProgramRunner

  package init(project: String, folder: String, runner: ProgramRunner) {
    self.project = project
    self.folder = folder
    self.runner = runner
  }
}
