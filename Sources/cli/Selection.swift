import SpecPipeline

/// What of a project a run is about.
struct Selection {
  /// In the order of the configuration.
  let targets: [TargetConfiguration]
  /// The root of the monorepo, if it is asked for; it comes last.
  let workspace: WorkspaceConfiguration?

  var names: [String] { targets.map(\.name) + (workspace.map { [$0.name] } ?? []) }
}

extension Session {
  /// Returns what goes by these names; all of a project for none.
  func select(_ names: [String], of configuration: Configuration) throws -> Selection {
    let known = configuration.targets.map(\.name) + (configuration.workspace.map { [$0.name] } ?? [])
    for name in names where !known.contains(name) {
      throw failure("there is no target `\(name)`. Targets: \(known.joined(separator: ", "))", .usage)
    }
    guard !names.isEmpty else { return Selection(targets: configuration.targets, workspace: configuration.workspace) }
    return Selection(
      targets: configuration.targets.filter { names.contains($0.name) },
      workspace: configuration.workspace.flatMap { names.contains($0.name) ? $0 : nil })
  }
}
