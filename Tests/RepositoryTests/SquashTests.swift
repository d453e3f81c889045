import Testing

@testable import SpecRepository

/// Reviews that were merged as one commit, which has no machine commit among its parents.
@Suite struct SquashTests {
  private func numbered(_ change: [Int: String] = [:]) -> String {
    (1...20).map { (change[$0] ?? "line \($0)") + "\n" }.joined()
  }

  private func squashed(deletingReview: Bool) async throws -> Sandbox {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered()])
    try await box.squashReview()
    if deletingReview { try await box.git("branch", "-D", Sandbox.review) }
    return box
  }

  @Test(arguments: [true, false])
  func `the same output again makes no commit`(deletingReview: Bool) async throws {
    let box = try await squashed(deletingReview: deletingReview)
    #expect(try box.generate(["a.rs": numbered()]).publication == nil)
  }

  @Test(arguments: [true, false])
  func `an edit after the squash survives, beside a change of another line`(deletingReview: Bool) async throws {
    let box = try await squashed(deletingReview: deletingReview)
    try await box.commit(["backend/a.rs": numbered([2: "mine"])], "edit")
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"])]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(publication.ancestor == (deletingReview ? .lockFile : .history))
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered([2: "mine", 15: "new"]))
    try await box.fsck()
  }

  @Test func `what a reviewer added before the squash and the user changed after it is the user's`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered()])
    try await box.git("checkout", "--quiet", Sandbox.review)
    try await box.commit(["backend/a.rs": numbered([2: "reviewed"])], "review")
    try await box.git("checkout", "--quiet", "main")
    try await box.squashReview()
    try await box.commit(["backend/a.rs": numbered([2: "changed again"])], "edit")
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"])]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered([2: "changed again", 15: "new"]))
  }

  @Test func `a reviewer's commit after the squash is kept too`() async throws {
    let box = try await squashed(deletingReview: false)
    try await box.git("checkout", "--quiet", Sandbox.review)
    try await box.commit(["backend/a.rs": numbered([18: "late review"])], "review")
    try await box.git("checkout", "--quiet", "main")
    try await box.commit(["backend/a.rs": numbered([2: "mine"])], "edit")
    let publication = try #require(try box.generate(["a.rs": numbered([10: "new"])]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered([2: "mine", 10: "new", 18: "late review"]))
  }

  @Test func `a squash that changed the review on its way falls back on the generation that both have`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": numbered(), "b.rs": "b\n"])
    try await box.git("merge", "--quiet", "--squash", Sandbox.review)
    try await box.commit(["backend/b.rs": "changed while merging\n"], "squash")
    try await box.commit(["backend/a.rs": numbered([2: "mine"])], "edit")
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"]), "b.rs": "b\n"]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered([2: "mine", 15: "new"]))
    #expect(try await box.show(Sandbox.review, "backend/b.rs") == "changed while merging\n")
  }

  @Test(arguments: [true, false])
  func `many rounds of squashing stay free of conflicts`(deletingReview: Bool) async throws {
    let box = try await squashed(deletingReview: deletingReview)
    var edits: [Int: String] = [:]
    var generated: [Int: String] = [:]
    for round in 1...4 {
      edits[round] = "mine \(round)"
      try await box.commit(["backend/a.rs": numbered(edits.merging(generated) { $1 })], "edit")
      generated[20 - round] = "generated \(round)"
      let publication = try #require(try box.generate(["a.rs": numbered(generated)]).publication)
      #expect(publication.conflicts.isEmpty, "round \(round)")
      #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered(edits.merging(generated) { $1 }))
      try await box.squashReview()
      if deletingReview { try await box.git("branch", "-D", Sandbox.review) }
    }
    try await box.fsck()
  }

  @Test func `without the machine branch nothing is guessed: edited files conflict`() async throws {
    let box = try await squashed(deletingReview: true)
    try await box.git("branch", "-D", Sandbox.generated)
    try await box.commit(["backend/a.rs": numbered([2: "mine"])], "edit")
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"])]).publication)
    #expect(publication.ancestor == .none)
    #expect(publication.conflicts == [MergeConflict(path: "backend/a.rs", kind: .content)])
  }

  @Test func `a damaged lock file is no lock file`() async throws {
    let box = try await squashed(deletingReview: true)
    try await box.commit([".specforge/api.lock": "<<<<<<< what is this\n"], "damage")
    let publication = try #require(try box.generate(["a.rs": numbered([15: "new"])]).publication)
    #expect(publication.ancestor == .none)
    #expect(try await box.show(Sandbox.review, ".specforge/api.lock").hasPrefix("# Written by specforge"))
  }
}

/// Clones, which know our branches only as a remote's or not at all.
@Suite struct CloneTests {
  private func clone(_ box: Sandbox, _ options: String...) async throws -> Sandbox {
    let copy = try Sandbox()
    try await box.git(["clone", "--quiet"] + options + ["file://\(box.root)", copy.root])
    return copy
  }

  @Test func `a fresh clone goes on from the remote's branches, with a reviewer's pushed commits`() async throws {
    let box = try await Sandbox.withHistory()
    let first = try #require(try box.generate(["a.rs": "one\n"]).publication)
    try await box.git("checkout", "--quiet", Sandbox.review)
    try await box.commit(["notes.md": "n\n"], "review")
    try await box.git("checkout", "--quiet", "main")
    let copy = try await clone(box)
    #expect(try copy.generate(["a.rs": "one\n"]) == .unchanged(generated: first.generated))
    let second = try #require(try copy.generate(["a.rs": "two\n"]).publication)
    #expect(second.conflicts.isEmpty)
    #expect(try await copy.lines("rev-parse", "\(Sandbox.generated)^") == [first.generated.description])
    #expect(try await copy.files(Sandbox.review) == [".specforge/api.lock", "README.md", "backend/a.rs", "notes.md"])
    _ = try await copy.git("merge-base", "--is-ancestor", "origin/\(Sandbox.review)", Sandbox.review)
  }

  @Test func `a branch that is behind its remote is brought forward, one that is ahead stays`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": "one\n"])
    let copy = try await clone(box)
    try copy.generate(["a.rs": "two\n"])
    let ahead = try await copy.lines("rev-parse", Sandbox.generated)
    try copy.generate(["a.rs": "three\n"])
    #expect(try await copy.lines("rev-parse", "\(Sandbox.generated)^") == ahead)
    try await box.git("fetch", "--quiet", copy.root, "refs/heads/specforge/*:refs/remotes/other/specforge/*")
    try box.generate(["a.rs": "four\n"])
    #expect(try await box.lines("rev-parse", "\(Sandbox.generated)^") == copy.lines("rev-parse", Sandbox.generated))
  }

  @Test func `two people who generated at the same time go on from the one who pushed first`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": "1\n2\n3\n4\n5\n"])
    let copy = try await clone(box)
    try box.generate(["a.rs": "one\n2\n3\n4\n5\n"])
    try copy.generate(["a.rs": "1\n2\n3\n4\nfive\n"])
    try await copy.git("fetch", "--quiet")
    // A remote's branch that has gone another way is left alone, until the user drops the own one.
    try copy.generate(["a.rs": "1\n2\n3\nfour\nfive\n"])
    await #expect(throws: Sandbox.GitFailure.self) {
      try await copy.git("merge-base", "--is-ancestor", "origin/\(Sandbox.generated)", Sandbox.generated)
    }
    try await copy.git("branch", "-D", Sandbox.generated, Sandbox.review)
    let publication = try #require(try copy.generate(["a.rs": "one\n2\n3\n4\nfive\n"]).publication)
    #expect(publication.conflicts.isEmpty)
    _ = try await copy.git("merge-base", "--is-ancestor", "origin/\(Sandbox.generated)", Sandbox.generated)
    _ = try await copy.git("merge-base", "--is-ancestor", "origin/\(Sandbox.review)", Sandbox.review)
  }

  @Test func `a clone of main alone finds the generation in its history`() async throws {
    let box = try await Sandbox.withHistory()
    let first = try #require(try box.generate(["a.rs": "1\n2\n3\n4\n5\n"]).publication)
    try await box.mergeReview()
    // A squash commit that repeats our trailers is not taken for a machine commit.
    let trailers = try await box.git("log", "-1", "--format=%B", Sandbox.generated)
    try await box.git("commit", "--quiet", "--allow-empty", "-m", trailers)
    try await box.commit(["backend/a.rs": "mine\n2\n3\n4\n5\n"], "edit")
    let copy = try await clone(box, "--single-branch", "--branch", "main")
    #expect(try copy.generate(["a.rs": "1\n2\n3\n4\n5\n"]) == .unchanged(generated: first.generated))
    let second = try #require(try copy.generate(["a.rs": "1\n2\n3\n4\nfive\n"]).publication)
    #expect(second.conflicts.isEmpty)
    #expect(second.ancestor == .history)
    #expect(try await copy.show(Sandbox.review, "backend/a.rs") == "mine\n2\n3\n4\nfive\n")
  }
}
