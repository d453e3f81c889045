import Testing

@testable import SpecRepository

@Suite struct StatusTests {
  private func status(_ box: Sandbox, _ files: [String: String]) throws -> TargetStatus {
    try GitRepository.discover(from: box.root).status(of: Sandbox.output(files))
  }

  @Test func `status follows a generation from nothing to the base`() async throws {
    let box = try await Sandbox.withHistory()
    let none = try status(box, ["a": "a"])
    #expect(none.generated == nil)
    #expect(!none.isUpToDate)
    #expect(none.changes.added == ["backend/a"])

    let first = try #require(try box.generate(["a": "a"]).publication)
    let generated = try status(box, ["a": "a"])
    #expect(generated.generated == first.generated)
    #expect(generated.isUpToDate)
    #expect(generated.changes.isEmpty)
    #expect(!generated.isOnBase)

    let old = try status(box, ["a": "b", "c": "c"])
    #expect(!old.isUpToDate)
    #expect(old.changes == OutputChanges(added: ["backend/c"], modified: ["backend/a"], deleted: []))

    try await box.squashReview()
    #expect(try status(box, ["a": "a"]).isOnBase)
    #expect(try !status(box, ["a": "b"]).isOnBase)
    try await box.git("branch", "-D", Sandbox.review, Sandbox.generated)
    #expect(try status(box, ["a": "a"]).isUpToDate)
    #expect(try !status(box, ["a": "b"]).isUpToDate)
  }

  @Test func `a machine branch that someone added to is not up to date, and the next output is pure again`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a": "a"])
    try await box.git("checkout", "--quiet", Sandbox.generated)
    try await box.commit(["stray": "stray\n"], "stray")
    try await box.git("checkout", "--quiet", "main")
    #expect(try !status(box, ["a": "a"]).isUpToDate)
    try box.generate(["a": "a"])
    #expect(try await box.files(Sandbox.generated) == [".specforge/api.lock", "backend/a"])
    #expect(try status(box, ["a": "a"]).isUpToDate)
  }

  @Test func `a shallow clone of the base, as continuous integration makes it, can be asked`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a": "a"])
    try await box.mergeReview()
    let copy = try Sandbox()
    try await box.git("clone", "--quiet", "--depth", "1", "file://\(box.root)", copy.root)
    #expect(try status(copy, ["a": "a"]).isUpToDate)
    #expect(try !status(copy, ["a": "b"]).isUpToDate)
  }

  @Test func `a shallow clone that has the machine branch too can be asked`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a": "a"])
    try await box.mergeReview()
    let copy = try Sandbox()
    try await box.git("clone", "--quiet", "--depth", "1", "--no-single-branch", "file://\(box.root)", copy.root)
    #expect(try status(copy, ["a": "a"]).isUpToDate)
    #expect(try !status(copy, ["a": "b"]).isUpToDate)
  }

  @Test func `a generation that no review holds is not up to date`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a": "a"])
    try await box.git("branch", "-D", Sandbox.review)
    let lost = try status(box, ["a": "a"])
    #expect(lost.isGenerated && !lost.isReviewed && !lost.isUpToDate)
    #expect(try box.generate(["a": "a"]).publication?.changes.isEmpty == true)
    #expect(try status(box, ["a": "a"]).isUpToDate)
  }

  @Test func `a review from before the first commit of the base is not up to date after it`() async throws {
    let box = try await Sandbox.fresh()
    try box.generate(["a": "a"])
    #expect(try status(box, ["a": "a"]).isUpToDate)
    try await box.commit(["README.md": "# Shop\n"], "first")
    #expect(try !status(box, ["a": "a"]).isUpToDate)
    try box.generate(["a": "a"])
    #expect(try status(box, ["a": "a"]).isUpToDate)
  }

  @Test(arguments: [Sandbox.review, Sandbox.generated])
  func `on a branch of ours, as while conflicts are resolved, one can ask`(branch: String) async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a": "a"])
    try await box.git("checkout", "--quiet", branch)
    #expect(try status(box, ["a": "a"]).isUpToDate)
    #expect(try !status(box, ["a": "b"]).isUpToDate)
  }

  @Test func `asking writes nothing`() async throws {
    let box = try await Sandbox.withHistory()
    let before = try await box.lines("count-objects", "-v")
    _ = try status(box, ["a": "a"])
    #expect(try await box.lines("count-objects", "-v") == before)
  }

  @Test func `conflicts are listed until they are resolved`() async throws {
    let box = try await Sandbox.withHistory(["backend/a": "mine\n", "backend/b": "mine\n"])
    try box.generate(["a": "theirs\n", "b": "theirs\n", "c": "c\n"])
    func unresolved() throws -> [String] {
      try GitRepository.discover(from: box.root).unresolvedConflicts(of: TargetName("api")!)
    }
    #expect(try unresolved() == ["backend/a", "backend/b"])
    try await box.git("checkout", "--quiet", Sandbox.review)
    try await box.commit(["backend/a": "both\n"], "resolve")
    #expect(try unresolved() == ["backend/b"])
    try await box.commit([:], removing: ["backend/b"], "resolve")
    #expect(try unresolved() == [])
  }

  @Test(arguments: [true, false])
  func `conflicts that are resolved on the way into the base are resolved`(isSquashed: Bool) async throws {
    let box = try await Sandbox.withHistory(["backend/a": "mine\n"])
    try box.generate(["a": "theirs\n"])
    func unresolved() throws -> [String] {
      try GitRepository.discover(from: box.root).unresolvedConflicts(of: TargetName("api")!, base: .branch("main"))
    }
    #expect(try unresolved() == ["backend/a"])
    if isSquashed { try await box.squashReview() } else { try await box.mergeReview() }
    #expect(try unresolved() == ["backend/a"])
    try await box.commit(["backend/a": "both\n"], "resolve")
    #expect(try unresolved() == [])
    // The next one is the review's again.
    try await box.commit(["backend/a": "mine again\n"], "edit")
    try box.generate(["a": "theirs again\n"])
    #expect(try unresolved() == ["backend/a"])
  }

  @Test func `HEAD is told by its kind`() async throws {
    let box = try await Sandbox.fresh()
    #expect(try GitRepository.discover(from: box.root).head() == .unborn("main"))
    try await box.commit(["a": "a"], "start")
    #expect(try GitRepository.discover(from: box.root).head() == .branch("main"))
    try await box.git("checkout", "--quiet", "--detach")
    let id = try await box.git("rev-parse", "HEAD").trimmed
    guard case .detached(let head) = try GitRepository.discover(from: box.root).head() else {
      Issue.record("HEAD is not detached")
      return
    }
    #expect(head.description == id)
  }
}
