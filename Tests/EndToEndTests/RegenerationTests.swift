import Testing

extension EndToEnd {
  /// What people wrote into generated files stays, whatever the contract does; git's own tools are the witnesses.
  @Suite("Regeneration")
  struct Regeneration {
    private static let handlers = "backends/rust/src/handlers/users.rs"
    private static let services = "backends/rust/src/services/users.rs"

    /// A project whose first generation is merged into `main`.
    private func merged(squash: Bool = false) async throws -> Project {
      let project = try await Project(example: "users")
      try await project.sh("specforge generate api-rust")
      try await project.sh(
        squash
          ? "git merge -q --squash specforge/review/api-rust && git commit -qm 'the backend (#1)'"
          : "git merge -q --no-ff -m 'the backend' specforge/review/api-rust")
      return project
    }

    /// Edits a generated handler and a generated service by hand, at their top, and commits.
    private func edit(_ project: Project) async throws {
      try await project.sh(
        """
        sed -i '0,/^pub async fn/s//\\/\\/ Hand: logged by the gateway.\\npub async fn/' \(Self.handlers)
        sed -i '0,/^pub async fn/s//\\/\\/ Hand: agreed with support.\\npub async fn/' \(Self.services)
        git commit -qam 'comments by hand'
        test "$(git show --stat --format= | grep -c users.rs)" = 2
        """)
    }

    /// A field and an operation more, an operation less.
    private func changeContract(_ project: Project) async throws {
      try await project.sh(
        """
        python3 "$ROOT/Tests/EndToEndTests/Cases/change-contract.py"
        git add --all && git commit -qm 'phones'
        """)
    }

    @Test("edits by hand survive a changed contract", arguments: [false, true])
    func handEdits(squash: Bool) async throws {
      let project = try await merged(squash: squash)
      try await edit(project)
      try await changeContract(project)
      let before = try await project.sh("git status --porcelain; git rev-parse HEAD main; git ls-files --stage | sha256sum")
      let told = try await project.sh("specforge generate api-rust")
      #expect(told.contains("operations: 6 implemented, 0 answer 501") && !told.contains("conflict"), "\(told)")
      #expect(try await project.sh("git status --porcelain; git rev-parse HEAD main; git ls-files --stage | sha256sum") == before)
      let handlers = try await project.sh("git show specforge/review/api-rust:\(Self.handlers)")
      let services = try await project.sh("git show specforge/review/api-rust:\(Self.services)")
      #expect(handlers.contains("// Hand: logged by the gateway."))
      #expect(services.contains("// Hand: agreed with support."))
      #expect(handlers.contains("get_user_by_email") && !handlers.contains("delete_user"))
      #expect(!services.contains("delete_user"))
      #expect(try await project.sh("git grep -c phone specforge/review/api-rust -- backends/rust/src/generated") != "")
      let pure = try await project.sh("git show specforge/generated/api-rust:\(Self.handlers)")
      #expect(!pure.contains("// Hand"))
      let message = try await project.sh("git log -1 --format=%B specforge/generated/api-rust")
      #expect(message.hasPrefix("feat(api-rust)!: remove DELETE /api/users/{id}, add GET /api/users/by-email/{email}"))
      for line in [
        "- operation added: GET /api/users/by-email/{email}", "- operation removed: DELETE /api/users/{id}",
        "- model changed: User\n", "- table changed: users", "SpecForge-Target: api-rust",
      ] {
        #expect(message.contains(line), "\(message)")
      }
      try await project.sh("git fsck --strict --full --no-dangling")
      let crate = try await project.checkOut("api-rust", path: "backends/rust")
      try await Shell.succeed("cargo fmt --check && cargo clippy -q --all-targets -- -D warnings", in: crate, frameworks: true)
    }

    @Test("an overlapping edit is committed with both sides in markers, listed, and answered with 3")
    func overlap() async throws {
      let project = try await merged()
      try await project.sh(
        """
        sed -i 's/^pub async fn delete_user(/pub async fn delete_user_for_good(/' \(Self.services)
        git commit -qam 'another name'
        """)
      try await changeContract(project)
      let end = try await Shell.run("specforge generate api-rust", in: project.path)
      #expect(end.status == 3, "\(end.all)")
      #expect(end.output.contains("conflict (content): \(Self.services)"), "\(end.all)")
      let text = try await project.sh("git show specforge/review/api-rust:\(Self.services)")
      for marker in ["\n<<<<<<< ", "\n||||||| ", "\n=======\n", "\n>>>>>>> "] { #expect(text.contains(marker)) }
      #expect(try await project.sh("git log -1 --format=%B specforge/review/api-rust").contains("- \(Self.services)"))
      // Until it is resolved, wherever that is done, every run says so.
      for command in ["check", "generate"] {
        let again = try await Shell.run("specforge \(command) api-rust", in: project.path)
        #expect(again.status == 3 && again.output.contains("unresolved conflict: \(Self.services)"), "\(again.all)")
      }
      try await project.sh(
        """
        git merge -q --no-commit --no-ff specforge/review/api-rust
        git show specforge/generated/api-rust:\(Self.services) > \(Self.services) && git commit -qam 'merged, resolved'
        specforge check api-rust && specforge generate api-rust
        """)
      try await project.sh("git fsck --strict --full --no-dangling")
    }

    @Test("a file that was deleted stays deleted; one of nobody's goes with its operations")
    func deletion() async throws {
      let project = try await merged()
      try await project.sh("git rm -q backends/rust/README.md && git commit -qm 'no readme'")
      try await changeContract(project)
      try await project.sh("sed -i 's/title: Users API/title: People API/' openapi.yaml")
      let told = try await project.sh("specforge generate api-rust")
      let files = try await project.sh("git ls-tree -r --name-only specforge/review/api-rust")
      #expect(!files.contains("backends/rust/README.md"), "\(told)")
      #expect(try await project.sh("git ls-tree -r --name-only specforge/generated/api-rust").contains("backends/rust/README.md"))
    }

    @Test("what a reviewer committed on the review branch is kept")
    func reviewer() async throws {
      let project = try await merged()
      try await changeContract(project)
      try await project.sh("specforge generate api-rust")
      try await project.sh(
        """
        git worktree add -q ../review specforge/review/api-rust && cd ../review
        echo '// Reviewed by Grace.' >> backends/rust/src/lib.rs
        git commit -qam 'a remark' && cd - > /dev/null && git worktree remove ../review
        sed -i 's/maxLength: 30/maxLength: 40/' openapi.yaml && git commit -qam 'longer'
        specforge generate api-rust
        git merge-base --is-ancestor "$(git rev-list --grep='a remark' specforge/review/api-rust)" specforge/review/api-rust
        """)
      #expect(try await project.sh("git show specforge/review/api-rust:backends/rust/src/lib.rs").contains("Reviewed by Grace"))
      try await project.sh("git fsck --strict --full --no-dangling")
    }

    @Test("a base that has no common history left merges by what the files say")
    func orphan() async throws {
      let project = try await merged()
      try await edit(project)
      // The history is thrown away and begins anew with the same files.
      try await project.sh(
        """
        git checkout -q --orphan fresh && git commit -qm 'all that is' && git branch -qM fresh main
        """)
      try await changeContract(project)
      let finished = try await Shell.run("specforge generate api-rust", in: project.path)
      #expect(finished.status == 0 || finished.status == 3, "\(finished.all)")
      // Edits by hand stay, in the text or between markers, and both histories are whole.
      let handlers = try await project.sh("git show specforge/review/api-rust:\(Self.handlers)")
      #expect(handlers.contains("Hand: logged by the gateway."))
      #expect(handlers.contains("<<<<<<<") == (finished.status == 3))
      try await project.sh("git fsck --strict --no-dangling")
    }

    @Test("an unchanged output makes no commit, and check says so")
    func unchanged() async throws {
      let project = try await Project(example: "users")
      #expect(try await Shell.run("specforge check", in: project.path).status == 2)
      try await project.sh("specforge generate")
      let before = try await project.sh("git for-each-ref")
      let told = try await project.sh("specforge generate && specforge check")
      #expect(told.contains("api-rust: up to date"))
      #expect(try await project.sh("git for-each-ref") == before)
    }
  }
}
