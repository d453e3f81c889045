import SpecAdapters
import SpecDiagnostics
import SpecTemplates
import SpecWorkspace
import SpecWriting
import Testing

/// The root of a monorepo, made of what a stack tells that does not exist: no real one is known there.
@Suite("Workspace")
struct WorkspaceTests {
  private static let facts = BackendFacts(
    stack: "Lua, Orbit",
    commands: BackendCommands(
      preparation: Preparation(folder: "rocks", from: ["orbit.rockspec"], by: ["luarocks make --tree rocks"]),
      build: ["luac -p *.lua"], lint: ["luacheck .", "stylua --check $PWD"], test: ["busted"], run: "orbit app.lua"),
    setup: [
      .action(name: "Set up Lua", uses: "some/lua@v1", inputs: [Setting("version", "5.4")]),
      .commands(name: "Set up rocks", ["apt-get install luarocks", "luarocks --version"]),
    ],
    cache: BuildCache(homeFolders: ["~/.luarocks"], folders: ["rocks"], keys: ["orbit.rockspec"]), portVariable: "PORT",
    readyPath: "/ready", environment: [Setting("LEVEL", "info")], database: .none,
    container: BackendContainer(port: 80, probe: ["lua", "probe.lua", "$HOME"], stopSeconds: 7))

  private static let onPostgres: BackendFacts = {
    var facts = Self.facts
    facts.database = .postgres(variable: "DB", testVariable: "TEST_DB")
    return facts
  }()

  private static let onFile: BackendFacts = {
    var facts = Self.facts
    facts.database = .file(variable: "DB", url: "file:/data/x.db", folder: "/data")
    return facts
  }()

  private func backend(_ name: String, _ path: String? = nil, _ facts: BackendFacts? = facts) -> WorkspaceBackend {
    WorkspaceBackend(name: name, path: RelativePath(path ?? "backends/\(name)")!, adapter: AdapterID("lua-orbit"), facts: facts)
  }

  private func generate(
    _ backends: [WorkspaceBackend], base: String? = nil
  ) throws -> (files: [String: String], findings: [String]) {
    var diagnostics = Diagnostics()
    let workspace = Workspace(project: "Shop", firstPort: 4000, base: base, backends: backends)
    let files = try workspace.files(with: TemplateSet(embedded: EmbeddedTemplates.texts), into: &diagnostics)
    #expect(files.allSatisfy { file in Workspace.names.contains { $0 == file.path.components[0] } })
    #expect(files.allSatisfy { $0.text.hasSuffix("\n") && !$0.text.hasSuffix("\n\n") && !$0.text.contains("\n\n\n") })
    return (
      Dictionary(uniqueKeysWithValues: files.map { ($0.path.description, $0.text) }), diagnostics.sorted.map(\.message)
    )
  }

  /// Expects that a file has these pieces, in this order.
  private func expect(
    _ pieces: [String], in text: String?, at location: SourceLocation = #_sourceLocation
  ) throws {
    var rest = try #require(text, sourceLocation: location)[...]
    for piece in pieces {
      guard let range = rest.firstRange(of: piece) else {
        Issue.record("no\n\(piece)\nin\n\(rest)", sourceLocation: location)
        return
      }
      rest = rest[range.upperBound...]
    }
  }

  @Test("a Makefile has the commands of each backend, in its folder")
  func makefile() throws {
    let makefile = try generate([backend("a"), backend("b", "b", Self.onPostgres)]).files["Makefile"]
    try expect(
      [
        ".DEFAULT_GOAL := help\n", "\nbuild: build-a build-b ##", "\nrun: ##", "\tdocker compose up --build --detach --wait\n",
        "\n.PHONY: build-a lint-a test-a run-a",
        "\nbuild-a: backends/a/rocks/.prepared ## Builds a\n\tcd backends/a && luac -p *.lua\n",
        // make reads `$` for itself.
        "\tcd backends/a && luacheck .\n\tcd backends/a && stylua --check $$PWD\n", "\tcd backends/a && busted\n",
        "\tcd backends/a && PORT=$${A_PORT:-4000} orbit app.lua\n",
        "backends/a/rocks/.prepared: backends/a/orbit.rockspec\n\tcd backends/a && luarocks make --tree rocks\n\ttouch $@\n",
        "\ntest-b: b/rocks/.prepared ## Tests b, in the database of TEST_DB\n\tcd b && busted\n", "PORT=$${B_PORT:-4001}",
        "\n\n# What you add below stays",
      ], in: makefile)
  }

  @Test("a compose file has a service for each image, and what it needs")
  func compose() throws {
    let text = try generate([backend("a"), backend("b", "b", Self.onPostgres), backend("c", nil, Self.onFile)]).files[
      "compose.yaml"]
    try expect(
      [
        "\nname: shop\n", "\n  a:\n    <<: *backend\n    build: ./backends/a\n", "      LEVEL: ${LEVEL:-info}\n",
        "      - \"127.0.0.1:${A_PORT:-4000}:80\"\n    healthcheck:\n", #"      test: ["CMD", "lua", "probe.lua", "$$HOME"]"#,
        "    stop_grace_period: 7s\n", "\n  b:\n", "      DB: postgres://app:${POSTGRES_PASSWORD:-app}@postgres:5432/app\n",
        "    depends_on:\n      postgres:\n        condition: service_healthy\n", "\n  c:\n", "      DB: file:/data/x.db\n",
        "    volumes:\n      - c-data:/data\n", "\n  postgres:\n    image: postgres:",
        "\nvolumes:\n  c-data:\n  postgres-data:\n",
      ], in: text)
  }

  @Test("a workflow has a job for each backend, with the same commands")
  func workflow() throws {
    let text = try generate([backend("a"), backend("b", "b", Self.onPostgres)]).files[".github/workflows/backends.yml"]
    try expect(
      [
        "    branches: [main, master]\n", "\npermissions:\n  contents: read\n", "\n  a:\n",
        "    timeout-minutes: 30\n    steps:\n",
        "      - name: Set up Lua\n        uses: some/lua@v1\n        with:\n          version: \"5.4\"\n",
        "        run: |\n          apt-get install luarocks\n          luarocks --version\n",
        "            ~/.luarocks\n            backends/a/rocks\n", "          key: a-${{ runner.os }}-${{ hashFiles('backends/a/orbit.rockspec') }}\n",
        "      - run: make lint-a\n      - run: make build-a\n      - run: make test-a\n\n  b:\n",
        "    services:\n      postgres:\n",
        "      - run: make test-b\n        env:\n          TEST_DB: postgres://postgres:postgres@127.0.0.1:5432/postgres\n",
      ], in: text)
  }

  @Test(
    "the branch that is built besides pull requests is the base",
    arguments: [
      (nil, "[main, master]"), ("trunk", #"["trunk"]"#), ("origin/next", #"["next"]"#), ("a\"]", #"["a\"]"]"#),
    ] as [(String?, String)])
  func branches(base: String?, spelled: String) throws {
    let text = try generate([backend("a")], base: base).files[".github/workflows/backends.yml"]
    try expect(["    branches: \(spelled)\n"], in: text)
  }

  @Test("names that come to the same word stay apart")
  func names() throws {
    let files = try generate([backend("a-b"), backend("a_b"), backend("A-B-2"), backend("postgres", nil, Self.onPostgres)]).files
    try expect(["${A_B_PORT:-", "${A_B_PORT_2:-", "${A_B_2_PORT:-"], in: files["compose.yaml"])
    try expect(
      ["\n  postgres:\n", "@postgres-server:5432/", "\n  postgres-server:\n", "  postgres-server-data:\n"],
      in: files["compose.yaml"])
  }

  @Test("a backend of which nothing is told is listed, noted, and left out")
  func untold() throws {
    let (files, findings) = try generate([backend("a", "back ends/a"), backend("b", nil, nil), backend("c"), backend("d", "-d")])
    #expect(
      findings == [
        "the workspace leaves `a` out: `back ends/a` cannot stand in a Makefile",
        "the workspace leaves `b` out: its adapter `lua-orbit` does not tell how it is run",
        "the workspace leaves `d` out: `-d` cannot stand in a Makefile",
      ])
    try expect(
      ["| `c` | [backends/c](backends/c) | Lua, Orbit |", "- `a`, in back ends/a\n- `b`, in backends/b\n- `d`"],
      in: files["BACKENDS.md"])
    // Ports stay with their targets: what is told of one later does not move the others.
    try expect(["\nbuild: build-c ##", "C_PORT:-4002"], in: files["Makefile"])
  }

  @Test("what has no form for nothing at all is not written")
  func nothing() throws {
    #expect(try generate([backend("b", nil, nil)]).files.keys.sorted() == ["BACKENDS.md", "Makefile"])
    var facts = Self.facts
    facts.container = nil
    let files = try generate([backend("b", nil, facts)]).files
    #expect(files.keys.sorted() == [".github/workflows/backends.yml", "BACKENDS.md", "Makefile"])
    #expect(files["Makefile"]?.contains("docker") == false)
  }

  @Test("only what is needed is started, kept and prepared")
  func little() throws {
    var facts = Self.facts
    facts.commands.preparation = nil
    facts.commands.build = []
    facts.cache = nil
    let files = try generate([backend("a", nil, facts)]).files
    for word in ["postgres", "volumes", "depends_on"] { #expect(files["compose.yaml"]?.contains(word) == false, "\(word)") }
    for word in ["cache", "make build-a", "services"] {
      #expect(files[".github/workflows/backends.yml"]?.contains(word) == false, "\(word)")
    }
    try expect(["\nbuild-a: ## Builds a\nlint-a: ##"], in: files["Makefile"])
  }
}
