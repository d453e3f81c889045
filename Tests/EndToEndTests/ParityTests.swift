import Testing

extension EndToEnd {
  /// One behaviour: every backend of an example is asked the same (`docs/parity.md`), and all answer alike.
  @Suite("Parity")
  struct Parity {
    private static let folder = "\(Shell.root)/Tests/EndToEndTests/Parity"

    @Test("all backends of an example answer alike", arguments: ["users", "petstore", "shop"])
    func parity(example: String) async throws {
      let project = try await Project(example: example)
      try await project.sh("specforge generate && specforge dump --stage requests > ../\(example).json")
      let root = project.folder.path
      try await withPostgres(in: root) { url in
        let sqlite = try await program("api-rust", "backends/rust", project)
        let postgres = try await program("api-rust-postgres", "backends/rust-postgres", project)
        try await Shell.succeed("mkdir axum-sqlite axum-postgres", in: root)
        try await with(sqlite, database: "sqlite://\(root)/data.db", in: "\(root)/axum-sqlite") { first in
          try await with(postgres, database: url, in: "\(root)/axum-postgres") { second in
            let told = try await Shell.succeed(
              """
              python3 '\(Self.folder)/compare.py' \(example).json '\(Self.folder)/known.json' \
                axum-sqlite=http://127.0.0.1:\(first.port)=sqlite:data.db 'axum-postgres=http://127.0.0.1:\(second.port)=\(url)'
              """, in: root)
            #expect(told.output.contains("to 2 backends, 0 answers differ"))
          }
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
      let excuse = #"[{"between":["a","b"],"in":"requests","requests":"a .*","why":"told"}]"#
      #expect(try await told(by: ["1", "1"], known: "[]").status == 0)
      #expect(try await told(by: ["1", "2"], known: "[]").status == 1)
      #expect(try await told(by: ["1", "2"], known: excuse).status == 0)
      #expect(try await told(by: ["1", "1"], known: excuse).status == 1)
    }

    private func program(_ target: String, _ path: String, _ project: Project) async throws -> String {
      try await Crate(path: try await project.checkOut(target, path: path)).program()
    }

    private func with(
      _ program: String, database: String, in folder: String, _ body: (Server) async throws -> Void
    ) async throws {
      let server = try await Server.start(program, database: database, in: folder)
      do { try await body(server) } catch {
        try await server.stop()
        throw error
      }
      try await server.stop()
    }
  }
}
