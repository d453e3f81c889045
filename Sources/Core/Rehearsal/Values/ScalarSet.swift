/// The characters that one place of a pattern takes.
struct ScalarSet {
  private var ranges: [ClosedRange<UInt32>] = []
  private var isNegated = false

  /// Reads one set from the front of a pattern; nothing for what is none.
  init?(reading rest: inout Substring.UnicodeScalarView) {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case "(", ")", "|", "*", "+", "?", "{", "^", "$": return nil
    case ".":
      ranges = [10...10]
      isNegated = true
    case "[":
      guard readMembers(&rest) else { return nil }
    case "\\":
      guard let escape = Self.escape(&rest) else { return nil }
      (ranges, isNegated) = escape
    default: ranges = [first.value...first.value]
    }
  }

  private mutating func readMembers(_ rest: inout Substring.UnicodeScalarView) -> Bool {
    if rest.first == "^" {
      isNegated = true
      rest.removeFirst()
    }
    while let first = rest.popFirst() {
      if first == "]" { return true }
      if first == "[" { return false }
      var low = first.value
      if first == "\\" {
        guard let escape = Self.escape(&rest), !escape.isNegated else { return false }
        guard escape.ranges.count == 1, escape.ranges[0].count == 1 else {
          ranges += escape.ranges
          continue
        }
        low = escape.ranges[0].lowerBound
      }
      guard rest.first == "-", rest.dropFirst().first != "]" else {
        ranges.append(low...low)
        continue
      }
      rest.removeFirst()
      guard var high = rest.popFirst()?.value else { return false }
      if high == 0x5C {
        guard let escape = Self.escape(&rest), escape.ranges.count == 1, escape.ranges[0].count == 1 else { return false }
        high = escape.ranges[0].lowerBound
      }
      guard low <= high else { return false }
      ranges.append(low...high)
    }
    return false
  }

  private static func escape(_ rest: inout Substring.UnicodeScalarView) -> (ranges: [ClosedRange<UInt32>], isNegated: Bool)? {
    guard let letter = rest.popFirst() else { return nil }
    switch letter {
    case "d": return ([0x30...0x39], false)
    case "D": return ([0x30...0x39], true)
    case "w": return ([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A], false)
    case "n": return ([10...10], false)
    case "r": return ([13...13], false)
    case "t": return ([9...9], false)
    case "x", "u": return hexadecimal(&rest, digits: letter == "x" ? 2 : 4).map { ([$0...$0], false) }
    default:
      return letter.properties.isAlphabetic || letter.properties.numericType != nil ? nil : ([letter.value...letter.value], false)
    }
  }

  private static func hexadecimal(_ rest: inout Substring.UnicodeScalarView, digits count: Int) -> UInt32? {
    if rest.first == "{" {
      guard let close = rest.firstIndex(of: "}") else { return nil }
      defer { rest = rest[rest.index(after: close)...] }
      return UInt32(String(rest[rest.index(after: rest.startIndex)..<close]), radix: 16)
    }
    defer { rest = rest.dropFirst(count) }
    return UInt32(String(rest.prefix(count)), radix: 16)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0.contains(scalar.value) } != isNegated }

  /// A character of the set that is easy to read, if there is one.
  var example: Unicode.Scalar? {
    let preferred: [Unicode.Scalar] = ["a", "A", "1", "0", "-", "_", " "]
    if let known = preferred.first(where: contains) { return known }
    return isNegated ? nil : ranges.first.flatMap { Unicode.Scalar($0.lowerBound) }
  }
}
