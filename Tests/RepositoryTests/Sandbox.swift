import Foundation
import SpecWriting
import Subprocess

@testable import SpecRepository

/// A repository of its own for one test, with the git command line beside it as the witness.
///
/// Nothing of the machine reaches it: no configuration, no identity, no clock.
final class Sandbox: Sendable {
  let root: String

  /// Makes an empty folder; ``initialize(_:)`` makes it a repository.
  init() throws {
    try Self.isolation.get()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("specforge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    root = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Makes a repository on the branch `main` that has no commit.
  static func fresh(_ options: String...) async throws -> Sandbox {
    let sandbox = try Sandbox()
    try await sandbox.git(["init", "--quiet", "--initial-branch=main"] + options)
    return sandbox
  }

  /// Makes a repository with one commit of the user.
  static func withHistory(_ files: [String: String] = ["README.md": "# Shop\n"]) async throws -> Sandbox {
    let sandbox = try await fresh()
    try await sandbox.commit(files, "start")
    return sandbox
  }

  // An option of libgit2 and not the environment, which other tests of the process hand on to cargo and its kin.
  private static let isolation: Result<Void, GitError> = Result { () throws(GitError) in try LibGit2.hideConfiguration() }

  static let environment: [Subprocess.Environment.Key: String] = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": "2001-02-03T04:05:06Z",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": "2001-02-03T04:05:06Z",
  ]

  struct GitFailure: Error, CustomStringConvertible {
    let description: String
  }

  @discardableResult
  func git(_ arguments: String...) async throws -> String { try await git(arguments) }

  /// Runs git in the repository and returns what it prints; throws where it fails.
  @discardableResult
  func git(_ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(
      .name("git"), arguments: .init(["-C", root] + arguments), environment: .custom(Self.environment),
      output: .string(limit: 8 << 20), error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else {
      throw GitFailure(description: "git \(arguments.joined(separator: " ")): \(result.standardError)")
    }
    return result.standardOutput
  }

  /// Runs a line of shell in the repository, for what needs a redirection.
  func shell(_ line: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-c", "cd \"$1\" && \(line)", "sh", root], environment: .custom(Self.environment),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    guard result.terminationStatus.isSuccess else { throw GitFailure(description: "\(line): \(result.standardError)") }
    return result.standardOutput
  }

  /// Returns the lines that git prints.
  func lines(_ arguments: String...) async throws -> [String] {
    try await git(arguments).split(separator: "\n").map(String.init)
  }
}

// MARK: - The user's work tree

extension Sandbox {
  func path(_ name: String) -> String { "\(root)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }

  /// Writes files into the work tree and commits all of it.
  func commit(_ files: [String: String], removing: [String] = [], _ message: String) async throws {
    for (name, text) in files { try write(name, text) }
    for name in removing { try remove(name) }
    try await git("add", "--all")
    try await git("commit", "--quiet", "--allow-empty", "-m", message)
  }

  /// Merges the review as a pull request does, keeping its commits.
  func mergeReview() async throws {
    try await git("merge", "--quiet", "--no-ff", "-m", "merge review", Self.review)
  }

  /// Merges the review as one commit that forgets where it came from.
  func squashReview() async throws {
    try await git("merge", "--quiet", "--squash", Self.review)
    try await git("commit", "--quiet", "-m", "squash review")
  }
}

// MARK: - The generator

extension Sandbox {
  static let generated = "specforge/generated/api"
  static let review = "specforge/review/api"

  static func author(_ seconds: Int64 = 1_700_000_000) -> Signature {
    Signature(name: "Forge", email: "forge@example.org", seconds: seconds)
  }

  static func output(
    _ files: [String: String], folder: String? = "backend", target: String = "api", executable: Set<String> = []
  ) throws -> TargetOutput {
    try TargetOutput(
      target: TargetName(target)!, folder: folder.map { RelativePath($0)! },
      files: files.map { name, text in
        GeneratedFile(path: RelativePath(name)!, text: text, isExecutable: executable.contains(name))
      })
  }

  static func story(_ summary: String = "follow the contract", input: String = "openapi: 3.1.0\n") -> CommitStory {
    CommitStory(
      summary: summary, body: ["- GET /users: added"], generatorVersion: "0.1.0",
      inputs: [InputDigest(name: "openapi.yaml", digest: ContentDigest(of: input.utf8))])
  }

  /// Publishes files as the target `api` in `backend/`.
  @discardableResult
  func generate(
    _ files: [String: String], folder: String? = "backend", executable: Set<String> = [], base: BaseChoice = .head,
    story: CommitStory = story(), progress: (PublishStep) -> Void = { _ in }
  ) throws -> PublishOutcome {
    try GitRepository.discover(from: root).publish(
      Self.output(files, folder: folder, executable: executable), story: story, base: base, by: Self.author(),
      progress: progress)
  }

  /// The text of a file on a branch.
  func show(_ branch: String, _ path: String) async throws -> String { try await git("show", "\(branch):\(path)") }

  /// All files of a branch.
  func files(_ branch: String) async throws -> [String] { try await lines("ls-tree", "-r", "--name-only", branch) }

  /// Lets git check every object, and that each branch leads only to whole commits.
  func fsck() async throws { try await git("fsck", "--strict", "--full", "--no-dangling") }
}

extension PublishOutcome {
  var publication: Publication? {
    guard case .committed(let publication) = self else { return nil }
    return publication
  }
}
