import Testing

extension EndToEnd {
  /// The example of the README from its inputs to its answers, on both databases.
  @Suite("examples/users")
  struct Users {
    @Test("generated, linted, tested, started and called on SQLite")
    func sqlite() async throws {
      let project = try await Project(example: "users")
      try await project.sh("specforge generate api-rust")
      let crate = Crate(path: try await project.checkOut("api-rust", path: "backends/rust"))
      try await crate.passes()
      try await converse(crate, database: "sqlite://\(project.folder.path)/users.db", project)
    }

    @Test("generated, linted, tested, started and called on PostgreSQL")
    func postgres() async throws {
      let project = try await Project(example: "users")
      try await project.sh("specforge generate api-rust-postgres")
      let crate = Crate(path: try await project.checkOut("api-rust-postgres", path: "backends/rust-postgres"))
      try await withPostgres(in: project.folder.path) { url in
        try await crate.passes(database: url)
        try await converse(crate, database: url, project)
      }
    }

    private func converse(_ crate: Crate, database: String, _ project: Project) async throws {
      let server = try await Server.start(try await crate.program(), database: database, in: project.folder.path)
      do {
        try await crud(server)
        try await refusals(server)
        try await surroundings(server)
        try await server.agrees(with: "\(project.path)/openapi.yaml")
      } catch {
        try await server.stop()
        throw error
      }
      try await server.stop()
    }

    private func crud(_ server: Server) async throws {
      try await server.expect(200, #""total":0"#, #""users":[]"#, from: "GET", "/api/users")
      let made = try await server.expect(
        201, "location: /api/users/", #""role":"admin""#, #""bio":null"#, from: "POST", "/api/users",
        #"{"email":"ada@example.org","name":"Ada Lovelace","role":"admin"}"#)
      // A column that the contract does not show never leaks.
      #expect(!made.body.contains("internal_note") && !made.body.contains("password"))
      try await server.expect(
        201, #""role":"member""#, from: "POST", "/api/users", #"{"email":"grace@example.org","name":"Grace Hopper"}"#)
      try await server.expect(
        409, #""code""#, from: "POST", "/api/users", #"{"email":"ada@example.org","name":"Another"}"#)
      try await server.expect(200, "Ada Lovelace", from: "GET", "/api/users/1")
      try await server.expect(200, #""total":2"#, "ada@", "grace@", from: "GET", "/api/users")
      try await server.expect(200, #""total":1"#, "grace@", from: "GET", "/api/users?role=member")
      try await server.expect(200, #""total":2"#, #""per_page":1"#, from: "GET", "/api/users?per_page=1&page=2&sort=-name")
      try await server.expect(
        200, #""name":"Ada King""#, #""role":"member""#, from: "PUT", "/api/users/1",
        #"{"email":"ada@example.org","name":"Ada King","role":"member","bio":"First."}"#)
      try await server.expect(200, #""bio":"First.""#, #""name":"A""#, from: "PATCH", "/api/users/1", #"{"name":"A"}"#)
      try await server.expect(200, #""bio":null"#, #""name":"A""#, from: "PATCH", "/api/users/1", #"{"bio":null}"#)
      try await server.expect(409, from: "PATCH", "/api/users/1", #"{"email":"grace@example.org"}"#)
      let gone = try await server.expect(204, from: "DELETE", "/api/users/2")
      #expect(gone.body == "")
      try await server.expect(404, #""code""#, from: "GET", "/api/users/2")
      try await server.expect(404, from: "DELETE", "/api/users/2")
    }

    private func refusals(_ server: Server) async throws {
      try await server.expect(404, #""code""#, from: "GET", "/nowhere")
      try await server.expect(405, "allow: ", "get", "post", from: "DELETE", "/api/users")
      try await server.expect(415, #""code""#, from: "POST", "/api/users", "email=a", type: "application/x-www-form-urlencoded")
      try await server.expect(400, #""code""#, from: "POST", "/api/users", #"{"email":"#)
      try await server.expect(
        422, "/email", "/name", "/role", "/shoe", from: "POST", "/api/users",
        #"{"email":"no address","name":"","role":"king","shoe":42}"#)
      try await server.expect(422, "per_page", "page", from: "GET", "/api/users?per_page=1000&page=0")
      try await server.expect(413, from: "POST", "/api/users", #"{"name":"\#(String(repeating: "a", count: 3 << 20))"}"#)
    }

    private func surroundings(_ server: Server) async throws {
      for path in ["/health", "/ready", "/livez", "/readyz"] { try await server.expect(200, from: "GET", path) }
      try await server.expect(200, "Users API", "x-request-id", from: "GET", "/openapi.json")
    }
  }
}
