import Testing

extension EndToEnd {
  /// How wide the lines of constant files are depends on the package's name.
  @Suite("Names of packages")
  struct PackageNames {
    @Test("short and long ones leave formatters and linters nothing to say", arguments: [1, 7, 16, 33, 50])
    func widths(_ length: Int) async throws {
      let project = try await Project(example: "users")
      let name = "p" + String(repeating: "x", count: length - 1)
      func generate(_ adapter: String) async throws {
        try await project.sh(
          "specforge generate --input openapi.yaml --migrations migrations --adapter \(adapter) --package \(name) --out \(adapter)")
      }
      try await generate("rust-axum")
      try await generate("python-fastapi")
      try await Shell.succeed(
        """
        (cd rust-axum && cargo fmt --check)
        cd python-fastapi && "$SPECFORGE_PYTHON" -m ruff format --check --no-cache . && "$SPECFORGE_PYTHON" -m ruff check --no-cache .
        """, in: project.path, frameworks: true)
    }
  }
}
