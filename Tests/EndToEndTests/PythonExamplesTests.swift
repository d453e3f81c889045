import Testing

extension EndToEnd {
  /// The examples as backends on FastAPI: clean, typed, and tested by themselves.
  @Suite("The examples on FastAPI")
  struct PythonExamples {
    @Test("on SQLite", arguments: ["users", "petstore", "shop"])
    func sqlite(example: String) async throws {
      let project = try await Project(example: example)
      #expect(try await project.sh("specforge generate api-python").contains("implemented, 0 answer 501"))
      let backend = PythonBackend(path: try await project.checkOut("api-python", path: "backends/python"), module: example)
      try await backend.passes()
    }

    @Test("on PostgreSQL", arguments: ["users", "petstore", "shop"])
    func postgres(example: String) async throws {
      let project = try await Project(example: example)
      try await project.sh("specforge generate api-python-postgres")
      let folder = try await project.checkOut("api-python-postgres", path: "backends/python-postgres")
      try await withPostgres(in: project.folder.path) { url in
        try await PythonBackend(path: folder, module: example).passes(database: url)
      }
    }

    @Test("it starts, agrees with its contract, and stops")
    func serves() async throws {
      let project = try await Project(example: "users")
      try await project.sh("specforge generate api-python")
      let backend = PythonBackend(path: try await project.checkOut("api-python", path: "backends/python"), module: "users")
      let root = project.folder.path
      let server = try await Server.start(try await backend.program(), database: "sqlite://\(root)/data.db", in: root)
      do { try await server.agrees(with: "\(project.path)/openapi.yaml") } catch {
        try await server.stop()
        throw error
      }
      try await server.stop()
    }
  }
}
