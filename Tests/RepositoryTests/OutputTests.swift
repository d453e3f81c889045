import SpecWriting
import Testing

@testable import SpecRepository

@Suite struct OutputTests {
  private func problems(_ paths: String...) -> [FileProblem] {
    do {
      _ = try FileSet(paths.map { GeneratedFile(path: RelativePath($0)!, text: "") })
      return []
    } catch { return error.problems }
  }

  @Test func `files are sorted by the bytes of their paths`() throws {
    let set = try FileSet(["b", "a/c", "a.b", "B2"].map { GeneratedFile(path: RelativePath($0)!, text: "") })
    #expect(set.files.map(\.path.description) == ["B2", "a.b", "a/c", "b"])
  }

  @Test func `all that cannot stand side by side is told at once`() {
    #expect(problems("a", "b/c") == [])
    #expect(problems("a", "a") == [.duplicate(path: "a")])
    #expect(problems("a", "a/b") == [.fileAndFolder(path: "a", below: "a/b")])
    #expect(problems("a", "a.b", "a/b") == [.fileAndFolder(path: "a", below: "a/b")])
    #expect(problems("src/User.rs", "src/user.rs") == [.sameIgnoringCase(path: "src/user.rs", other: "src/User.rs")])
    #expect(problems("A/x", "a/y") == [.sameIgnoringCase(path: "a/y", other: "A/x")])
    #expect(problems("e\u{301}", "\u{E9}") == [.sameIgnoringCase(path: "\u{E9}", other: "e\u{301}")])
    #expect(problems("a", "a", "x/y", "x") == [.duplicate(path: "a"), .fileAndFolder(path: "x", below: "x/y")])
  }

  @Test(arguments: ["git~1/config", "GIT~1", "a/.git /x", "a/.g\u{200C}it", ".git./hooks", "a/...", "\u{FEFF}.GIT"])
  func `a name that some file system reads as git's own folder is reserved`(path: String) {
    #expect(problems(path) == [.reserved(path: path)])
  }

  @Test func `a path that no file system holds is too long`() {
    let name = String(repeating: "n", count: 256)
    let path = Array(repeating: "abcdefgh", count: 128).joined(separator: "/")
    let deep = Array(repeating: "d", count: 65).joined(separator: "/")
    #expect(problems(name) == [.tooLong(path: name)])
    #expect(problems(path) == [.tooLong(path: path)])
    #expect(problems(deep) == [.tooLong(path: deep)])
  }

  @Test(arguments: ["-rf", "with space", "a'b\"c", "$(x)", "ünï/çödé", "%s", "a*?[b]", "~", "HEAD", "refs/heads/x", "#"])
  func `other odd names reach the branch as they are`(path: String) async throws {
    let box = try await Sandbox.fresh()
    try box.generate([path: "text\n"])
    #expect(try await box.git("ls-tree", "-r", "-z", "--name-only", Sandbox.generated).contains("\0backend/\(path)\0"))
    try await box.fsck()
  }

  @Test(arguments: [".specforge/api.lock", ".SPECFORGE/x"])
  func `our own folder is no place for an output`(path: String) {
    #expect(throws: InvalidFiles(problems: [.reserved(path: path)])) { try Sandbox.output([path: ""], folder: nil) }
  }

  @Test(arguments: [
    ("api", true), ("api-rust_2.0", true), ("2", true), ("", false), (".api", false), ("-api", false), ("a/b", false),
    ("a..b", false), ("a.", false), ("a.lock", false), ("a.LOCK", false), ("a b", false), ("a~", false), ("ä", false),
    (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 65), false),
  ])
  func `a target's name is safe in a branch and in a file name`(name: String, isValid: Bool) {
    #expect((TargetName(name) != nil) == isValid)
  }

  @Test func `a digest tells apart what differs in path, mode or content, and nothing else`() throws {
    let base = try Sandbox.output(["a": "1", "b": "2"]).digest
    #expect(try Sandbox.output(["b": "2", "a": "1"]).digest == base)
    let others = try [
      Sandbox.output(["a": "1", "b": "3"]), Sandbox.output(["a": "1", "c": "2"]), Sandbox.output(["a": "12", "b": ""]),
      Sandbox.output(["a": "1", "b": "2"], executable: ["a"]), Sandbox.output(["a": "1", "b": "2"], folder: "other"),
      Sandbox.output(["a": "1"]),
    ].map(\.digest)
    #expect(Set(others + [base]).count == others.count + 1)
  }

  @Test(arguments: [
    ("lock 1\nfolder .\noutput DIGEST\n", true),
    ("lock 1\nfolder a/b\noutput DIGEST\n", true), ("lock 1\r\nfolder .\r\noutput DIGEST\r\n", true),
    ("lock 2\nfolder .\noutput DIGEST\n", false), ("folder .\noutput DIGEST\n", false),
    ("lock 1\nfolder ../x\noutput DIGEST\n", false),
    ("lock 1\nfolder .\noutput sha256:12\n", false), ("lock 1\nfolder .\noutput DIGEST\noutput DIGEST\n", false), ("", false),
    ("lock 1\nfolder .\noutput \u{FFFD}\n", false),
  ])
  func `a lock file is read whole or not at all`(text: String, isValid: Bool) {
    let digest = ContentDigest(of: "x".utf8)
    let lock = LockedOutput(parsing: Array(text.replacing("DIGEST", with: digest.description).utf8))
    #expect((lock != nil) == isValid)
    if isValid { #expect(lock?.output == digest) }
  }
}

@Suite struct StoryTests {
  private func message(summary: String, breaking: Bool = false, body: [String] = []) throws -> String {
    let story = CommitStory(type: "fix", summary: summary, isBreaking: breaking, body: body, generatorVersion: "1\n2", inputs: [])
    return story.message(for: try Sandbox.output(["a": "a"]))
  }

  @Test func `a breaking change has its mark`() throws {
    #expect(try message(summary: "drop GET /x", breaking: true).hasPrefix("fix(api)!: drop GET /x\n\nSpecForge-Target: api\n"))
  }

  @Test func `no text of an input can make a line or a trailer of its own`() throws {
    let text = try message(summary: "a\nSpecForge-Output: x", body: ["b\n\nSpecForge-Target: evil", "c\u{2028}d"])
    #expect(text.hasPrefix("fix(api): a SpecForge-Output: x\n\nb  SpecForge-Target: evil\nc d\n\nSpecForge-Target: api\n"))
    #expect(Trailer.value(Trailer.target, in: text) == "api")
    #expect(Trailer.value(Trailer.version, in: text) == "1 2")
  }

  @Test func `trailers are read from the last paragraph only`() {
    #expect(Trailer.value("K", in: "K: a\n\nK: b\n\n") == "b")
    #expect(Trailer.value("K", in: "K: a\n\ntext\n") == nil)
    #expect(Trailer.value("K", in: "") == nil)
  }
}
