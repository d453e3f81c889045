import Foundation
import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecSource
import SpecWriting
import Testing

@Suite("Configuration")
struct ConfigurationTests {
  private func read(_ text: String) -> (configuration: Configuration?, findings: [String]) {
    var sources = SourceMap()
    let id = sources.add(path: "specforge.yaml", bytes: Array(text.utf8))
    var diagnostics = Diagnostics()
    let configuration = ConfigurationReader.read(
      id, sources: sources, adapters: [AdapterID("rust-axum")], into: &diagnostics)
    let findings = diagnostics.sorted.map { diagnostic in
      let position = diagnostic.range.map { sources.start(of: $0) }
      return "\(position?.line ?? 0):\(position?.column ?? 0) \(diagnostic.message)"
    }
    return (configuration, findings)
  }

  @Test("editors know the adapters that there are")
  func schema() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/specforge.schema.json"), encoding: .utf8)
    let list = Pipeline.adapters.map { "\"\($0.id)\"" }.joined(separator: ", ")
    #expect(text.contains("\"anyOf\": [\n              { \"enum\": [\(list)] },"))
  }

  @Test("the configuration of the design is read")
  func design() throws {
    let (configuration, findings) = read(
      """
      project: shop
      inputs: { openapi: spec/openapi.yaml, migrations: migrations/ }
      targets:
        api-rust: { adapter: rust-axum, path: backends/rust, database: sqlite }
        api-pg:   { adapter: rust-axum, path: backends/pg, database: postgres, package: shop_pg }
      """)
    #expect(findings == [])
    let read = try #require(configuration)
    #expect(read.inputs.openAPI?.path == "spec/openapi.yaml")
    #expect(read.inputs.migrations?.path == "migrations")
    #expect(read.targets.map(\.name) == ["api-rust", "api-pg"])
    #expect(read.targets.map(\.database) == [.sqlite, .postgres])
    #expect(read.targets.map(\.package) == ["shop", "shop_pg"])
  }

  @Test("an adapter may be a program")
  func programs() throws {
    let (configuration, findings) = read(
      """
      project: shop
      inputs: { openapi: openapi.yaml }
      targets:
        a: { adapter: adapters/mine, path: a }
        b: { adapter: { command: python3 }, path: b }
        c:
          adapter: { command: [./run.sh, "", -n, 3, true], timeout: 5, options: { deep: [1.50, { x: null }] } }
          path: c
      """)
    #expect(findings == [])
    let programs = try #require(configuration).targets.map { target in
      if case .program(let program) = target.adapter { program } else { AdapterProgram(command: []) }
    }
    #expect(programs.map(\.command) == [["adapters/mine"], ["python3"], ["./run.sh", "", "-n", "3", "true"]])
    #expect(programs.map(\.timeout) == [60, 60, 5])
    #expect(programs.map(\.isPath) == [true, false, true])
    #expect(programs[2].options == ["deep": [.number(JSONNumber(literal: "1.50")!), ["x": nil]]])
    #expect(programs.allSatisfy { $0.range != nil })
  }

  @Test("a leading `./` says nothing, and the root is a folder like others")
  func roots() throws {
    let (configuration, findings) = read(
      """
      project: x
      inputs: {openapi: ./a/b.yaml, migrations: ./}
      targets: {a: {adapter: rust-axum, path: .}}
      templates: ././t/
      """)
    #expect(findings == [])
    let read = try #require(configuration)
    #expect(read.inputs.openAPI?.path == "a/b.yaml")
    #expect(read.inputs.migrations?.path == ".")
    #expect(read.targets.map(\.path) == [nil])
    #expect(read.templates?.description == "t")
  }

  @Test("a workspace is asked for by its key", arguments: [
    ("", nil), ("workspace:\n", ("workspace", 3001)), ("workspace: {}\n", ("workspace", 3001)),
    ("workspace: {name: root, port: 8000}\n", ("root", 8000)),
  ] as [(String, (String, Int)?)])
  func workspace(text: String, expected: (name: String, port: Int)?) throws {
    let (configuration, findings) = read(
      "project: x\ninputs: {openapi: a.yaml}\ntargets: {a: {adapter: rust-axum, path: b}}\n\(text)")
    #expect(findings == [])
    let workspace = try #require(configuration).workspace
    #expect(workspace?.name == expected?.name && workspace?.port == expected?.port)
  }

  @Test(
    "every mistake is found at its place",
    arguments: [
      ("[]", ["1:1 the configuration is no mapping"]),
      (
        "project: 1x\ninputs: {openapi: ../a.yaml, colour: red}\ntargets:\n  a/b: {adapter: rust-axum}\n",
        [
          "1:10 `1x` is no name", "2:19 `../a.yaml` is no path below the project's root", "2:30 `colour` is not known here",
          "4:3 `a/b` is no name",
        ]
      ),
      (
        "project: x\ninputs: {openapi: a.yaml}\ntargets:\n  a: {adapter: gin, database: oracle}\n  b: {path: x}\n",
        ["4:16 there is no adapter `gin`", "4:31 `database` is `oracle`", "5:6 `adapter` is missing"]
      ),
      (
        "project: x\ninputs: {openapi: a.yaml}\ntargets:\n  a: {adapter: {command: [../x, null], timeout: 0, options: 1, shell: y}}\n"
          + "  b: {adapter: {command: []}, path: b}\n  c: {adapter: {timeout: 1}, path: c}\n  d: {adapter: /bin/x, path: d}\n",
        [
          "4:27 `../x` is no program below the project's root", "4:33 an argument is a text", "4:49 `timeout` is `0`",
          "4:61 `options` is no mapping", "4:64 `shell` is not known here", "5:26 `command` names no program",
          "6:16 `command` is missing", "7:16 `/bin/x` is no program below the project's root",
        ]
      ),
      (
        "project: x\ninputs: {openapi: a.yaml}\n"
          + "targets:\n  a: {adapter: rust-axum, path: b}\n  c: {adapter: rust-axum, path: b/d}\n",
        ["5:6 the targets `a` and `c` write into the same folder"]
      ),
      (
        "project: x\ninputs: {openapi: a.yaml}\n"
          + "targets:\n  a: {adapter: rust-axum, path: b}\n  c: {adapter: rust-axum, path: B}\n",
        ["5:6 the targets `a` and `c` write into the same folder"]
      ),
      (
        "project: x\ninputs: {openapi: a.yaml}\n"
          + "targets:\n  a: {adapter: rust-axum, path: b}\n  A: {adapter: rust-axum, path: c}\n",
        ["5:3 `A` is the name of another target where case does not count"]
      ),
      ("project: x\ninputs: {openapi: a.yaml}\ntargets: {}\n", ["3:10 `targets` names no target"]),
      (
        "project: x\ninputs: {openapi: a.yaml}\nworkspace: {name: A, ports: 1, port: 65535}\n"
          + "targets: {a: {adapter: rust-axum}}\n",
        [
          "3:1 `a` is the name of a target, and of the workspace", "3:1 the workspace and the target `a` write to the same place",
          "3:22 `ports` is not known here", "3:38 `port` is `65535`",
        ]
      ),
      (
        "project: x\ninputs: {openapi: a.yaml}\nworkspace: yes please\n"
          + "targets: {a: {adapter: rust-axum, path: .GitHub/a}}\n",
        ["3:12 `workspace` is no mapping"]
      ),
      (
        "project: x\ninputs: {openapi: a.yaml}\ntargets: {a: {adapter: rust-axum, path: .GitHub/a}}\nworkspace: {}\n",
        ["4:1 the workspace and the target `a` write to the same place"]
      ),
      (
        "project: x\ninputs: {openapi: ., migrations: ./..}\ntargets: {a: {adapter: rust-axum, path: /}}\ntemplates: .\n",
        [
          "2:19 `.` is no path below the project's root", "2:34 `./..` is no path below the project's root",
          "3:41 `/` is no path below the project's root", "4:12 `.` is no path below the project's root",
        ]
      ),
    ] as [(String, [String])])
  func mistakes(text: String, expected: [String]) {
    let (configuration, findings) = read(text)
    #expect(findings == expected)
    #expect(configuration == nil)
  }
}
