import Foundation
import Testing

extension EndToEnd {
  /// A PostgreSQL that goes away while it is used, and comes back: both stacks say the same, and go on.
  @Suite("An outage of the database")
  struct Outages {
    private static let customer = #"{"name":"Ada","email":"ada@example.org"}"#
    private static let order = #"{"product_id":1,"quantity":1,"unit_price":"1.00"}"#

    @Test("on Axum")
    func axum() async throws {
      let project = try await Project(example: "shop")
      try await project.sh("specforge generate api-rust-postgres")
      let crate = Crate(path: try await project.checkOut("api-rust-postgres", path: "backends/rust-postgres"))
      try await survives(try await crate.program(), project)
    }

    @Test("on FastAPI")
    func fastAPI() async throws {
      let project = try await Project(example: "shop")
      try await project.sh("specforge generate api-python-postgres")
      let folder = try await project.checkOut("api-python-postgres", path: "backends/python-postgres")
      try await survives(try await PythonBackend(path: folder, module: "shop").program(), project)
    }

    private func survives(_ program: String, _ project: Project) async throws {
      let folder = project.folder.path
      try await withPostgres(in: folder) { url in
        let server = try await Server.start(
          program, database: url, settings: "DATABASE_ACQUIRE_TIMEOUT_MS=1000", in: folder)
        do {
          let created = try await server.expect(201, from: "POST", "/customers", Self.customer)
          let path = try #require(created.header("location"))
          try await goesAway(url, while: server, reads: path)
          try await isAway(server, path)
          try await Shell.succeed(#""$ROOT/scripts/services.sh" start services "$(cat port)""#, in: folder)
          // The first answer may still be that of a connection that nobody knew to be dead.
          try await server.becomesReady()
          try await server.expect(200, "ada@example.org", from: "GET", path)
          try await server.expect(409, "unknown_product", from: "POST", "\(path)/orders", Self.order)
        } catch {
          try await server.stop()
          throw error
        }
        try await server.stop()
      }
    }

    /// Stops the database while one statement of each kind waits for a lock: alone, and in a transaction.
    private func goesAway(_ url: String, while server: Server, reads path: String) async throws {
      let address = "http://127.0.0.1:\(server.port)\(path)"
      let answers = try await Shell.succeed(
        """
        url='\(url)'; port=${url##*:}; echo "${port%%/*}" > port
        ( psql -qX "$url" -c 'BEGIN; LOCK TABLE customers; SELECT pg_sleep(60)' > lock.log 2>&1 & )
        waiting() { psql -qXAt "$url" -c "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = '$1'"; }
        for _ in $(seq 100); do if [ "$(waiting Timeout)" = 1 ]; then break; fi; sleep 0.1; done
        curl -sS -i '\(address)' > read.txt & reader=$!
        curl -sS -i '\(address)/orders' -H 'content-type: application/json' -d '\(Self.order)' > write.txt & writer=$!
        for _ in $(seq 100); do if [ "$(waiting Lock)" = 2 ]; then break; fi; sleep 0.1; done
        [ "$(waiting Lock)" = 2 ]
        "$ROOT/scripts/services.sh" stop services
        wait $reader $writer
        cat read.txt; echo; cat write.txt
        """, in: server.folder
      ).output
      #expect(answers.components(separatedBy: "HTTP/1.1 503 ").count == 3, "\(answers)")
      #expect(answers.components(separatedBy: #""code":"unavailable""#).count == 3, "\(answers)")
    }

    /// What is asked of a database that is not there, by what has no connection to it any more.
    private func isAway(_ server: Server, _ path: String) async throws {
      for _ in 1...2 {
        try await server.expect(503, #""code":"unavailable""#, from: "GET", path)
        try await server.expect(503, #""code":"unavailable""#, from: "POST", "/customers", Self.customer)
        try await server.expect(503, #""code":"unavailable""#, from: "POST", "\(path)/orders", Self.order)
      }
      // A probe's answer is good for a second.
      try await Task.sleep(for: .milliseconds(1100))
      try await server.expect(503, from: "GET", "/ready")
      try await server.expect(200, from: "GET", "/health")
    }
  }
}
