/// A constant date or time as PostgreSQL's users write it, in ISO 8601 or with a blank between date and time.
struct TimeText {
  let date: String
  private let time: (hour: Int, minute: Int, second: Int, microseconds: Int)?
  /// Minutes east of UTC; nothing where the text names no zone, which is taken for UTC.
  private let offset: Int?
  private let day: (year: Int, month: Int, day: Int)

  var isDateOnly: Bool { time == nil }

  init?(_ text: String) {
    var rest = text[...]
    guard let year = Self.digits(&rest, 4), Self.skip("-", &rest), let month = Self.digits(&rest, 2), Self.skip("-", &rest),
      let dayOfMonth = Self.digits(&rest, 2), (1...12).contains(month), (1...31).contains(dayOfMonth)
    else { return nil }
    day = (year, month, dayOfMonth)
    date = Self.text(day)
    guard !rest.isEmpty else {
      time = nil
      offset = nil
      return
    }
    guard let separator = rest.popFirst(), separator == " " || separator == "T", let hour = Self.digits(&rest, 2),
      Self.skip(":", &rest), let minute = Self.digits(&rest, 2), hour < 24, minute < 60
    else { return nil }
    var second = 0
    var microseconds = 0
    if Self.skip(":", &rest) {
      guard let seconds = Self.digits(&rest, 2), seconds < 60 else { return nil }
      second = seconds
      if Self.skip(".", &rest) {
        let fraction = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest[fraction.endIndex...]
        microseconds = Int((fraction + "000000").prefix(6)) ?? 0
      }
    }
    time = (hour, minute, second, microseconds)
    guard let zone = Self.zone(&rest), rest.isEmpty else { return nil }
    offset = zone.minutes
  }

  /// The text of 27 (or, without zone, 26) characters; PostgreSQL drops the zone of a constant for a column without one.
  func timestamp(hasZone: Bool) -> String? {
    let time = time ?? (0, 0, 0, 0)
    var minutes = time.hour * 60 + time.minute - (hasZone ? offset ?? 0 : 0)
    var days = Self.dayNumber(day)
    while minutes < 0 { (minutes, days) = (minutes + 1440, days - 1) }
    while minutes >= 1440 { (minutes, days) = (minutes - 1440, days + 1) }
    let clock = "\(Self.two(minutes / 60)):\(Self.two(minutes % 60)):\(Self.two(time.second))"
    let microseconds = String(1_000_000 + time.microseconds).dropFirst()
    return "\(Self.text(Self.civil(days)))T\(clock).\(microseconds)\(hasZone ? "Z" : "")"
  }

  private static func zone(_ rest: inout Substring) -> (minutes: Int?, Void)? {
    if rest.first == " " { rest.removeFirst() }
    guard let mark = rest.popFirst() else { return (nil, ()) }
    if mark == "Z" || mark == "z" { return (0, ()) }
    guard mark == "+" || mark == "-", let hours = digits(&rest, 2), hours < 16 else {
      guard String(mark) + rest == "UTC" else { return nil }
      rest = ""
      return (0, ())
    }
    _ = skip(":", &rest)
    let minutes = rest.isEmpty ? 0 : digits(&rest, 2)
    guard let minutes, minutes < 60 else { return nil }
    return ((hours * 60 + minutes) * (mark == "-" ? -1 : 1), ())
  }

  private static func digits(_ rest: inout Substring, _ count: Int) -> Int? {
    let part = rest.prefix(count)
    guard part.count == count, part.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    rest = rest.dropFirst(count)
    return Int(part)
  }

  private static func skip(_ mark: Character, _ rest: inout Substring) -> Bool {
    guard rest.first == mark else { return false }
    rest.removeFirst()
    return true
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func text(_ day: (year: Int, month: Int, day: Int)) -> String {
    let year = String(10_000 + day.year).dropFirst()
    return "\(year)-\(two(day.month))-\(two(day.day))"
  }

  /// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func dayNumber(_ day: (year: Int, month: Int, day: Int)) -> Int {
    let year = day.month <= 2 ? day.year - 1 : day.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }

  /// The bytes of PostgreSQL's `\x…`.
  static func hexBytes(_ text: String) -> [UInt8]? {
    guard text.hasPrefix("\\x"), text.count % 2 == 0 else { return nil }
    let digits = Array(text.dropFirst(2))
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(digits[index...index + 1]), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
