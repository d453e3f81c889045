import Foundation
import Subprocess
import Testing

/// What a program said and how it ended.
struct Finished: Sendable {
  /// 255 where a signal ended it.
  let status: Int
  let output: String
  let errors: String

  var all: String { output + errors }
}

/// Runs programs as a user's shell would, in an environment that is the same everywhere.
enum Shell {
  /// The repository's root.
  static let root: String = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }

  /// The tool that was built with these tests.
  static let specforge = "\(root)/.build/debug/specforge"

  /// Whether there is a device that is always full, as Linux has it.
  static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  /// What every test runs in: no configuration of this machine's user, one language, one time zone.
  private static let prelude = """
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 NO_COLOR=1 LC_ALL=C.UTF-8 TZ=UTC
    export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
    unset CI SOURCE_DATE_EPOCH GIT_AUTHOR_DATE GIT_COMMITTER_DATE DATABASE_URL TEST_DATABASE_URL
    ROOT='\(root)' SPECFORGE='\(specforge)'
    specforge() { "$SPECFORGE" "$@"; }

    """

  /// Runs a bash script in a folder; with the frameworks' environment where it needs cargo and the linters.
  static func run(_ script: String, in folder: String, frameworks needsFrameworks: Bool = false) async throws -> Finished {
    let environment = needsFrameworks ? ". \"${SPECFORGE_FRAMEWORKS:-$HOME/.cache/specforge/frameworks}/env\" || exit 1\n" : ""
    let result = try await Subprocess.run(
      .name("bash"), arguments: ["-c", prelude + environment + "cd '\(folder)' || exit 1\n" + script],
      output: .string(limit: 64 << 20), error: .string(limit: 64 << 20))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      default: 255
      }
    return Finished(status: status, output: result.standardOutput, errors: result.standardError)
  }

  /// Runs a script that must succeed; shows the end of what it said where it does not.
  @discardableResult
  static func succeed(
    _ script: String, in folder: String, frameworks: Bool = false, at location: SourceLocation = #_sourceLocation
  ) async throws -> Finished {
    let finished = try await run("set -eo pipefail\n" + script, in: folder, frameworks: frameworks)
    try #require(
      finished.status == 0, "\(script)\nended with \(finished.status):\n\(finished.output.suffix(3000))\n\(finished.errors.suffix(3000))",
      sourceLocation: location)
    return finished
  }
}

/// A folder that goes when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "specforge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // PostgreSQL's server runs as its own user and has to get through.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
