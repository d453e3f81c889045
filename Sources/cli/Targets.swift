import ArgumentParser
import SpecAdapters
import SpecIR
import SpecPipeline
import SpecSource
import SpecWriting

/// Lists the adapters, and the project's targets where there is a configuration.
struct Targets: ToldCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the adapters, and the targets of this project.",
    discussion: """
      EXAMPLES
        specforge targets
        specforge targets --format json
      """)

  @OptionGroup var common: CommonOptions

  func work() throws {
    var session = try Session(common)
    var configuration: Configuration?
    switch session.files.read("specforge.yaml") {
    case .failure(.missing): break
    case .success, .failure: configuration = try session.configuration()
    }
    let targets = configuration?.targets ?? []
    let workspace = configuration?.workspace
    session.tellFindings()
    switch common.format {
    case .text: try session.terminal.result(text(targets, workspace))
    case .json:
      try session.terminal.result([
        .init("ok", true),
        .init(
          "adapters",
          .array(
            Pipeline.adapters.map { ["id": .string($0.id.description), "summary": .string($0.summary)] })),
        .init("targets", .array(targets.map { json($0) })),
        .init("workspace", workspace.map { ["name": .string($0.name), "path": "."] } ?? .null), session.findings,
      ])
    }
  }

  private func text(_ targets: [TargetConfiguration], _ workspace: WorkspaceConfiguration?) -> String {
    var text = "Adapters:\n"
    for adapter in Pipeline.adapters { text += "  \(adapter.id)  \(adapter.summary)\n" }
    guard !targets.isEmpty else { return text }
    text += "Targets:\n"
    for target in targets {
      let kind = if case .program = target.adapter { "the program " } else { "" }
      text += "  \(target.name)  \(kind)\(target.adapter), \(target.database.rawValue), in \(target.path?.description ?? ".")\n"
    }
    if let workspace { text += "  \(workspace.name)  compose.yaml, Makefile and a CI workflow for all of them, in .\n" }
    return text
  }

  private func json(_ target: TargetConfiguration) -> JSONValue {
    .object(
      [.init("name", .string(target.name)), .init("adapter", .string(target.adapter.description))]
        + command(of: target.adapter) + [
          .init("path", .string(target.path?.description ?? ".")), .init("database", .string(target.database.rawValue)),
          .init("package", .string(target.package)),
        ])
  }

  /// What is run for an adapter that is a program.
  private func command(of adapter: AdapterChoice) -> [JSONValue.Member] {
    switch adapter {
    case .builtIn: []
    case .program(let program):
      [.init("command", .strings(program.command)), .init("timeout", .number(JSONNumber(program.timeout)))]
    }
  }
}
