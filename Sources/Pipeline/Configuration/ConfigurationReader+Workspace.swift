import SpecDiagnostics
import SpecDocuments
import SpecSource
import SpecWorkspace
import SpecWriting

extension ConfigurationReader {
  /// Reads what is asked for at the root; nothing but the key asks for all of it as it comes.
  mutating func workspace(
    _ node: Node, at range: SourceRange, beside targets: [TargetConfiguration]
  ) -> WorkspaceConfiguration {
    var workspace = WorkspaceConfiguration()
    if !node.isNull {
      guard node.kind == .mapping else {
        diagnostics.report(.configInvalid, "`workspace` is no mapping", at: node.range, hint: "Write `workspace: {}`.")
        return workspace
      }
      known(["name", "port"], in: node)
      if let name = node["name"].flatMap({ self.name($0) }) { workspace.name = name }
      if let port = node["port"] { workspace.port = self.port(port, count: targets.count) ?? workspace.port }
    }
    if let target = targets.first(where: { $0.name.lowercased() == workspace.name.lowercased() }) {
      diagnostics.report(
        .configInvalid, "`\(target.name)` is the name of a target, and of the workspace", at: range,
        hint: "Give the workspace a `name` of its own: its branches are called after it.")
    }
    for target in targets where Self.isInTheWay(target) {
      diagnostics.report(
        .configInvalid, "the workspace and the target `\(target.name)` write to the same place", at: range,
        hint: "Give the target a `path` of its own, such as `backends/\(target.name)`.")
    }
    return workspace
  }

  /// A port for each target has to follow.
  private mutating func port(_ node: Node, count: Int) -> Int? {
    guard let port = node.text.flatMap({ Int($0) }), (1...(65_535 - count)).contains(port) else {
      diagnostics.report(
        .configInvalid, "`port` is `\(node.text ?? "no text")`", at: node.range,
        hint: "Write the port of the first backend, such as 3001; the others follow.")
      return nil
    }
    return port
  }

  /// Whether a target fills the root itself, or a place below it that the workspace needs.
  private static func isInTheWay(_ target: TargetConfiguration) -> Bool {
    guard let first = target.path?.components.first?.lowercased() else { return true }
    return Workspace.names.contains { $0.lowercased() == first }
  }
}
