import Foundation
import SpecRepository

extension Signature {
  /// Who commits: git's environment variables, then its configuration, then a name of our own.
  static func current(
    identity: Identity?, date: CommitDate, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Signature {
    func first(_ keys: String...) -> String? { keys.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } }
    return Signature(
      name: first("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME") ?? identity?.name ?? "SpecForge",
      email: first("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL") ?? identity?.email ?? "specforge@localhost",
      seconds: date.seconds, offsetMinutes: date.offsetMinutes)
  }
}
