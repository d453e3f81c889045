import Testing

extension EndToEnd {
  /// One behaviour: every backend of an example is asked the same (`docs/parity.md`), and all answer alike.
  @Suite("Parity")
  struct Parity {
    private static let folder = "\(Shell.root)/Tests/EndToEndTests/Parity"

    @Test("all backends of an example answer alike", arguments: ["users", "petstore", "shop"])
    func parity(example: String) async throws { try await answerAlike(try await Project(example: example), module: example) }

    /// Contracts that hold much of one thing: values, column types, shapes of errors, methods that are seldom declared.
    @Test("contracts that go to the edges are answered alike", arguments: ["kinds", "columns", "envelopes", "methods"])
    func edges(name: String) async throws {
      try await answerAlike(try await Project(copyOf: "Tests/EndToEndTests/Cases/\(name)"), module: name)
    }

    private func answerAlike(_ project: Project, module: String) async throws {
      try await project.sh("specforge generate && specforge dump --stage requests > ../requests.json")
      let root = project.folder.path
      try await withPostgres(in: root) { url in
        let other = try await database("fastapi", beside: url)
        let backends = [
          Backend("axum-sqlite", try await crate("api-rust", "backends/rust", project), "sqlite://\(root)/axum.db"),
          Backend("axum-postgres", try await crate("api-rust-postgres", "backends/rust-postgres", project), url),
          Backend(
            "fastapi-sqlite", try await package(module, "api-python", "backends/python", project), "sqlite://\(root)/fastapi.db"),
          Backend(
            "fastapi-postgres", try await package(module, "api-python-postgres", "backends/python-postgres", project), other),
        ]
        try await serving(backends, in: root) { servers in
          let stacks = zip(backends, servers).map { backend, server in
            "'\(backend.name)=http://127.0.0.1:\(server.port)=\(backend.database.replacing("sqlite://", with: "sqlite:"))'"
          }
          let told = try await Shell.succeed(
            "python3 '\(Self.folder)/compare.py' requests.json '\(Self.folder)/known.json' \(stacks.joined(separator: " "))",
            in: root)
          #expect(told.output.contains("to 4 backends, 0 answers differ"))
        }
      }
    }

    @Test("a difference is found, and one that is excused and gone as well")
    func honest() async throws {
      let work = try TemporaryFolder()
      let requests =
        #"{"schema":1,"conversations":[{"name":"a","parallel":1,"requests":[{"method":"GET","target":["/"],"headers":[],"body":null}]}]}"#
      func told(by answers: [String], known: String) async throws -> Finished {
        let ports = [try await freePort(), try await freePort()]
        let servers = zip(ports, answers).map { "serve \($0) '\($1)'" }.joined(separator: "\n")
        return try await Shell.run(
          """
          serve() { python3 '\(Self.folder)/answer.py' "$1" "$2" & echo $! >> pids; }
          rm -f pids
          \(servers)
          echo '\(requests)' > requests.json; echo '\(known)' > known.json
          for port in \(ports[0]) \(ports[1]); do for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:$port && break; sleep 0.1; done; done
          python3 '\(Self.folder)/compare.py' requests.json known.json a=http://127.0.0.1:\(ports[0])=none b=http://127.0.0.1:\(ports[1])=none
          status=$?; kill $(cat pids); exit $status
          """, in: work.path)
      }
      let excuse = #"[{"requests":"a \\[1\\]: GET /","answers":{"a":{"body":1},"b":{"body":2}},"why":"told"}]"#
      #expect(try await told(by: ["1", "1"], known: "[]").status == 0)
      #expect(try await told(by: ["1", "2"], known: "[]").status == 1)
      #expect(try await told(by: ["1", "2"], known: excuse).status == 0)
      #expect(try await told(by: ["1", "3"], known: excuse).status == 1)
      #expect(try await told(by: ["1", "1"], known: excuse).status == 1)
    }

    /// A backend that is compared: its name, its program, and the URL of its database.
    private struct Backend {
      let name: String
      let program: String
      let database: String

      init(_ name: String, _ program: String, _ database: String) {
        self.name = name
        self.program = program
        self.database = database
      }
    }

    private func crate(_ target: String, _ path: String, _ project: Project) async throws -> String {
      try await Crate(path: try await project.checkOut(target, path: path)).program()
    }

    private func package(_ module: String, _ target: String, _ path: String, _ project: Project) async throws -> String {
      try await PythonBackend(path: try await project.checkOut(target, path: path), module: module).program()
    }

    /// Makes a database on the server of another one and returns its URL.
    private func database(_ name: String, beside url: String) async throws -> String {
      try await Shell.succeed("psql -q '\(url)' -c 'CREATE DATABASE \(name)'", in: "/")
      let server = try #require(url.lastIndex(of: "/"))
      return "\(url[...server])\(name)"
    }

    /// Starts all of the backends, each in a folder of its own, and stops them in the end.
    private func serving(_ backends: [Backend], in root: String, _ body: ([Server]) async throws -> Void) async throws {
      var servers: [Server] = []
      do {
        for backend in backends {
          try await Shell.succeed("mkdir \(backend.name)", in: root)
          servers.append(try await Server.start(backend.program, database: backend.database, in: "\(root)/\(backend.name)"))
        }
        try await body(servers)
      } catch {
        for server in servers { try await server.stop() }
        throw error
      }
      for server in servers { try await server.stop() }
    }
  }
}
