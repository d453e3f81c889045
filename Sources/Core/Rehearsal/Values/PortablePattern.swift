import SpecIR

/// A regular expression of the plain kind: a row of character sets, each so many times, perhaps anchored.
///
/// It is what examples are made from and held against. Groups and alternatives are not read: a value for such a pattern is not
/// made up. Matching takes time in the square of the text's length at most, whatever the pattern.
struct PortablePattern {
  private struct Piece {
    var set: ScalarSet
    var minimum: Int
    var maximum: Int?
  }

  private var pieces: [Piece] = []
  private var isAnchoredAtStart = false
  private var isAnchoredAtEnd = false

  /// Longer repetitions are not made up.
  private static let longest = 1_000

  /// Nothing for a pattern with groups, alternatives or anything else beyond sets and repetitions.
  init?(_ pattern: Pattern) {
    var rest = Substring(pattern.portable).unicodeScalars
    if rest.first == "^" {
      isAnchoredAtStart = true
      rest.removeFirst()
    }
    while let first = rest.first {
      if first == "$", rest.count == 1 {
        isAnchoredAtEnd = true
        break
      }
      guard let set = ScalarSet(reading: &rest), let times = Self.times(&rest) else { return nil }
      pieces.append(Piece(set: set, minimum: times.0, maximum: times.1))
    }
  }

  private static func times(_ rest: inout Substring.UnicodeScalarView) -> (Int, Int?)? {
    let times: (Int, Int?)
    switch rest.first {
    case "*": times = (0, nil)
    case "+": times = (1, nil)
    case "?": times = (0, 1)
    case "{":
      guard let close = rest.firstIndex(of: "}") else { return nil }
      let parts = String(rest[rest.index(after: rest.startIndex)..<close]).split(separator: ",", omittingEmptySubsequences: false)
      guard let low = Int(parts[0]), low <= longest, parts.count <= 2 else { return nil }
      let high = parts.count == 1 ? low : parts[1].isEmpty ? nil : Int(parts[1])
      if parts.count == 2, !parts[1].isEmpty, high == nil { return nil }
      times = (low, high)
      rest = rest[close...]
    default: return (1, 1)
    }
    rest.removeFirst()
    // Taking as little as possible finds the same texts.
    if rest.first == "?" { rest.removeFirst() }
    return times
  }

  /// Whether the pattern is found in a text.
  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var reached = [Bool](repeating: !isAnchoredAtStart, count: scalars.count + 1)
    reached[0] = true
    for piece in pieces {
      var next = [Bool](repeating: false, count: scalars.count + 1)
      for start in reached.indices where reached[start] {
        var end = start
        while true {
          if end - start >= piece.minimum { next[end] = true }
          guard end < scalars.count, piece.maximum.map({ end - start < $0 }) ?? true, piece.set.contains(scalars[end]) else {
            break
          }
          end += 1
        }
      }
      reached = next
    }
    return isAnchoredAtEnd ? reached[scalars.count] : reached.contains(true)
  }

  /// Returns a text of at least that many code points that the pattern matches as a whole, if it has one that short.
  func example(minLength: Int) -> String? {
    var counts = pieces.map(\.minimum)
    var missing = minLength - counts.reduce(0, +)
    for (index, piece) in pieces.enumerated() where missing > 0 {
      let more = min(missing, (piece.maximum ?? Self.longest) - piece.minimum)
      counts[index] += more
      missing -= more
    }
    if missing > 0, isAnchoredAtStart, isAnchoredAtEnd { return nil }
    var text = ""
    for (piece, count) in zip(pieces, counts) where count > 0 {
      guard let scalar = piece.set.example else { return nil }
      text.unicodeScalars.append(contentsOf: repeatElement(scalar, count: count))
    }
    return text + String(repeating: "a", count: max(0, missing))
  }
}

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
