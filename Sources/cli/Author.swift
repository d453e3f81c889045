import Foundation
import SpecRepository

extension Signature {
  /// Who commits, and when: git's environment variables, then its configuration, then a name of our own; a fixed date where one
  /// is set (`SOURCE_DATE_EPOCH`, reproducible-builds.org), then git's, then now.
  static func current(
    identity: Identity?, environment: [String: String] = ProcessInfo.processInfo.environment, now: Date = Date()
  ) -> Signature {
    func first(_ keys: String...) -> String? { keys.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } }
    let date =
      first("SOURCE_DATE_EPOCH").flatMap { Int64($0) }.map { CommitDate(seconds: $0, offsetMinutes: 0) }
      ?? first("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE").flatMap { CommitDate($0) }
      ?? CommitDate(
        seconds: Int64(now.timeIntervalSince1970), offsetMinutes: TimeZone.current.secondsFromGMT(for: now) / 60)
    return Signature(
      name: first("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME") ?? identity?.name ?? "SpecForge",
      email: first("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL") ?? identity?.email ?? "specforge@localhost",
      seconds: date.seconds, offsetMinutes: date.offsetMinutes)
  }
}

/// A date as git's environment variables have it: `@1700000000 +0100`, the same without `@`, or ISO 8601 (git help commit, DATE FORMATS).
struct CommitDate: Equatable {
  let seconds: Int64
  let offsetMinutes: Int

  init(seconds: Int64, offsetMinutes: Int) {
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  init?(_ text: String) {
    let words = (text.hasPrefix("@") ? text.dropFirst() : text[...]).split(separator: " ")
    if let first = words.first, let seconds = Int64(first), first.utf8.count > 8 || text.hasPrefix("@") {
      self.init(seconds: seconds, offsetMinutes: words.dropFirst().first.flatMap(Self.offset) ?? 0)
      return
    }
    let formatter = ISO8601DateFormatter()
    guard let date = formatter.date(from: text) ?? formatter.date(from: "\(text)Z") else { return nil }
    self.init(seconds: Int64(date.timeIntervalSince1970), offsetMinutes: Self.offset(text.suffix(6)) ?? 0)
  }

  /// Reads `+0100` and `+01:00`.
  private static func offset(_ text: Substring) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4, let number = Int(digits) else { return nil }
    return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
  }
}
