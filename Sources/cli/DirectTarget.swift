public import ArgumentParser
import SpecAdapters
public import SpecIR
import SpecPipeline

/// A target named on the command line.
struct DirectTargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The stack to generate, with --input, or the path of a program; see `specforge targets`.", valueName: "adapter"),
    completion: .list(Pipeline.adapters.map(\.id.description)))
  var adapter: String?

  @Option(help: "The database of the backend, with --input: sqlite or postgres.", completion: .list(["sqlite", "postgres"]))
  var database: SQLDialect?

  @Option(help: ArgumentHelp("The name of the crate or package, with --input.", valueName: "name"))
  var package: String?

  func validate(with inputs: InputOptions) throws {
    guard inputs.input != nil else {
      guard adapter == nil, database == nil, package == nil else {
        throw ValidationError("--adapter, --database and --package go with --input; with specforge.yaml, name targets.")
      }
      return
    }
    let known = Pipeline.adapters.map(\.id.description)
    guard let adapter else { throw ValidationError("--input needs --adapter: \(known.joined(separator: ", ")).") }
    guard known.contains(adapter) || adapter.contains("/") else {
      throw ValidationError("There is no adapter `\(adapter)`. Adapters: \(known.joined(separator: ", ")).")
    }
  }

  func target(in session: Session) throws -> TargetConfiguration? {
    guard let adapter else { return nil }
    let choice: AdapterChoice
    if adapter.contains("/") {
      guard let path = ProjectRoot.path(of: adapter, below: session.files.root) else {
        throw session.failure("the program `\(adapter)` lies outside of the project's root, `\(session.files.root)`", .usage)
      }
      choice = .program(AdapterProgram(command: ["./\(path)"]))
    } else {
      choice = .builtIn(AdapterID(adapter))
    }
    return TargetConfiguration(
      name: Init.name(of: adapter), adapter: choice, path: nil, database: database ?? .sqlite, package: package ?? "backend")
  }
}

extension SQLDialect: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "sqlite": self = .sqlite
    case "postgres", "postgresql": self = .postgres
    default: return nil
    }
  }
}
