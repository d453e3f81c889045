/// A point in time, to the microsecond, in UTC.
struct Timestamp: Hashable, Comparable {
  /// Microseconds since 1970; before that, negative.
  let microseconds: Int64

  init(microseconds: Int64) { self.microseconds = microseconds }

  /// Reads RFC 3339, and the form without zone that databases write, which is UTC.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ start: Int, _ count: Int) -> Int64? {
      guard start + count <= bytes.count else { return nil }
      var value: Int64 = 0
      for byte in bytes[start..<start + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      return value
    }
    func byte(_ index: Int, _ expected: String) -> Bool { index < bytes.count && expected.utf8.contains(bytes[index]) }
    guard let year = number(0, 4), byte(4, "-"), let month = number(5, 2), byte(7, "-"), let day = number(8, 2), byte(10, "Tt "),
      let hour = number(11, 2), byte(13, ":"), let minute = number(14, 2), byte(16, ":"), let second = number(17, 2),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    var index = 19
    var fraction: Int64 = 0
    if byte(index, ".") {
      index += 1
      var scale: Int64 = 100_000
      let start = index
      while let digit = number(index, 1) {
        fraction += digit * scale
        scale /= 10
        index += 1
      }
      guard index > start else { return nil }
    }
    var offset: Int64 = 0
    if byte(index, "+-") {
      guard let hours = number(index + 1, 2), byte(index + 3, ":"), let minutes = number(index + 4, 2) else { return nil }
      offset = (hours * 60 + minutes) * (byte(index, "-") ? -1 : 1)
      index += 6
    } else if byte(index, "Zz") {
      index += 1
    }
    guard index == bytes.count else { return nil }
    let minutes = (Self.days(year, month, day) * 24 + hour) * 60 + minute - offset
    microseconds = (minutes * 60 + second) * 1_000_000 + fraction
  }

  /// RFC 3339 in UTC with `Z`; the fraction without zeros at its end.
  var text: String {
    let seconds = microseconds.dividedDown(by: 1_000_000)
    let fraction = microseconds - seconds * 1_000_000
    let days = seconds.dividedDown(by: 86_400)
    let rest = seconds - days * 86_400
    let (year, month, day) = Self.date(days)
    var text = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))T"
    text += "\(Self.padded(rest / 3600, 2)):\(Self.padded(rest / 60 % 60, 2)):\(Self.padded(rest % 60, 2))"
    if fraction > 0 {
      var digits = Self.padded(fraction, 6)
      while digits.hasSuffix("0") { digits.removeLast() }
      text += "." + digits
    }
    return text + "Z"
  }

  static func < (lhs: Self, rhs: Self) -> Bool { lhs.microseconds < rhs.microseconds }

  /// Days since 1970 of a date in the Gregorian calendar, by eras of 400 years that begin in March.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year.dividedDown(by: 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(_ days: Int64) -> (Int64, Int64, Int64) {
    let days = days + 719_468
    let era = days.dividedDown(by: 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Int64 {
  /// Divides towards negative infinity.
  fileprivate func dividedDown(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
