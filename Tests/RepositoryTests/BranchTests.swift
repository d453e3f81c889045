import Foundation
import Testing

@testable import SpecRepository

@Suite struct BranchTests {
  private let files = ["src/main.rs": "fn main() {}\n", "Cargo.toml": "[package]\n"]

  @Test func `a fresh repository gets both branches and stays without a commit of its own`() async throws {
    let box = try await Sandbox.fresh()
    let publication = try #require(try box.generate(files).publication)
    #expect(publication.review == publication.generated)
    #expect(publication.changes.added == ["backend/Cargo.toml", "backend/src/main.rs"])
    #expect(try await box.files(Sandbox.generated) == [".specforge/api.lock", "backend/Cargo.toml", "backend/src/main.rs"])
    #expect(try await box.lines("branch", "--format=%(refname:short)") == [Sandbox.generated, Sandbox.review])
    #expect(try await box.git("status", "--porcelain", "--untracked-files=all") == "")
    try await box.fsck()
  }

  @Test func `the review merges the generation with the base branch, with both as parents`() async throws {
    let box = try await Sandbox.withHistory()
    let publication = try #require(try box.generate(files).publication)
    let parents = try await box.lines("rev-parse", "main", Sandbox.generated)
    #expect(try await box.lines("log", "-g", "--format=%gs", Sandbox.review) == ["specforge: merge into main"])
    #expect(try await box.git("show", "--no-patch", "--format=%P", Sandbox.review) == parents.joined(separator: " ") + "\n")
    #expect(publication.conflicts.isEmpty)
    #expect(publication.ancestor == .none)
    #expect(
      try await box.files(Sandbox.review) == [".specforge/api.lock", "README.md", "backend/Cargo.toml", "backend/src/main.rs"])
    #expect(try await box.files(Sandbox.generated) == [".specforge/api.lock", "backend/Cargo.toml", "backend/src/main.rs"])
    try await box.fsck()
  }

  @Test func `the same output again makes no commit and no object`() async throws {
    let box = try await Sandbox.withHistory()
    let first = try #require(try box.generate(files).publication)
    let before = try await box.lines("for-each-ref") + box.lines("count-objects", "-v")
    #expect(try box.generate(files) == .unchanged(generated: first.generated))
    // Inputs may change in ways that do not show in the output, such as by a comment.
    #expect(try box.generate(files, story: Sandbox.story(input: "# a comment\n")) == .unchanged(generated: first.generated))
    #expect(try await box.lines("for-each-ref") + box.lines("count-objects", "-v") == before)
  }

  @Test func `each generation follows the one before`() async throws {
    let box = try await Sandbox.withHistory()
    let first = try #require(try box.generate(files).publication)
    let second = try #require(try box.generate(files.merging(["new.rs": "// new\n"]) { $1 }).publication)
    #expect(second.changes == OutputChanges(added: ["backend/new.rs"], modified: [], deleted: []))
    #expect(try await box.lines("rev-list", Sandbox.generated) == [second.generated.description, first.generated.description])
  }

  @Test func `all objects of a generation arrive in one pack`() async throws {
    let box = try await Sandbox.withHistory()
    let before = try await box.lines("count-objects", "-v")
    try box.generate(files)
    let after = try await box.lines("count-objects", "-v")
    #expect(before.first == after.first, "no loose object was added")
    #expect(after.contains("packs: 1"))
    // 2 commits, 2 roots, 3 more folders on each side of the merge that are the same, 3 files.
    #expect(after.contains("in-pack: 10"))
  }

  @Test func `a dirty work tree, its index and HEAD stay as they are, byte by byte`() async throws {
    let box = try await Sandbox.withHistory(["a.txt": "a\n", "b.txt": "b\n"])
    try box.write("a.txt", "changed\n")
    try box.write("b.txt", "staged\n")
    try await box.git("add", "b.txt")
    try box.write("c.txt", "new\n")
    func state() async throws -> [Data] {
      try [box.bytes(".git/index"), box.bytes(".git/HEAD"), box.bytes("a.txt"), box.bytes("b.txt"), box.bytes("c.txt")]
    }
    let before = try await state()
    let status = try await box.git("status", "--porcelain")
    let indexBefore = try box.bytes(".git/index")
    try box.generate(files)
    #expect(try box.bytes(".git/index") == indexBefore)
    #expect(try await state() == before)
    #expect(try await box.git("status", "--porcelain") == status)
    #expect(!FileManager.default.fileExists(atPath: box.path("backend")))
  }

  @Test func `other branches stay where they are`() async throws {
    let box = try await Sandbox.withHistory()
    try await box.git("branch", "topic")
    try await box.git("tag", "v1")
    let before = try await box.lines("for-each-ref")
    try box.generate(files)
    let after = try await box.lines("for-each-ref").filter { !$0.contains("specforge/") }
    #expect(after == before)
  }

  @Test func `a bare repository is as good`() async throws {
    let source = try await Sandbox.withHistory()
    let box = try Sandbox()
    try await source.git("clone", "--quiet", "--bare", source.root, box.root)
    #expect(try #require(try box.generate(files).publication).conflicts.isEmpty)
    #expect(try await box.files(Sandbox.review).contains("README.md"))
    #expect(try await box.lines("log", "--format=%s", "main") == ["start"])
    try await box.fsck()
  }

  @Test func `a detached HEAD is the base itself`() async throws {
    let box = try await Sandbox.withHistory()
    try await box.git("checkout", "--quiet", "--detach")
    let head = try box.bytes(".git/HEAD")
    try box.generate(files)
    #expect(try box.bytes(".git/HEAD") == head)
    #expect(try await box.lines("rev-parse", "\(Sandbox.review)^1") == box.lines("rev-parse", "HEAD"))
  }

  @Test func `a linked work tree gives its own HEAD as the base`() async throws {
    let box = try await Sandbox.withHistory()
    let linked = try Sandbox()
    try await box.git("worktree", "add", "--quiet", "-b", "topic", linked.path("tree"))
    try linked.write("tree/topic.txt", "topic\n")
    try await box.git("-C", linked.path("tree"), "add", "--all")
    try await box.git("-C", linked.path("tree"), "commit", "--quiet", "-m", "topic")
    let repository = try GitRepository.discover(from: linked.path("tree"))
    #expect(try repository.head() == .branch("topic"))
    _ = try repository.publish(Sandbox.output(files), story: Sandbox.story(), by: Sandbox.author())
    #expect(try await box.files(Sandbox.review).contains("topic.txt"))
    try await box.fsck()
  }

  @Test func `another base can be named, also one of a remote`() async throws {
    let box = try await Sandbox.withHistory()
    try await box.git("update-ref", "refs/remotes/origin/trunk", "main")
    try await box.git("checkout", "--quiet", "-b", "topic")
    try await box.commit(["topic.txt": "topic\n"], "topic")
    try box.generate(files, base: .branch("main"))
    #expect(try await box.files(Sandbox.review).contains("topic.txt") == false)
    try box.generate(files.merging(["x": "x"]) { $1 }, base: .branch("origin/trunk"))
    #expect(try await box.files(Sandbox.review).contains("topic.txt") == false)
  }

  @Test func `a target may be the whole repository`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(files, folder: nil)
    #expect(try await box.files(Sandbox.review) == [".specforge/api.lock", "Cargo.toml", "README.md", "src/main.rs"])
  }

  @Test func `executable files and file contents arrive as they are`() async throws {
    let box = try await Sandbox.fresh()
    try box.generate(["run.sh": "#!/bin/sh\r\n\u{0}\u{1F600}", "a.txt": ""], executable: ["run.sh"])
    let lines = try await box.lines("ls-tree", "-r", "--format=%(objectmode) %(path)", Sandbox.generated)
    #expect(lines == ["100644 .specforge/api.lock", "100644 backend/a.txt", "100755 backend/run.sh"])
    #expect(try await box.show(Sandbox.generated, "backend/run.sh") == "#!/bin/sh\r\n\u{0}\u{1F600}")
  }
}
