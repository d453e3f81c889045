import Foundation
import Testing

@testable import SpecRepository

@Suite struct ConcurrencyTests {
  @Test func `a branch that moved meanwhile is read again and followed`() async throws {
    let box = try await Sandbox.withHistory()
    var steps: [PublishStep] = []
    var other: PublishOutcome?
    let mine = try box.generate(["a.rs": "mine\n"]) { step in
      steps.append(step)
      guard step == .packed, other == nil else { return }
      other = try? box.generate(["a.rs": "theirs\n"])
    }
    let first = try #require(other?.publication)
    #expect(steps == [.built, .merged, .packed, .built, .merged, .packed, .locked, .moved])
    #expect(
      try await box.lines("rev-list", Sandbox.generated)
        == [#require(mine.publication).generated.description, first.generated.description])
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == "mine\n")
    try await box.fsck()
  }

  @Test func `a branch that was deleted meanwhile is made again`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": "one\n"])
    var isDeleted = false
    try box.generate(["a.rs": "two\n"]) { step in
      guard step == .packed, !isDeleted else { return }
      isDeleted = (try? box.remove(".git/refs/heads/\(Sandbox.review)")) != nil
    }
    #expect(isDeleted)
    #expect(try await box.show(Sandbox.review, "backend/a.rs") == "two\n")
  }

  @Test func `a branch that never rests is given up with its name`() async throws {
    let box = try await Sandbox.withHistory()
    var round = 0
    #expect(throws: GitError.moved(reference: "refs/heads/\(Sandbox.generated)")) {
      try box.generate(["a.rs": "mine\n"]) { step in
        guard step == .packed else { return }
        round += 1
        _ = try? box.generate(["a.rs": "theirs \(round)\n"])
      }
    }
    #expect(round == 20)
    try await box.fsck()
  }

  @Test func `a lock of another process is waited for, then named`() async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(["a.rs": "one\n"])
    let lock = ".git/refs/heads/\(Sandbox.generated).lock"
    try box.write(lock, "")
    let error = GitError.locked(reference: "refs/heads/\(Sandbox.generated)")
    #expect(throws: error) { try box.generate(["a.rs": "two\n"]) }
    #expect(error.description.contains("refs/heads/\(Sandbox.generated).lock"))
    var isFreed = false
    try box.generate(["a.rs": "two\n"]) { step in
      guard step == .built, !isFreed else { return }
      isFreed = (try? box.remove(lock)) != nil
    }
    #expect(try await box.show(Sandbox.generated, "backend/a.rs") == "two\n")
  }

  @Test func `runs at the same time follow each other, and none is lost`() async throws {
    let box = try await Sandbox.withHistory()
    let count = 4
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<count { group.addTask { try box.generate(["a.rs": "run \(index)\n"]) } }
      try await group.waitForAll()
    }
    #expect(try await box.lines("rev-list", Sandbox.generated).count == count)
    for commit in try await box.lines("rev-list", Sandbox.generated) {
      _ = try await box.git("merge-base", "--is-ancestor", commit, Sandbox.review)
    }
    try await box.fsck()
  }
}
