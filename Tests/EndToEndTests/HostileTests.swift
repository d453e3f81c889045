import Foundation
import Testing

extension EndToEnd {
  /// Text of a contract never becomes code, and no input leads out of its place.
  @Suite("Hostile inputs")
  struct Hostile {
    @Test("texts that end strings, comments and files in Rust, SQL, TOML, YAML and shell are only texts")
    func texts() async throws {
      let work = try TemporaryFolder()
      try HostileContract.openAPI().write(to: URL(filePath: "\(work.path)/openapi.json"))
      let told = try await Shell.succeed(generate("rust-axum"), in: work.path)
      #expect(told.output.contains("operations: 5 implemented"), "\(told.output)")
      try await Crate(path: "\(work.path)/sqlite").passes()
      try await withPostgres(in: work.path) { url in
        // Names in queries are all that is spelled in another way here.
        let crate = Crate(path: "\(work.path)/postgres")
        try await crate.isClean()
        try await Shell.succeed(
          "TEST_DATABASE_URL='\(url)' cargo test -q --test loop_test", in: crate.path, frameworks: true)
      }
      try await Shell.succeed("test -z \"$(find . -name pwned)\"", in: work.path)
    }

    @Test("texts that end strings, comments and files in Python, SQL, TOML, YAML and shell are only texts")
    func pythonTexts() async throws {
      let work = try TemporaryFolder()
      try HostileContract.openAPI().write(to: URL(filePath: "\(work.path)/openapi.json"))
      let told = try await Shell.succeed(generate("python-fastapi"), in: work.path)
      #expect(told.output.contains("operations: 5 implemented"), "\(told.output)")
      let sqlite = PythonBackend(path: "\(work.path)/sqlite", module: "hostile")
      try await sqlite.passes()
      let server = try await Server.start(try await sqlite.program(), database: "sqlite://\(work.path)/data.db", in: work.path)
      do { try await call(server) } catch {
        try await server.stop()
        throw error
      }
      try await server.stop()
      try await withPostgres(in: work.path) { url in
        // Names in queries are all that is spelled in another way here.
        let backend = PythonBackend(path: "\(work.path)/postgres", module: "hostile")
        try await backend.isClean()
        try await backend.tests("tests/test_loop.py", database: url)
      }
      try await Shell.succeed("test -z \"$(find . -name pwned)\"", in: work.path)
    }

    /// Writes and reads the table whose columns are called like code.
    private func call(_ server: Server) async throws {
      try await server.expect(201, "location: /orders/1", "DROP TABLE", from: "POST", "/orders", try HostileContract.order())
      try await server.expect(200, "DROP TABLE", from: "GET", "/orders/1")
      try await server.expect(501, from: "POST", "/evil/0/1", "{}")
      try await server.expect(204, from: "DELETE", "/orders/1")
      try await server.expect(404, from: "GET", "/orders/1")
    }

    /// Generates the hostile contract for both databases; nothing may be found beside the outputs.
    private func generate(_ adapter: String) -> String {
      """
      mkdir migrations && cat > migrations/0001_order.sql <<'SQL'
      \(HostileContract.migration)SQL
      find . | sort > before
      for database in sqlite postgres; do
        specforge generate --input openapi.json --migrations migrations --adapter \(adapter) --package hostile \
          --database $database --out $database
      done
      # No link, and nothing hidden from who reads them (CVE-2021-42574).
      find . -path ./sqlite -prune -o -path ./postgres -prune -o -print | sort | diff before -
      test -z "$(find . -type l)"
      ! grep -rlP '[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x00]' sqlite postgres
      """
    }

    @Test("deep, wide and cyclic documents end in time, within a gigabyte", arguments: ["deep", "wide", "cycles", "numbers"])
    func shapes(kind: String) async throws {
      let work = try TemporaryFolder()
      let end = try await Shell.run(
        """
        python3 "$ROOT/Tests/EndToEndTests/Cases/shapes.py" \(kind) > openapi.json
        ulimit -v 1500000
        timeout 20 "$SPECFORGE" generate --input openapi.json --adapter rust-axum --out out > /dev/null
        """, in: work.path)
      #expect(end.status == 0 || end.status == 1, "\(end.status): \(end.errors.suffix(2000))")
    }
  }
}
