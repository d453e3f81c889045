import Foundation

/// When a commit is made.
struct CommitDate: Equatable {
  /// Since 1970-01-01T00:00:00Z.
  let seconds: Int64
  /// Minutes east of UTC.
  let offsetMinutes: Int
}

/// A date was asked for that cannot be read: today's in its place would be found out too late.
struct UnknownDate: Error, CustomStringConvertible {
  let variable: String
  let text: String

  var description: String {
    let forms =
      variable == "SOURCE_DATE_EPOCH"
      ? "seconds since 1970" : "`@1700000000 +0100`, `2023-11-14T22:13:20Z` or `Tue, 14 Nov 2023 22:13:20 +0000`"
    return "\(variable) is no date: \(text). Write \(forms)."
  }
}

extension CommitDate {
  /// The date that the environment sets: `SOURCE_DATE_EPOCH` (reproducible-builds.org), then git's variables; else now.
  static func current(
    environment: [String: String] = ProcessInfo.processInfo.environment, now: Date = Date()
  ) throws(UnknownDate) -> CommitDate {
    let readers: [(String, (String) -> CommitDate?)] = [
      ("SOURCE_DATE_EPOCH", { Int64($0).map { CommitDate(seconds: $0, offsetMinutes: 0) } }),
      ("GIT_AUTHOR_DATE", { CommitDate($0) }), ("GIT_COMMITTER_DATE", { CommitDate($0) }),
    ]
    for (variable, read) in readers {
      guard let text = environment[variable], !text.isEmpty else { continue }
      guard let date = read(text) else { throw UnknownDate(variable: variable, text: text) }
      return date
    }
    return CommitDate(seconds: Int64(now.timeIntervalSince1970), offsetMinutes: TimeZone.current.secondsFromGMT(for: now) / 60)
  }

  /// Reads a date in one of the three forms that git documents for these variables (`git help commit`, DATE FORMATS): its own,
  /// ISO 8601 and RFC 2822. Without a time zone, the machine's is meant.
  init?(_ text: String) {
    if let match = text.wholeMatch(of: /@?(\d{9,12})(?: +([+-]\d{4}))?|@(\d{1,12})(?: +([+-]\d{4}))?/) {
      guard let seconds = Int64(match.1 ?? match.3 ?? "") else { return nil }
      self.init(seconds: seconds, offsetMinutes: (match.2 ?? match.4).flatMap { Self.offset($0) } ?? 0)
    } else if let match = text.wholeMatch(
      of: /(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?/)
    {
      let numbers = [match.1, match.2, match.3, match.4, match.5, match.6].compactMap { Int($0) }
      self.init(numbers, zone: match.7)
    } else if let match = text.wholeMatch(
      of: /(?:[A-Z][a-z]{2}, *)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d)(?: ([+-]\d{4}))?/)
    {
      guard let month = Self.months.firstIndex(of: String(match.2)) else { return nil }
      let (date, time) = ([match.3, match.1], [match.4, match.5, match.6])
      var numbers = (date + time).compactMap { Int($0) }
      numbers.insert(month + 1, at: 1)
      self.init(numbers, zone: match.7)
    } else {
      return nil
    }
  }

  /// - Parameter numbers: year, month, day, hour, minute, second, as a clock in that zone shows them.
  private init?(_ numbers: [Int], zone: Substring?) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4], second: numbers[5])
    guard components.isValidDate(in: calendar), let clock = calendar.date(from: components) else { return nil }
    guard let minutes = zone.map({ Self.offset($0) }) ?? Self.localOffset(atClock: clock) else { return nil }
    self.init(seconds: Int64(clock.timeIntervalSince1970) - Int64(minutes) * 60, offsetMinutes: minutes)
  }

  /// The machine's offset when its clocks show the time that `clock` is in UTC.
  private static func localOffset(atClock clock: Date) -> Int? {
    let first = TimeZone.current.secondsFromGMT(for: clock)
    return TimeZone.current.secondsFromGMT(for: clock.addingTimeInterval(TimeInterval(-first))) / 60
  }

  /// Reads `Z`, `+0100` and `+01:00`, in minutes.
  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" { return 0 }
    guard let number = Int(text.dropFirst().filter { $0 != ":" }) else { return nil }
    return (number / 100 * 60 + number % 100) * (text.hasPrefix("-") ? -1 : 1)
  }

  private static var months: [String] {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  }
}
