import Testing

extension EndToEnd {
  /// The examples as backends on FastAPI: clean, typed, tested by themselves, and one with their contracts.
  @Suite("The examples on FastAPI")
  struct PythonExamples {
    @Test("on SQLite", arguments: ["users", "petstore", "shop"])
    func sqlite(example: String) async throws {
      let project = try await Project(example: example)
      #expect(try await project.sh("specforge generate api-python").contains("implemented, 0 answer 501"))
      let backend = PythonBackend(path: try await project.checkOut("api-python", path: "backends/python"), module: example)
      try await backend.passes()
      try await agrees(backend, database: "sqlite://\(project.folder.path)/data.db", project)
    }

    @Test("on PostgreSQL", arguments: ["users", "petstore", "shop"])
    func postgres(example: String) async throws {
      let project = try await Project(example: example)
      try await project.sh("specforge generate api-python-postgres")
      let folder = try await project.checkOut("api-python-postgres", path: "backends/python-postgres")
      let backend = PythonBackend(path: folder, module: example)
      try await withPostgres(in: project.folder.path) { url in
        try await backend.passes(database: url)
        try await agrees(backend, database: url, project)
      }
    }

    /// It starts, agrees with its contract, and stops.
    private func agrees(_ backend: PythonBackend, database: String, _ project: Project) async throws {
      let server = try await Server.start(try await backend.program(), database: database, in: project.folder.path)
      do { try await server.agrees(with: "\(project.path)/openapi.yaml") } catch {
        try await server.stop()
        throw error
      }
      try await server.stop()
    }
  }
}
