/// Writes a pattern in the syntax that RE2, Rust's `regex` and Python's `re` read alike.
///
/// Classes are spelled out in order, groups do not capture, and what cannot be seen is escaped. Two things are left to an
/// engine's adapter: `$` always means the very end of the text (a literal dollar is `\$`), and `\p{…}` is a general category.
struct PatternPrinter {
  private var out = ""

  /// The largest count of a quantifier.
  static let largestCount = 10_000
  /// Larger patterns compile to automata of many megabytes, which engines refuse.
  private static let largestWeight = 80_000
  /// RE2 refuses larger counts; they are written as several.
  private static let largestSingleCount = 1000

  static func print(_ node: PatternNode) throws(PatternFailure) -> String {
    guard weight(of: node) <= largestWeight else { throw .tooLarge }
    var printer = PatternPrinter()
    printer.write(node)
    return printer.out
  }

  /// About how large an automaton becomes, in steps of one byte, counted up to one more than the largest that is allowed.
  private static func weight(of node: PatternNode) -> Int {
    switch node {
    case .start, .end: 1
    case .characters(let set): weight(of: set)
    case .sequence(let nodes), .alternatives(let nodes): nodes.reduce(0) { min($0 + weight(of: $1), largestWeight + 1) }
    case .repeated(let node, let minimum, let maximum):
      min(weight(of: node) * max(maximum ?? minimum, 1), largestWeight + 1)
    }
  }

  private static func weight(of set: CharacterSet) -> Int {
    if !set.categories.isEmpty { return 64 }
    return set.ranges.contains { $0.upperBound > 0x7F } ? 8 : 1
  }

  private mutating func write(_ node: PatternNode) {
    switch node {
    case .characters(let set): write(set)
    case .start: out += "^"
    case .end: out += "$"
    case .sequence(let nodes):
      for node in nodes {
        if case .alternatives = node { group(node) } else { write(node) }
      }
    case .alternatives(let nodes):
      for (index, node) in nodes.enumerated() {
        if index > 0 { out += "|" }
        write(node)
      }
    case .repeated(let node, let minimum, let maximum): write(node, from: minimum, to: maximum)
    }
  }

  private mutating func group(_ node: PatternNode) {
    out += "(?:"
    write(node)
    out += ")"
  }

  private mutating func write(_ node: PatternNode, from minimum: Int, to maximum: Int?) {
    var minimum = minimum
    var maximum = maximum
    while max(minimum, maximum ?? 0) > Self.largestSingleCount {
      let required = min(minimum, Self.largestSingleCount)
      let allowed = maximum.map { min($0, Self.largestSingleCount) } ?? required
      piece(node, from: required, to: allowed)
      minimum -= required
      maximum = maximum.map { $0 - allowed }
    }
    if maximum != 0 { piece(node, from: minimum, to: maximum) }
  }

  private mutating func piece(_ node: PatternNode, from minimum: Int, to maximum: Int?) {
    if case .characters = node { write(node) } else { group(node) }
    switch (minimum, maximum) {
    case (0, nil): out += "*"
    case (1, nil): out += "+"
    case (0, 1): out += "?"
    case (_, nil): out += "{\(minimum),}"
    case (1, 1): return
    case (_, let maximum?): out += minimum == maximum ? "{\(minimum)}" : "{\(minimum),\(maximum)}"
    }
  }

  private mutating func write(_ set: CharacterSet) {
    if set.isEverything {
      out += "(?s:.)"
    } else if let single = set.single {
      Self.write(single, special: "\\^$.|?*+()[]{}", into: &out)
    } else if set.ranges.last?.upperBound == CharacterSet.lastScalar, set.categories.isEmpty {
      brackets(set.complement, isNegated: true)
    } else {
      brackets(set, isNegated: set.isInverted)
    }
  }

  private mutating func brackets(_ set: CharacterSet, isNegated: Bool) {
    out += isNegated ? "[^" : "["
    for range in set.ranges {
      guard let low = Unicode.Scalar(range.lowerBound), let high = Unicode.Scalar(range.upperBound) else { continue }
      Self.write(low, special: "\\^-[]", into: &out)
      if high != low {
        if high.value > low.value + 1 { out += "-" }
        Self.write(high, special: "\\^-[]", into: &out)
      }
    }
    for category in set.categories { out += (category.isNegated ? "\\P{" : "\\p{") + category.name + "}" }
    out += "]"
  }

  /// Writes a character; those beyond U+00FF stand for themselves, since engines share no escape for them.
  private static func write(_ scalar: Unicode.Scalar, special: String, into out: inout String) {
    switch scalar {
    case "\t": out += "\\t"
    case "\n": out += "\\n"
    case "\u{0B}": out += "\\v"
    case "\u{0C}": out += "\\f"
    case "\r": out += "\\r"
    case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.value == 0xAD:
      let hex = String(scalar.value, radix: 16, uppercase: true)
      out += hex.count == 1 ? "\\x0\(hex)" : "\\x\(hex)"
    case _ where special.unicodeScalars.contains(scalar):
      out += "\\"
      out.unicodeScalars.append(scalar)
    default: out.unicodeScalars.append(scalar)
    }
  }
}
