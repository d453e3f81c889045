import Testing

extension EndToEnd {
  /// Contracts of different make, which answer and not merely compile.
  @Suite("examples/shop")
  struct Examples {
    @Test("shop: tables first, other names, money without a lost digit, on PostgreSQL")
    func shop() async throws {
      let project = try await Project(example: "shop")
      #expect(try await project.sh("specforge generate api").contains("9 implemented, 0 answer 501"))
      let crate = Crate(path: try await project.checkOut("api", path: "backend"))
      try await withPostgres(port: 54_944, in: project.folder.path) { url in
        try await crate.passes(database: url)
        let server = try await Server.start(try await crate.program(), database: url, port: 54_945, in: project.folder.path)
        do { try await trade(server) } catch {
          try await server.stop()
          throw error
        }
        try await server.stop()
      }
    }

    private func trade(_ server: Server) async throws {
      try await server.expect(
        201, "location: /customers/1", #""creditLimit":"99999999.99""#, from: "POST", "/customers",
        #"{"emailAddress":"ada@example.org","fullName":"Ada","creditLimit":"99999999.99"}"#)
      try await server.expect(409, from: "POST", "/customers", #"{"emailAddress":"ada@example.org","fullName":"B"}"#)
      try await server.expect(
        201, #""unitPrice":"12.50""#, #""isActive":true"#, from: "POST", "/products",
        #"{"sku":"AB-1","title":"Tea","unitPrice":"12.50"}"#)
      try await server.expect(200, "AB-1", from: "GET", "/products?isActive=true")
      let none = try await server.expect(200, from: "GET", "/products?isActive=false")
      #expect(none.body == "[]")
      try await server.expect(
        201, #""totalAmount":"25.00""#, #""customerId":1"#, from: "POST", "/customers/1/orders",
        #"{"productId":1,"quantity":2,"totalAmount":"25.00"}"#)
      // A customer in the path and a product in the body that are not there.
      try await server.expect(
        404, from: "POST", "/customers/9/orders", #"{"productId":1,"quantity":2,"totalAmount":"25.00"}"#)
      let missing = try await server.send(
        "POST", "/customers/1/orders", #"{"productId":9,"quantity":2,"totalAmount":"25.00"}"#)
      #expect([404, 409, 422].contains(missing.status), "\(missing)")
      try await server.expect(200, #""quantity":2"#, from: "GET", "/customers/1/orders")
      try await server.expect(404, from: "GET", "/customers/9/orders")
      try await server.expect(200, #""totalCount":1"#, from: "GET", "/customers?page=1&pageSize=5")
      try await server.expect(200, #""fullName":"Ada King""#, from: "PATCH", "/customers/1", #"{"fullName":"Ada King"}"#)
      // Orders hold the customer: the database decides.
      try await server.expect(409, from: "DELETE", "/customers/1")
      try await server.expect(404, from: "DELETE", "/customers/2")
    }
  }
}
