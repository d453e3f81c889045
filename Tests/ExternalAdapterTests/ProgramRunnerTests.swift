import Foundation
import SpecPipeline
import Testing

/// Programs that behave, and all the ways in which they do not.
@Suite("Running a program")
struct ProgramRunnerTests {
  private func run(
    _ script: String, input: [UInt8] = Array("{}".utf8), timeout: Duration = .seconds(60), limit: Int = 1 << 20
  ) async throws -> ProgramResult {
    try await run(["/bin/sh", "-c", script], input: input, timeout: timeout, limit: limit)
  }

  private func run(
    _ command: [String], in folder: String = "/", input: [UInt8] = [], timeout: Duration = .seconds(60), limit: Int = 1 << 20
  ) async throws -> ProgramResult {
    var runner = ProgramRunner(environment: ProgramEnvironment(ProcessInfo.processInfo.environment))
    runner.outputLimit = limit
    return await runner.run(command, in: folder, input: input, timeout: timeout)
  }

  private static let large = [UInt8](repeating: 0x20, count: 8 << 20)

  @Test("input goes in and output comes out, however large")
  func cat() async throws {
    let result = try await run("cat; echo done >&2", input: Self.large, limit: 16 << 20)
    #expect(result.ending == .exited(0))
    #expect(result.output == Self.large)
    #expect(result.log == ["done"])
  }

  @Test(
    "a program that reads nothing, little, or closes its input early blocks and kills nobody",
    arguments: ["echo ok", "head -c 10 > /dev/null; echo ok", "exec 0<&-; sleep 0.1; echo ok"])
  func unread(_ script: String) async throws {
    let result = try await run(script, input: Self.large)
    #expect(result.ending == .exited(0))
    #expect(result.output == Array("ok\n".utf8))
  }

  @Test(
    "how a program ends is told, with its last words",
    arguments: [
      ("echo one >&2; echo two >&2; exit 3", ProgramResult.Ending.exited(3)),
      ("echo one >&2; echo two >&2; kill -SEGV $$", .signalled(11)),
      ("echo one >&2; echo two >&2; kill -KILL $$", .signalled(9)),
    ])
  func endings(_ script: String, ending: ProgramResult.Ending) async throws {
    let result = try await run(script)
    #expect(result.ending == ending)
    #expect(result.log == ["one", "two"])
  }

  @Test(
    "one that takes too long is stopped with all that it started, and what it said is kept",
    arguments: [
      "echo started >&2; sleep 600", "echo started >&2; (sleep 600; :) & (sleep 600; :) & wait",
      "trap '' TERM; echo started >&2; sleep 600",
      // It has closed its output, and goes on.
      "echo started >&2; exec 1>&- 2>&-; sleep 600", "echo started >&2; while :; do :; done",
    ])
  func timeout(_ script: String) async throws {
    let start = ContinuousClock.now
    let marker = "sf-\(UUID().uuidString)"
    let result = try await run(["/bin/sh", "-c", script, marker], timeout: .seconds(1))
    #expect(result.ending == .timedOut)
    #expect(result.log == ["started"])
    #expect(ContinuousClock.now - start < .seconds(300))
    #expect(try running(marker) == [], "nothing is left")
  }

  /// The processes whose command line holds a word.
  private func running(_ word: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { $0.allSatisfy(\.isNumber) }.compactMap { process in
      guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      return text.contains(word) ? text : nil
    }
  }

  @Test("a child that keeps the output open is not waited for, and does not go on")
  func leftovers() async throws {
    let marker = "sf-\(UUID().uuidString)"
    let start = ContinuousClock.now
    let result = try await run(["/bin/sh", "-c", "(sleep 600; : \(marker)) & echo ok"])
    #expect(result.ending == .exited(0))
    #expect(result.output == Array("ok\n".utf8))
    #expect(ContinuousClock.now - start < .seconds(300))
    // It was killed a moment ago; the system may take another to bury it.
    for _ in 0..<50 where try running(marker) != [] { try await Task.sleep(for: .milliseconds(100)) }
    #expect(try running(marker) == [])
  }

  @Test("one that writes without end is stopped")
  func flood() async throws {
    #expect(try await run("yes").ending == .tooMuchOutput(limit: 1 << 20))
    #expect(try await run("head -c 1048577 /dev/zero").ending == .tooMuchOutput(limit: 1 << 20))
    #expect(try await run("head -c 1048576 /dev/zero").output.count == 1 << 20)
  }

  @Test("of much on standard error the end is kept")
  func chatter() async throws {
    let result = try await run("yes chatter | head -c 3000000 >&2; echo; echo last >&2")
    #expect(result.ending == .exited(0))
    #expect(result.log.last == "last")
    #expect((100...10_000).contains(result.log.count))
  }

  @Test("what cannot be started is told before anything runs")
  func unstarted() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "folder"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ text: String, _ mode: Int) throws {
      let path = folder.appending(path: name).path
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    try file("plain", "echo", 0o644)
    try file("headless", "echo ok\n", 0o755)
    try file("sound", "#!/bin/sh\npwd\n", 0o755)
    let path = folder.resolvingSymlinksInPath().path
    #expect(try await run(["./missing"], in: path).ending == .notStarted(.missing))
    #expect(try await run(["no-such-program-anywhere"], in: path).ending == .notStarted(.missing))
    #expect(try await run(["./folder"], in: path).ending == .notStarted(.folder))
    #expect(try await run(["./plain"], in: path).ending == .notStarted(.notExecutable))
    guard case .notStarted(.system) = try await run(["./headless"], in: path).ending else {
      Issue.record("a script without interpreter was started")
      return
    }
    let sound = try await run(["./sound"], in: path)
    #expect(sound.ending == .exited(0))
    #expect(sound.output == Array("\(path)\n".utf8), "it runs in the folder")
  }

  @Test("no file stays open, however a program ends", arguments: ["echo ok", "kill -KILL $$", "no such program here"])
  func descriptors(_ script: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Found, executable, and nothing that the system can run.
    let program = folder.appending(path: "x").path
    try (script.hasPrefix("no ") ? "\0" : "#!/bin/sh\n\(script)\n").write(toFile: program, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    /// Other tests run at the same time: requests alone are counted, which are files without a name.
    func requests() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { descriptor in
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
        return target?.contains("specforge-request-") == true
      }
    }
    let before = try requests()
    for _ in 0..<40 { _ = try await run([program], input: Array("{}".utf8)) }
    #expect(try requests() < before + 20)
  }

  @Test("the environment is small and the same everywhere; arguments are read by no shell")
  func environment() async throws {
    let result = try await run(["/usr/bin/env"])
    let names = String(decoding: result.output, as: UTF8.self).split(separator: "\n").map { $0.prefix { $0 != "=" } }
    #expect(Set(names).isSubset(of: ["PATH", "HOME", "TMPDIR", "LC_ALL", "TZ"]), "\(names)")
    #expect(try await run(["printf", "%s|", "$HOME", "", "a b;c", "*"]).output == Array("$HOME||a b;c|*|".utf8))
  }
}
