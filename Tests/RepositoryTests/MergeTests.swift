import Foundation
import Testing

@testable import SpecRepository

@Suite struct MergeTests {
  private func numbered(_ count: Int = 20, _ change: [Int: String] = [:]) -> String {
    (1...count).map { (change[$0] ?? "line \($0)") + "\n" }.joined()
  }

  /// A repository whose main has merged the first generation of `backend/a.rs` and `backend/b.rs`.
  private func merged(_ files: [String: String]? = nil) async throws -> Sandbox {
    let box = try await Sandbox.withHistory()
    try box.generate(files ?? ["a.rs": numbered(), "b.rs": numbered()])
    try await box.mergeReview()
    return box
  }

  @Test func `a hand edit survives a regeneration`() async throws {
    let box = try await merged()
    try await box.commit(["backend/a.rs": numbered(20, [2: "mine"])], "edit")
    let publication = try #require(
      try box.generate(["a.rs": numbered(20, [15: "theirs"]), "b.rs": numbered()]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(publication.ancestor == .history)
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == numbered(20, [2: "mine", 15: "theirs"]))
    try await box.fsck()
  }

  @Test func `an overlapping edit is committed with both sides and their ancestor`() async throws {
    let box = try await merged()
    let before = try await box.lines("rev-parse", "--short=7", Sandbox.generated)[0]
    try await box.commit(["backend/a.rs": numbered(3, [2: "mine"])], "edit")
    let box2 = try #require(try box.generate(["a.rs": numbered(20, [2: "theirs"]), "b.rs": numbered()]).publication)
    #expect(box2.conflicts == [MergeConflict(path: "backend/a.rs", kind: .content)])
    let text = try await box.show(Sandbox.review, "backend/a.rs")
    #expect(text.contains("<<<<<<< main\n"))
    #expect(text.contains("||||||| generated before (\(before))\n"))
    #expect(text.contains(">>>>>>> generated now (\(box2.generated.short))\n"))
    let message = try await box.git("log", "-1", "--format=%B", Sandbox.review)
    #expect(message.contains("Conflicts, with both sides in the file between markers:\n- backend/a.rs\n"))
    #expect(try GitRepository.discover(from: box.root).unresolvedConflicts(of: TargetName("api")!) == ["backend/a.rs"])
    #expect(try await box.show(Sandbox.generated, "backend/a.rs") == numbered(20, [2: "theirs"]))
  }

  @Test func `an overlapping edit of one line stands whole between markers`() async throws {
    let box = try await merged(["a.rs": "one\ntwo\nthree\n"])
    let before = try await box.lines("rev-parse", "--short=7", Sandbox.generated)[0]
    try await box.commit(["backend/a.rs": "one\nmine\nthree\n"], "edit")
    let now = try #require(try box.generate(["a.rs": "one\ntheirs\nthree\n"]).publication).generated.short
    #expect(
      try await box.show(Sandbox.review, "backend/a.rs") == """
        one
        <<<<<<< main
        mine
        ||||||| generated before (\(before))
        two
        =======
        theirs
        >>>>>>> generated now (\(now))
        three

        """)
  }

  @Test func `a deleted file stays deleted, also when its generated text changes`() async throws {
    let box = try await merged()
    try await box.commit([:], removing: ["backend/a.rs"], "delete")
    let same = try #require(try box.generate(["a.rs": numbered(), "b.rs": "new\n"]).publication)
    #expect(same.keptDeleted.isEmpty)
    let changed = try #require(try box.generate(["a.rs": "changed\n", "b.rs": "new\n"]).publication)
    #expect(changed.keptDeleted == ["backend/a.rs"])
    #expect(changed.conflicts.isEmpty)
    #expect(try await box.files(Sandbox.review).contains("backend/a.rs") == false)
    #expect(try await box.files(Sandbox.generated).contains("backend/a.rs"))
    let message = try await box.git("log", "-1", "--format=%B", Sandbox.review)
    #expect(message.contains("Kept deleted, although changed:\n- backend/a.rs\n"))
  }

  @Test func `a file of a removed operation goes`() async throws {
    let box = try await merged()
    let publication = try #require(try box.generate(["b.rs": numbered()]).publication)
    #expect(publication.changes.deleted == ["backend/a.rs"])
    #expect(try await box.files(Sandbox.review) == [".specforge/api.lock", "README.md", "backend/b.rs"])
  }

  @Test func `a file of a removed operation that was edited stays and is told`() async throws {
    let box = try await merged()
    try await box.commit(["backend/a.rs": "mine\n"], "edit")
    let publication = try #require(try box.generate(["b.rs": numbered()]).publication)
    #expect(publication.conflicts == [MergeConflict(path: "backend/a.rs", kind: .deletedAndEdited)])
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == "mine\n")
  }

  @Test func `a file of the user in the way of a first generation is a conflict, the same file is not`() async throws {
    let box = try await Sandbox.withHistory(["backend/a.rs": "mine\n", "backend/b.rs": "same\n"])
    let publication = try #require(try box.generate(["a.rs": "theirs\n", "b.rs": "same\n", "c.rs": "c\n"]).publication)
    #expect(publication.conflicts == [MergeConflict(path: "backend/a.rs", kind: .content)])
    let text = try await box.show(Sandbox.review, "backend/a.rs")
    #expect(text.hasPrefix("<<<<<<< main\nmine\n||||||| nothing before\n=======\ntheirs\n>>>>>>> generated now ("))
    #expect(try await box.show(Sandbox.review, "backend/b.rs") == "same\n")
  }

  @Test func `a binary file that both changed stays the user's`() async throws {
    let box = try await merged(["logo.png": "PNG\u{0}1"])
    try await box.commit(["backend/logo.png": "PNG\u{0}mine"], "edit")
    let publication = try #require(try box.generate(["logo.png": "PNG\u{0}theirs"]).publication)
    #expect(publication.conflicts == [MergeConflict(path: "backend/logo.png", kind: .notMergeable)])
    #expect(try await box.show(Sandbox.review, "backend/logo.png") == "PNG\u{0}mine")
  }

  @Test func `a symbolic link of the user is neither followed nor replaced`() async throws {
    let box = try await merged()
    try box.remove("backend/a.rs")
    try FileManager.default.createSymbolicLink(atPath: box.path("backend/a.rs"), withDestinationPath: "/etc/passwd")
    try await box.commit([:], "link")
    let publication = try #require(try box.generate(["a.rs": "new\n", "b.rs": numbered()]).publication)
    #expect(publication.conflicts == [MergeConflict(path: "backend/a.rs", kind: .notMergeable)])
    #expect(try await box.lines("ls-tree", "--format=%(objectmode)", Sandbox.review, "backend/a.rs") == ["120000"])
  }

  @Test func `a linked folder of the user is not written through`() async throws {
    let box = try await Sandbox.withHistory()
    try FileManager.default.createSymbolicLink(atPath: box.path("backend"), withDestinationPath: "/tmp")
    try await box.commit([:], "link")
    let publication = try #require(try box.generate(["a.rs": "new\n"]).publication)
    #expect(publication.conflicts == [MergeConflict(path: "backend/a.rs", kind: .occupied)])
    #expect(try await box.files(Sandbox.review) == [".specforge/api.lock", "README.md", "backend"])
    try await box.fsck()
  }

  @Test func `a folder of the user in the place of a generated file is kept`() async throws {
    let box = try await Sandbox.withHistory(["backend/a.rs/notes.md": "mine\n"])
    let publication = try #require(try box.generate(["a.rs": "new\n", "b.rs": "b\n"]).publication)
    #expect(publication.conflicts == [MergeConflict(path: "backend/a.rs", kind: .occupied)])
    #expect(try await box.files(Sandbox.review).contains("backend/a.rs/notes.md"))
    #expect(try await box.files(Sandbox.review).contains("backend/b.rs"))
  }

  @Test func `a generated file may become a folder, and a folder a file`() async throws {
    let box = try await merged(["x": "file\n", "y/z": "in a folder\n"])
    let publication = try #require(try box.generate(["x/inner": "file\n", "y": "file\n"]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(try await box.files(Sandbox.review) == [".specforge/api.lock", "README.md", "backend/x/inner", "backend/y"])
    try await box.fsck()
  }

  @Test func `mode and content merge apart from each other`() async throws {
    let box = try await merged(["run.sh": "one\n"])
    try await box.git("update-index", "--chmod=+x", "backend/run.sh")
    try await box.git("commit", "--quiet", "-m", "mode")
    let publication = try #require(try box.generate(["run.sh": "two\n"]).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(try await box.lines("ls-tree", "--format=%(objectmode)", Sandbox.review, "backend/run.sh") == ["100755"])
    #expect(try await box.show(Sandbox.review, "backend/run.sh") == "two\n")
  }

  @Test func `files of the user beside generated ones stay, also those with odd names`() async throws {
    let box = try await merged()
    try await box.commit(["backend/notes é.md": "n\n", "other/x": "x\n"], "own")
    try box.generate(["a.rs": "new\n"])
    let changed = try await box.lines("diff", "--name-only", "main", Sandbox.review)
    #expect(changed == [".specforge/api.lock", "backend/a.rs", "backend/b.rs"])
  }

  @Test func `a target's folder moves with the user's edits, deletions stay, own files stay behind`() async throws {
    let box = try await merged(["a.rs": numbered(), "b.rs": "b\n", "c.rs": "c\n"])
    try await box.commit(
      ["backend/a.rs": numbered(20, [2: "mine"]), "backend/own.rs": "own\n"], removing: ["backend/b.rs"], "edit")
    let publication = try #require(
      try box.generate(["a.rs": numbered(20, [15: "theirs"]), "b.rs": "b\n", "c.rs": "c\n"], folder: "services/api").publication)
    #expect(publication.conflicts.isEmpty)
    #expect(
      try await box.files(Sandbox.review)
        == [".specforge/api.lock", "README.md", "backend/own.rs", "services/api/a.rs", "services/api/c.rs"])
    #expect(try await box.show(Sandbox.review, "services/api/a.rs") == numbered(20, [2: "mine", 15: "theirs"]))
  }

  @Test(arguments: [("backend", "backend/rust"), ("a/b", "a"), ("a", nil), (nil, "a"), ("a", "a/a")] as [(String?, String?)])
  func `a folder may move into itself, out of itself, and to the root`(from: String?, to: String?) async throws {
    let box = try await Sandbox.withHistory()
    let files = ["x.rs": "x\n", "a/x.rs": "ax\n", "a/a/x.rs": "aax\n"]
    try box.generate(files, folder: from)
    try await box.mergeReview()
    let publication = try #require(try box.generate(files, folder: to).publication)
    #expect(publication.conflicts.isEmpty)
    #expect(publication.keptDeleted.isEmpty)
    let expected = try await box.files(Sandbox.generated) + ["README.md"]
    #expect(try await box.files(Sandbox.review).sorted() == expected.sorted())
    for name in files.keys {
      #expect(try await box.show(Sandbox.review, (to.map { $0 + "/" } ?? "") + name) == files[name])
    }
  }
}
