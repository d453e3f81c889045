/// A set of Unicode scalars, as ranges and general categories; negation was carried out where it could be.
struct CharacterSet: Hashable {
  /// Sorted, neither overlapping nor touching.
  private(set) var ranges: [ClosedRange<UInt32>] = []
  /// General categories such as `Lu`, sorted.
  private(set) var categories: [Category] = []
  /// Whether the set is everything but what is listed; only needed where there are categories.
  private(set) var isInverted = false

  /// A general category of Unicode, or all characters outside of it.
  struct Category: Hashable, Comparable {
    let name: String
    let isNegated: Bool

    static func < (lhs: Self, rhs: Self) -> Bool { (lhs.name, lhs.isNegated ? 1 : 0) < (rhs.name, rhs.isNegated ? 1 : 0) }
  }

  static let lastScalar: UInt32 = 0x10FFFF
  /// Surrogates are code points but no characters: no text that reaches a backend holds one.
  private static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF

  init(_ ranges: [ClosedRange<UInt32>] = [], categories: [Category] = []) {
    self.ranges = Self.normalized(ranges)
    self.categories = Set(categories).sorted()
    if zip(self.categories, self.categories.dropFirst()).contains(where: { $0.name == $1.name }) {
      // A category together with its complement is everything.
      self.ranges = Self.normalized([0...Self.lastScalar])
      self.categories = []
    }
  }

  init(_ scalar: Unicode.Scalar) { self.init([scalar.value...scalar.value]) }

  var isEmpty: Bool { ranges.isEmpty && categories.isEmpty && !isInverted }
  var isEverything: Bool { self == .everything }

  /// The only member, where there is one.
  var single: Unicode.Scalar? {
    guard ranges.count == 1, categories.isEmpty, !isInverted, ranges[0].count == 1 else { return nil }
    return Unicode.Scalar(ranges[0].lowerBound)
  }

  var complement: CharacterSet {
    guard categories.isEmpty else {
      var result = self
      result.isInverted.toggle()
      return result
    }
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.lastScalar { gaps.append(next...Self.lastScalar) }
    return CharacterSet(gaps)
  }

  private static func normalized(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.flatMap(withoutSurrogates).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private static func withoutSurrogates(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
    guard range.overlaps(surrogates) else { return [range] }
    var parts: [ClosedRange<UInt32>] = []
    if range.lowerBound < surrogates.lowerBound { parts.append(range.lowerBound...(surrogates.lowerBound - 1)) }
    if range.upperBound > surrogates.upperBound { parts.append((surrogates.upperBound + 1)...range.upperBound) }
    return parts
  }
}

extension CharacterSet {
  static let everything = CharacterSet([0...lastScalar])
  /// `\d` (ECMA-262 §22.2.2.9).
  static let digits = CharacterSet([0x30...0x39])
  /// `\w` (ECMA-262 §22.2.2.9).
  static let wordCharacters = CharacterSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  /// `\s`: WhiteSpace and LineTerminator (ECMA-262 §12.2 and §12.3).
  static let whitespace = CharacterSet([
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])
  /// What `.` leaves out: LineTerminator (ECMA-262 §12.3).
  static let lineTerminators = CharacterSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])

  /// The general categories (Unicode 15 §4.5), by their short names, which RE2 and Rust's `regex` know too.
  static let categoryNames: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf",
    "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Co",
  ]
}
