import Testing

@testable import SpecRepository

@Suite struct ReviewTests {
  private func numbered(_ change: [Int: String] = [:]) -> String {
    (1...20).map { (change[$0] ?? "line \($0)") + "\n" }.joined()
  }

  /// Commits on the review branch as a reviewer would, and goes back to main.
  private func review(_ box: Sandbox, _ files: [String: String], removing: [String] = []) async throws {
    try await box.git("checkout", "--quiet", Sandbox.review)
    try await box.commit(files, removing: removing, "review")
    try await box.git("checkout", "--quiet", "main")
  }

  @Test func `a reviewer's commit is kept and the new state merged into it`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered()])
    try await review(box, ["backend/a.rs": numbered([2: "reviewed"])])
    let reviewed = try await box.git("rev-parse", Sandbox.review)
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"])]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered([2: "reviewed", 15: "new"]))
    #expect(try await box.git("rev-parse", "\(Sandbox.review)^1") == reviewed)
    try await box.fsck()
  }

  @Test func `a base that moved is merged into the review too`() async throws {
    let box = try await Sandbox.withHistory(["README.md": "# Shop\n", "old.txt": "old\n"])
    try box.generate(["a.rs": numbered()])
    try await review(box, ["backend/a.rs": numbered([2: "reviewed"]), "notes.md": "n\n"])
    try await box.commit(["README.md": "# Our shop\n", "new.txt": "new\n"], removing: ["old.txt"], "move on")
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"])]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(
      try await box.files(Sandbox.review) == [".specforge/api.lock", "README.md", "backend/a.rs", "new.txt", "notes.md"])
    #expect(try await box.show(Sandbox.review, "README.md") == "# Our shop\n")
    #expect(try await box.lines("log", "--format=%s", "--first-parent", "-3", Sandbox.review) == [
      "feat(api): follow the contract", "Merge main into specforge/review/api", "review",
    ])
    _ = try await box.git("merge-base", "--is-ancestor", "main", Sandbox.review)
    try await box.fsck()
  }

  @Test func `a base that moved alone makes no commit`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered()])
    try await box.commit(["x": "x\n"], "move on")
    #expect(try box.generate(["a.rs": numbered()]).publication == nil)
  }

  @Test func `a reviewer and the base that edit one line conflict`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered()])
    try await review(box, ["README.md": "# Reviewed\n"])
    try await box.commit(["README.md": "# Moved on\n"], "move on")
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"])]).publication)
    #expect(publication.conflicts == [MergeConflict(path: "README.md", kind: .content)])
    #expect(
      try await box.show(Sandbox.review, "README.md")
        == "<<<<<<< specforge/review/api\n# Reviewed\n||||||| before both\n# Shop\n=======\n# Moved on\n>>>>>>> main\n")
  }

  @Test func `a deletion on the base reaches a review that has a newer text of the file`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered(), "b.rs": "b\n"])
    try await box.mergeReview()
    try box.generate(["a.rs": numbered([15: "new"]), "b.rs": "b\n"])
    try await box.commit([:], removing: ["backend/a.rs"], "delete")
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"]), "b.rs": "c\n"]).publication)
    #expect(publication.keptDeleted == ["backend/a.rs"])
    #expect(publication.conflicts.isEmpty)
    #expect(try await box.files(Sandbox.review) == [".specforge/api.lock", "README.md", "backend/b.rs"])
  }

  @Test func `a reviewer's deletion stays when the base edits the file`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered(), "b.rs": "b\n"])
    try await box.mergeReview()
    try box.generate(["a.rs": numbered(), "b.rs": "c\n"])
    try await review(box, [:], removing: ["backend/a.rs"])
    try await box.commit(["backend/a.rs": numbered([2: "mine"])], "edit")
    let publication = try #require(try box.generate(["a.rs": numbered(), "b.rs": "d\n"]).publication)
    #expect(publication.keptDeleted == ["backend/a.rs"])
  }

  @Test func `an edit on the base of a file whose operation was removed meanwhile is kept and told`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered(), "b.rs": "b\n"])
    try await box.mergeReview()
    try box.generate(["b.rs": "b\n"])
    try await box.commit(["backend/a.rs": numbered([2: "mine"])], "edit")
    let publication = try #require(try box.generate(["b.rs": "c\n"]).publication)
    #expect(publication.conflicts == [MergeConflict(path: "backend/a.rs", kind: .deletedAndEdited)])
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered([2: "mine"]))
  }

  @Test func `a merged review goes on from the base`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered()])
    try await box.mergeReview()
    #expect(try box.generate(["a.rs": numbered()]).publication == nil)
    try box.generate(["a.rs": numbered([3: "new"])])
    #expect(try await box.lines("rev-parse", "\(Sandbox.review)^1") == box.lines("rev-parse", "main"))
  }

  @Test func `a machine branch that was deleted goes on from the generation that the review holds`() async throws {
    let box = try await Sandbox.withHistory()
    let first = try #require(try box.generate(["a.rs": numbered()]).publication)
    try await review(box, ["backend/a.rs": numbered([2: "reviewed"])])
    try await box.git("branch", "-D", Sandbox.generated)
    #expect(try box.generate(["a.rs": numbered()]) == .unchanged(generated: first.generated))
    #expect(try GitRepository.discover(from: box.root).status(of: Sandbox.output(["a.rs": numbered()])).isUpToDate)
    let second = try #require(try box.generate(["a.rs": numbered([15: "new"])]).publication)
    #expect(second.conflicts.isEmpty)
    #expect(second.changes.modified == ["backend/a.rs"])
    #expect(try await box.git("rev-parse", "\(Sandbox.generated)^").trimmed == first.generated.description)
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered([2: "reviewed", 15: "new"]))
  }

  @Test func `a review of a generation of before tells what that was, in its words`() async throws {
    let box = try await Sandbox.withHistory(["backend/a.rs": "mine\n"])
    try box.generate(["a.rs": "theirs\n"], story: Sandbox.story("the first words"))
    let message = try await box.git("log", "-1", "--format=%B", Sandbox.review)
    #expect(message.hasPrefix("feat(api): the first words\n") && message.contains("Conflicts, with both sides"))
    try await box.git("branch", "-D", Sandbox.review)
    try box.generate(["a.rs": "theirs\n"], story: Sandbox.story("other words"))
    #expect(try await box.git("log", "-1", "--format=%B", Sandbox.review) == message)
    let trailer = "--format=%(trailers:key=SpecForge-Target,valueonly)"
    #expect(try await box.git("log", "-1", trailer, Sandbox.review).trimmed == "api")
  }

  @Test func `a review branch that was deleted after its merge comes back with the next change only`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered()])
    try await box.mergeReview()
    try await box.git("branch", "-D", Sandbox.review)
    #expect(try box.generate(["a.rs": numbered()]).publication == nil)
    #expect(try await box.lines("branch", "--list", Sandbox.review).isEmpty)
    #expect(try #require(try box.generate(["a.rs": numbered([3: "new"])]).publication).review != nil)
  }

  @Test func `a review from before the first commit is joined with the base that came later`() async throws {
    let box = try await Sandbox.fresh()
    try box.generate(["a.rs": numbered()])
    try box.generate(["a.rs": numbered([3: "new"])])
    #expect(try await box.lines("rev-parse", Sandbox.review) == box.lines("rev-parse", Sandbox.generated))
    try await box.commit(["README.md": "# Shop\n"], "start")
    let publication = try #require(try box.generate(["a.rs": numbered([3: "new"])]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(try await box.files(Sandbox.review) == [".specforge/api.lock", "README.md", "backend/a.rs"])
    _ = try await box.git("merge-base", "--is-ancestor", "main", Sandbox.review)
    #expect(try box.generate(["a.rs": numbered([3: "new"])]).publication == nil)
  }

  @Test func `a run that was killed between its two branches is finished by the next one`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered()])
    let old = try await box.git("rev-parse", Sandbox.review)
    let second = try #require(try box.generate(["a.rs": numbered([3: "new"])]).publication)
    try await box.git("update-ref", "refs/heads/\(Sandbox.review)", old.trimmed)
    let again = try #require(try box.generate(["a.rs": numbered([3: "new"])]).publication)
    #expect(again.generated == second.generated)
    #expect(again.review == second.review, "the same inputs and date give the same commit")
  }
}

extension String {
  var trimmed: String { String(self.prefix { !$0.isNewline }) }
}
