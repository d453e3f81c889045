import Foundation
import Testing

@testable import SpecRepository

/// Runs that end by SIGKILL, in a process of their own.
@Suite struct KillTests {
  private static func files(_ round: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (0..<150).map { ("src/f\($0).rs", "// round \(round) of file \($0)\n") })
  }

  /// Each branch is at a whole generation, git likes the repository, and the next run works.
  private func checkAfterKill(_ box: Sandbox) async throws {
    try await box.fsck()
    for branch in [Sandbox.generated, Sandbox.review] where try await !box.lines("branch", "--list", branch).isEmpty {
      let texts = try await box.git("grep", "-h", "-o", "round [0-9]*", branch, "--", "backend").split(separator: "\n")
      #expect(texts.count == 150)
      #expect(Set(texts).count == 1, "\(branch) mixes two generations")
    }
    // A process that dies with a lock leaves it, as git does; whoever is told of it deletes it.
    for path in try FileManager.default.subpathsOfDirectory(atPath: box.path(".git/refs")) where path.hasSuffix(".lock") {
      try box.remove(".git/refs/\(path)")
    }
    #expect(try box.generate(Self.files(-1)).publication != nil)
    try await box.fsck()
    #expect(try await box.git("status", "--porcelain") == "")
  }

  @Test(arguments: PublishStep.allCases)
  func `a run killed after a step leaves each branch old or new`(step: PublishStep) async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(Self.files(0))
    let before = try await box.lines("for-each-ref")
    await #expect(processExitsWith: .signal(SIGKILL)) { [root = box.root as String, name = step.rawValue as String] in
      _ = try GitRepository.discover(from: root).publish(
        Sandbox.output(Self.files(1)), story: Sandbox.story(), by: Sandbox.author()
      ) { if $0.rawValue == name { kill(getpid(), SIGKILL) } }
    }
    #expect(try await (box.lines("for-each-ref") == before) == (step != .moved))
    try await checkAfterKill(box)
  }

  @Test(arguments: PublishStep.allCases, [false, true])
  func `a run that is interrupted once it writes finishes first and leaves nothing behind`(
    step: PublishStep, onAnotherThread: Bool
  ) async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(Self.files(0))
    let before = try await box.lines("for-each-ref")
    await #expect(processExitsWith: .signal(SIGINT)) {
      [root = box.root as String, name = step.rawValue as String, onAnotherThread] in
      signal(SIGINT, SIG_DFL)
      // The threads that tests run on hold signals back; the one of a command does not.
      @Sendable func interrupt() {
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
        raise(SIGINT)
      }
      func interruptElsewhere() {
        let isDone = DispatchSemaphore(value: 0)
        Thread {
          interrupt()
          isDone.signal()
        }.start()
        isDone.wait()
      }
      _ = try GitRepository.discover(from: root).publish(
        Sandbox.output(Self.files(1)), story: Sandbox.story(), by: Sandbox.author()
      ) { if $0.rawValue == name { onAnotherThread ? interruptElsewhere() : interrupt() } }
    }
    let isWriting = step != .built && step != .merged
    #expect(try await (box.lines("for-each-ref") == before) == !isWriting)
    #expect(try await box.lines("count-objects", "-v").contains("garbage: 0"))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: box.path(".git")).filter { $0.hasSuffix(".lock") } == [])
    try await box.fsck()
  }

  @Test(arguments: [0, 200, 500, 1000, 1500, 2200, 3000, 4000, 5500, 7500, 10_000, 14_000, 20_000, 30_000, 60_000])
  func `a run killed at any time while it writes leaves each branch old or new`(microseconds: Int) async throws {
    let box = try await Sandbox.withHistory()
    try box.generate(Self.files(0))
    await #expect(processExitsWith: .signal(SIGKILL)) { [root = box.root as String, microseconds] in
      // Nothing is written before the merge is done, so the clock starts there.
      var isTicking = false
      for round in 1... {
        _ = try GitRepository.discover(from: root).publish(
          Sandbox.output(Self.files(round)), story: Sandbox.story(), by: Sandbox.author()
        ) { step in
          guard step == .merged, !isTicking else { return }
          isTicking = true
          Thread.detachNewThread {
            usleep(UInt32(microseconds))
            kill(getpid(), SIGKILL)
          }
        }
      }
    }
    try await checkAfterKill(box)
  }
}
