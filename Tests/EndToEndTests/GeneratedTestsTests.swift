import Testing

extension EndToEnd {
  /// The tests that a backend gets for contracts at the edges, beside those of the examples.
  @Suite("Generated tests")
  struct GeneratedTests {
    @Test("HEAD, OPTIONS and TRACE are called, and paths that have to be encoded")
    func methods() async throws {
      let project = try await Project(copyOf: "Tests/EndToEndTests/Cases/methods")
      try await project.sh("specforge generate api-rust api-python")
      let rust = try await project.checkOut("api-rust", path: "backends/rust")
      try await Shell.succeed(
        """
        cd tests && cat *_test.rs > all
        for text in 'mod find_note' 'mod describe_notes' '"TRACE"' '"/labels/a%2F%C3%A9"'; do grep -qF "$text" all || exit 1; done
        rm all
        """, in: rust)
      try await Crate(path: rust).passes()
      let python = try await project.checkOut("api-python", path: "backends/python")
      try await PythonBackend(path: python, module: "methods").passes()
    }
  }
}
