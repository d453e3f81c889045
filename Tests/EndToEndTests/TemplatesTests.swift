import Testing

extension EndToEnd {
  /// A project's own templates in place of built-in ones.
  @Suite("Templates of a project")
  struct Templates {
    private func project(_ name: String, _ text: String) async throws -> Project {
      let project = try await Project(example: "users")
      try await project.sh("printf '\\ntemplates: our-templates\\n' >> specforge.yaml")
      try project.write("our-templates/\(name)", text)
      return project
    }

    @Test("take the place of built-in ones")
    func replaced() async throws {
      let project = try await project("rust-axum/Dockerfile.mustache", "FROM scratch\nLABEL ours={{crate}}\n")
      try await project.sh("specforge generate api-rust && specforge generate api-rust --out ../plain")
      let committed = try await project.sh("git show specforge/review/api-rust:backends/rust/Dockerfile")
      #expect(committed == "FROM scratch\nLABEL ours=users\n")
      #expect(try await project.sh("find ../plain -name Dockerfile -exec cat {} +") == committed)
      // The others are the built-in ones still.
      #expect(try await project.sh("git show specforge/review/api-rust:backends/rust/compose.yaml").contains("services:"))
    }

    @Test(
      "that cannot be used are findings, and nothing is written",
      arguments: [
        ("rust-axum/Dockerfile.mustache", "FROM {{nothing_of_ours}}\n", "nothing_of_ours"),
        ("rust-axum/Dockerfile.mustache", "FROM {{#crate}}\n", "Dockerfile"),
      ])
    func refused(name: String, text: String, told: String) async throws {
      let project = try await project(name, text)
      let finished = try await Shell.run("specforge generate api-rust", in: project.path)
      #expect(finished.status == 1 && finished.errors.contains(told), "\(finished.status): \(finished.all)")
      #expect(try await project.sh("git branch --list 'specforge/*'") == "")
    }

    @Test("that replace nothing are told of")
    func superfluous() async throws {
      let project = try await project("rust-axum/Dockerfil.mustache", "FROM scratch\n")
      let finished = try await Shell.run("specforge generate api-rust", in: project.path)
      #expect(finished.status == 0 && finished.errors.contains("warning[template-unknown]"), "\(finished.all)")
    }

    @Test("that lie outside of the project are not read")
    func outside() async throws {
      let project = try await Project(example: "users")
      try await project.sh("printf '\\ntemplates: ../elsewhere\\n' >> specforge.yaml")
      let finished = try await Shell.run("specforge generate api-rust", in: project.path)
      #expect(finished.status == 1 && finished.errors.contains("specforge.yaml:"), "\(finished.all)")
    }
  }
}
