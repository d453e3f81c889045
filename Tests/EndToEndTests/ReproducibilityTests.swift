import Testing

extension EndToEnd {
  @Suite("Reproducibility and places")
  struct Reproducibility {
    @Test("the same inputs give the same commits, wherever the project lies")
    func sameCommits() async throws {
      var refs: [String] = []
      for _ in 0..<2 {
        let project = try await Project(files: [("a.txt", "base\n")])
        refs.append(
          try await project.sh(
            """
            cp -R "$ROOT"/examples/users/. . && git add --all
            export SOURCE_DATE_EPOCH=1700000000
            GIT_AUTHOR_DATE=@1700000000 GIT_COMMITTER_DATE=@1700000000 git commit -q --amend --no-edit --date=@1700000000
            specforge generate > /dev/null
            git for-each-ref --format='%(objectname) %(refname)'
            """))
      }
      #expect(refs[0] == refs[1])
      #expect(refs[0].contains("refs/heads/specforge/review/api-rust\n"))
    }

    @Test("a project below the repository's root writes below itself, from any folder")
    func monorepo() async throws {
      let project = try await Project(files: [("README.md", "# All\n")])
      try await project.sh(
        """
        mkdir -p teams && cp -R "$ROOT/examples/users" teams/people && git add --all && git commit -qm people
        specforge generate api-rust -C teams/people
        git cat-file -e specforge/review/api-rust:teams/people/backends/rust/Cargo.toml
        git cat-file -e specforge/review/api-rust:.specforge/api-rust.lock
        cd teams/people && specforge generate api-rust | grep -q 'up to date'
        """)
    }

    @Test("a bare repository is written to by name")
    func bare() async throws {
      let project = try await Project(example: "users")
      try await project.sh(
        """
        git clone -q --bare . ../bare.git
        specforge generate api-rust --repository ../bare.git
        git -C ../bare.git cat-file -e specforge/review/api-rust:backends/rust/Cargo.toml
        git -C ../bare.git fsck --strict --no-dangling
        test -z "$(git branch --list 'specforge/*')"
        """)
    }

    @Test("outside of a repository it refuses, and writes plain files when asked to")
    func plainFiles() async throws {
      let folder = try TemporaryFolder()
      let refused = try await Shell.run(#"cp -R "$ROOT/examples/users/." . && specforge generate api-rust"#, in: folder.path)
      #expect(refused.status == 64)
      #expect(refused.errors.contains("is not inside a git repository"))
      let listed = try await Shell.succeed(
        """
        specforge generate --input openapi.yaml --migrations migrations --adapter rust-axum --package people --out out
        specforge generate --input openapi.yaml --migrations migrations --adapter rust-axum --package people --out out
        grep -q '^name = "people"' out/Cargo.toml
        """, in: folder.path)
      #expect(listed.output.contains("0 files written to out"))
    }

    @Test("a link out of the output folder is not followed")
    func links() async throws {
      let folder = try TemporaryFolder()
      let end = try await Shell.run(
        """
        cp -R "$ROOT/examples/users/." . && mkdir out outside && ln -s ../outside out/src
        specforge generate --input openapi.yaml --adapter rust-axum --out out
        """, in: folder.path)
      #expect(end.status == 1)
      #expect(end.errors.contains("error[output-invalid]"))
      #expect(try await Shell.succeed("ls -A outside", in: folder.path).output == "")
    }
  }
}
