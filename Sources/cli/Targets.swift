import ArgumentParser
import Foundation
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
    var text = "Adapters:\n" + Self.columns(Pipeline.adapters.map { ($0.id.description, $0.summary) })
    guard !targets.isEmpty else { return text }
    var rows = targets.map { target in
      let kind = if case .program = target.adapter { "the program " } else { "" }
      return (target.name, "\(kind)\(target.adapter), \(target.database.rawValue), in \(target.path?.description ?? ".")")
    }
    if let workspace { rows.append((workspace.name, "compose.yaml, Makefile and a CI workflow for all of them, in .")) }
    text += "Targets:\n" + Self.columns(rows)
    return text
  }

  /// A line for each row, what is told of all names in one column. Names are ASCII.
  private static func columns(_ rows: [(name: String, told: String)]) -> String {
    let widest = rows.map(\.name.count).max() ?? 0
    return rows.map { "  \($0.name.padding(toLength: widest, withPad: " ", startingAt: 0))  \($0.told)\n" }.joined()
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
