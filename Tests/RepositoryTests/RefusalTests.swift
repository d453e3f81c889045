import Foundation
import Testing

@testable import SpecRepository

@Suite struct RefusalTests {
  private func refused(_ expected: GitError, _ body: () throws -> PublishOutcome) {
    #expect(throws: expected) { try body() }
    #expect(!expected.description.isEmpty)
  }

  @Test func `outside a repository the message names both ways out`() throws {
    let box = try Sandbox()
    let error = GitError.notARepository(path: box.root)
    refused(error) { try box.generate(["a": "a"]) }
    #expect(error.description.contains("git init"))
    #expect(error.description.contains("--out"))
  }

  @Test func `a folder deep inside a repository finds its root`() async throws {
    let box = try await Sandbox.withHistory(["deep/er/x": "x"])
    let repository = try GitRepository.discover(from: box.path("deep/er"))
    #expect(repository.root == box.root + "/")
    #expect(try repository.head() == .branch("main"))
  }

  @Test func `a shallow clone is refused before anything is written`() async throws {
    let box = try await Sandbox.withHistory()
    try await box.commit(["x": "x"], "more")
    let copy = try Sandbox()
    try await box.git("clone", "--quiet", "--depth", "1", "file://\(box.root)", copy.root)
    refused(.unsupported(path: copy.root + "/", form: .shallow)) { try copy.generate(["a": "a"]) }
    #expect(try await copy.lines("for-each-ref", "refs/heads/specforge").isEmpty)
  }

  @Test func `a partial clone that its remote alone tells of is refused, and so is asking it`() async throws {
    let box = try await Sandbox.withHistory()
    try await box.git("config", "uploadpack.allowFilter", "true")
    let copy = try Sandbox()
    try await box.git("clone", "--quiet", "--filter=blob:none", "file://\(box.root)", copy.root)
    // Newer versions of git no longer set the extension that libgit2 refuses by itself.
    _ = try? await copy.git("config", "--unset", "extensions.partialClone")
    let error = GitError.unsupported(path: copy.root + "/", form: .partialClone)
    refused(error) { try copy.generate(["a": "a"]) }
    #expect(throws: error) { try GitRepository.discover(from: copy.root).status(of: Sandbox.output(["a": "a"])) }
  }

  @Test func `what the repository's files are to blame for is told apart from bugs`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": "old\n"])
    try box.write(".git/refs/heads/specforge/review/api", String(repeating: "1", count: 40) + "\n")
    #expect { try box.generate(["a.rs": "new\n"]) } throws: { error in
      guard case .repository(_, let message)? = error as? GitError else { return false }
      return message.contains("not found")
    }
  }

  @Test func `a SHA-256 repository is refused by name`() async throws {
    let box = try await Sandbox.fresh("--object-format=sha256")
    refused(.unsupported(path: box.root, form: .sha256)) { try box.generate(["a": "a"]) }
  }

  @Test(arguments: [("partialClone", RepositoryForm.partialClone), ("refStorage", .extension("refstorage"))])
  func `a repository with an extension is refused by name`(key: String, form: RepositoryForm) async throws {
    let box = try await Sandbox.withHistory()
    try await box.git("config", "core.repositoryFormatVersion", "1")
    try await box.git("config", "extensions.\(key)", "origin")
    refused(.unsupported(path: box.root, form: form)) { try box.generate(["a": "a"]) }
  }

  @Test func `a sparse checkout, whose extension concerns work trees only, is as good`() async throws {
    let box = try await Sandbox.withHistory(["a/x": "x", "b/y": "y"])
    try await box.git("sparse-checkout", "set", "a")
    try box.generate(["z": "z"])
    #expect(try await box.files(Sandbox.review).contains("b/y"))
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a folder away"), arguments: ["", "/deep/er"])
  func `a repository of another user is not trusted, and named as git's configuration wants it`(below: String) async throws {
    let box = try await Sandbox.withHistory(["deep/er/x": "x"])
    for path in [box.root, box.path(".git")] { chown(path, 12345, 12345) }
    #expect(throws: GitError.untrustedOwner(path: box.root)) { _ = try GitRepository.discover(from: box.root + below) }
  }

  @Test func `a base that does not exist is named`() async throws {
    let box = try await Sandbox.withHistory()
    refused(.baseMissing(name: "trunk")) { try box.generate(["a": "a"], base: .branch("trunk")) }
    refused(.baseMissing(name: "not a name..")) { try box.generate(["a": "a"], base: .branch("not a name..")) }
  }

  @Test func `our own branches cannot be the base`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a": "a"])
    try await box.git("checkout", "--quiet", Sandbox.review)
    refused(.baseIsGenerated(branch: Sandbox.review)) { try box.generate(["a": "b"]) }
  }

  @Test func `a branch that is checked out, here or in a linked work tree, is not moved`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a": "a"])
    try await box.git("checkout", "--quiet", Sandbox.review)
    refused(.checkedOut(branch: Sandbox.review)) { try box.generate(["a": "b"], base: .branch("main")) }
    try await box.git("checkout", "--quiet", "main")
    let linked = try Sandbox()
    try await box.git("worktree", "add", "--quiet", linked.path("tree"), Sandbox.generated)
    refused(.checkedOut(branch: Sandbox.generated)) { try box.generate(["a": "b"]) }
    #expect(try await box.git("-C", linked.path("tree"), "status", "--porcelain") == "")
  }

  @Test func `an unborn branch of ours that HEAD names is not made`() async throws {
    let box = try await Sandbox.withHistory()
    try await box.git("symbolic-ref", "HEAD", "refs/heads/\(Sandbox.review)")
    refused(.checkedOut(branch: Sandbox.review)) { try box.generate(["a": "b"], base: .branch("main")) }
  }

  @Test(arguments: ["specforge", "specforge/generated", "specforge/review/api/mine"], [true, false])
  func `a branch whose name makes ours impossible is named`(existing: String, isPacked: Bool) async throws {
    let box = try await Sandbox.withHistory()
    try await box.git("branch", existing)
    if isPacked { try await box.git("pack-refs", "--all") }
    let wanted = existing.hasPrefix("specforge/review") ? Sandbox.review : Sandbox.generated
    refused(.branchInTheWay(wanted: wanted, existing: existing)) { try box.generate(["a": "a"]) }
    #expect(try await box.lines("branch", "--format=%(refname:short)") == ["main", existing])
    try await box.fsck()
  }

  @Test(arguments: [("", "a@b"), ("A", ""), ("A <b", "a@b"), ("A\nB", "a@b"), (" \t", "a@b")])
  func `an author that git cannot write is refused`(name: String, email: String) async throws {
    let box = try await Sandbox.fresh()
    #expect(throws: GitError.invalidSignature(name: name, email: email)) {
      try GitRepository.discover(from: box.root).publish(
        Sandbox.output(["a": "a"]), story: Sandbox.story(), by: Signature(name: name, email: email, seconds: 0))
    }
  }

  @Test(arguments: [(-1, 0), (0, 24 * 60), (0, -24 * 60), (0, Int.max), (0, Int.min)] as [(Int64, Int)])
  func `a date that git cannot write is refused`(seconds: Int64, offset: Int) async throws {
    let box = try await Sandbox.fresh()
    #expect(throws: GitError.invalidSignature(name: "A", email: "a@b")) {
      let author = Signature(name: "A", email: "a@b", seconds: seconds, offsetMinutes: offset)
      return try GitRepository.discover(from: box.root).publish(
        Sandbox.output(["a": "a"]), story: Sandbox.story(), by: author)
    }
  }

  @Test func `the identity is the configured one, or none`() async throws {
    let box = try await Sandbox.fresh()
    #expect(try GitRepository.discover(from: box.root).identity() == nil)
    try await box.git("config", "user.name", "Ada")
    try await box.git("config", "user.email", "ada@example.org")
    #expect(try GitRepository.discover(from: box.root).identity() == Identity(name: "Ada", email: "ada@example.org"))
  }
}

/// Repositories that are broken: each gives an error, none a crash or a guess.
@Suite struct BrokenRepositoryTests {
  private func fails(_ box: Sandbox) {
    #expect(throws: GitError.self) { try box.generate(["a.rs": "new\n"]) }
  }

  @Test(arguments: ["HEAD", "specforge/generated/api^{tree}", "specforge/review/api"])
  func `a missing object is an error`(name: String) async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": "old\n"])
    let id = try await box.git("rev-parse", name).trimmed
    let pack = try await box.lines("rev-parse", "--git-path", "objects/pack")[0]
    let files = try FileManager.default.contentsOfDirectory(atPath: box.path(pack))
    // Loose objects can be taken away one by one.
    for file in files { try FileManager.default.moveItem(atPath: box.path("\(pack)/\(file)"), toPath: box.path(".git/\(file)")) }
    for file in files where file.hasSuffix(".pack") {
      _ = try await box.shell("git unpack-objects -q < .git/\(file)")
    }
    try box.remove(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    fails(box)
  }

  @Test(arguments: ["", "ref: ", "garbage", "ref: refs/heads/../x", String(repeating: "0", count: 40)])
  func `a HEAD that says nothing is an error`(text: String) async throws {
    let box = try await Sandbox.withHistory()
    try box.write(".git/HEAD", text)
    fails(box)
  }

  @Test func `a branch of ours that holds garbage is an error`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": "old\n"])
    try box.write(".git/refs/heads/specforge/review/api", "garbage\n")
    fails(box)
  }
}
