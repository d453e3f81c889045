import ArgumentParser

@main
struct SpecForge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "specforge", abstract: "Turns specifications into whole backends, each a commit on a branch.")
}
