/// Whether text is written as a format asks; for values that stand in a contract and become literals in code.
enum TextFormat {
  /// RFC 3339 `full-date`, from the year 1 on: PostgreSQL and Python know no year 0.
  static func isDate(_ text: String) -> Bool { isDate(text.utf8[...]) }

  /// RFC 3339 `full-time` or `partial-time`.
  static func isTime(_ text: String) -> Bool { isTime(text.utf8[...], needsOffset: false) }

  /// RFC 3339 `date-time`.
  static func isDateTime(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count > 11, let mark = bytes.dropFirst(10).first, mark | 0x20 == UInt8(ascii: "t") else { return false }
    return isDate(bytes.prefix(10)) && isTime(bytes.dropFirst(11), needsOffset: true)
  }

  /// RFC 4122 text form.
  static func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy(isHexDigit)
  }

  /// RFC 3986: a scheme, a colon, and no blanks.
  static func isURI(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first, isLetter(first) else { return false }
    let isScheme = bytes[..<colon].allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
    return isScheme && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// RFC 3339 appendix A, without fractions: `P1DT12H`, `P3W`.
  static func isDuration(_ text: String) -> Bool {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return false }
    var units = Array("YMWD".utf8)
    while let next = rest.first {
      if next == UInt8(ascii: "T") {
        rest.removeFirst()
        units = Array("HMS".utf8)
        guard !rest.isEmpty else { return false }
        continue
      }
      let digits = rest.prefix(while: isDigit)
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let unit = rest.popFirst(), let position = units.firstIndex(of: unit) else { return false }
      units.removeSubrange(...position)
    }
    return true
  }

  /// RFC 4648 §4.
  static func isBase64(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let body = bytes.prefix { $0 != UInt8(ascii: "=") }
    let padding = bytes.dropFirst(body.count)
    return bytes.count.isMultiple(of: 4) && padding.count <= 2 && padding.allSatisfy { $0 == UInt8(ascii: "=") }
      && body.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
  }

  private static func isDate(_ bytes: Substring.UTF8View) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return year >= 1 && (1...12).contains(month) && day >= 1 && day <= days[month - 1]
  }

  private static func isTime(_ bytes: Substring.UTF8View, needsOffset: Bool) -> Bool {
    let clock = bytes.prefix(8).split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard clock.map(\.count) == [2, 2, 2], let hour = number(clock[0]), let minute = number(clock[1]),
      let second = number(clock[2])
    else { return false }
    guard hour < 24, minute < 60, second <= 60 else { return false }
    var rest = bytes.dropFirst(8)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: isDigit)
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let sign = rest.popFirst() else { return !needsOffset }
    if sign | 0x20 == UInt8(ascii: "z") { return rest.isEmpty }
    let offset = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), offset.map(\.count) == [2, 2] else { return false }
    guard let hours = number(offset[0]), let minutes = number(offset[1]) else { return false }
    return hours < 24 && minutes < 60
  }

  private static func number(_ digits: Substring.UTF8View) -> Int? {
    digits.allSatisfy(isDigit) ? Int(String(Substring(digits))) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte | 0x20) }
}
