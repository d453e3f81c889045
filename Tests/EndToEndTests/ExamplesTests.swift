import Testing

extension EndToEnd {
  /// Contracts of different make, which answer and not merely compile, alike on both databases.
  @Suite("examples/petstore and examples/shop")
  struct Examples {
    @Test("on SQLite", arguments: ["petstore", "shop"])
    func sqlite(example: String) async throws {
      let project = try await Project(example: example)
      #expect(try await project.sh("specforge generate api-rust").contains("implemented, 0 answer 501"))
      let crate = Crate(path: try await project.checkOut("api-rust", path: "backends/rust"))
      try await crate.passes()
      try await converse(example, crate, database: "sqlite://\(project.folder.path)/data.db", project)
    }

    @Test("on PostgreSQL", arguments: ["petstore", "shop"])
    func postgres(example: String) async throws {
      let project = try await Project(example: example)
      try await project.sh("specforge generate api-rust-postgres")
      let crate = Crate(path: try await project.checkOut("api-rust-postgres", path: "backends/rust-postgres"))
      try await withPostgres(in: project.folder.path) { url in
        try await crate.passes(database: url)
        try await converse(example, crate, database: url, project)
      }
    }

    private func converse(_ example: String, _ crate: Crate, database: String, _ project: Project) async throws {
      let server = try await Server.start(try await crate.program(), database: database, in: project.folder.path)
      do {
        if example == "petstore" { try await adopt(server) } else { try await trade(server) }
        try await server.agrees(with: "\(project.path)/openapi.yaml")
      } catch {
        try await server.stop()
        throw error
      }
      try await server.stop()
    }

    /// Nested objects in a JSON column, and an address that only one owner has.
    private func adopt(_ server: Server) async throws {
      let ada = #"{"name":"Ada","email":"ada@example.org","address":{"street":"St James 12","city":"London","country":"GB"}}"#
      let owner = try await server.expect(201, "location: /", #""city":"London""#, from: "POST", "/owners", ada)
      let path = try location(of: owner)
      try await server.expect(200, "St James 12", #""country":"GB""#, from: "GET", path)
      try await server.expect(409, from: "POST", "/owners", ada)
      try await server.expect(
        422, "/address/city", "/address/country", from: "POST", "/owners",
        #"{"name":"B","email":"b@example.org","address":{"street":"S","country":"Britain"}}"#)
      // SQLite keeps whole numbers of a column of type REAL as integers.
      let pet = try await server.expect(201, #""weight":4.0"#, from: "POST", "/pets", #"{"name":"Byron","weight":4}"#)
      try await server.expect(200, #""weight":5.0"#, from: "PATCH", try location(of: pet), #"{"weight":5}"#)
      try await server.expect(
        409, "unknown_owner", from: "POST", "/pets", #"{"name":"Byron","ownerId":"01a1fdcc-dbfd-72e2-892f-3461d51a9362"}"#)
      try await server.expect(200, from: "GET", "\(path)/pets")
      try await server.expect(204, from: "DELETE", path)
      try await server.expect(404, from: "GET", path)
    }

    /// Pages, constraints of the database, and what refers to a thing that is not there.
    private func trade(_ server: Server) async throws {
      let customer = try await server.expect(
        201, #""born_on":"1815-12-10""#, from: "POST", "/customers",
        #"{"name":"Ada","email":"ada@example.org","born_on":"1815-12-10"}"#)
      let path = try location(of: customer)
      try await server.expect(409, from: "POST", "/customers", #"{"name":"B","email":"ada@example.org"}"#)
      try await server.expect(
        422, "/born_on", "/email", from: "POST", "/customers", #"{"name":"B","email":"b","born_on":"1815-13-10"}"#)
      try await server.expect(200, "ada@example.org", from: "GET", "/customers")
      try await server.expect(
        201, #""price":"0.00""#, from: "POST", "/products", #"{"sku":"A-1","name":"Sample","price":"0"}"#)
      let order = try await server.expect(
        201, #""unit_price":"0.50""#, from: "POST", "\(path)/orders", #"{"product_id":1,"quantity":2,"unit_price":"0.5"}"#)
      let orderPath = try location(of: order)
      #expect(orderPath == "/orders/1")
      try await server.expect(200, #""quantity":2"#, from: "GET", orderPath)
      try await server.expect(
        422, "/unit_price", from: "POST", "\(path)/orders", #"{"product_id":1,"quantity":2,"unit_price":"00.5"}"#)
      try await server.expect(409, from: "DELETE", path)
      try await server.expect(204, from: "DELETE", orderPath)
      try await server.expect(200, from: "GET", "\(path)/orders")
      try await server.expect(404, from: "GET", "/orders/9")
      try await server.expect(405, "allow: ", from: "DELETE", "/products")
      try await server.expect(204, from: "DELETE", path)
      try await server.expect(404, from: "DELETE", path)
    }

    private func location(of answer: Server.Answer) throws -> String {
      try #require(answer.header("location"))
    }
  }
}
