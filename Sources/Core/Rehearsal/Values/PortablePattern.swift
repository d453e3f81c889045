import SpecIR

/// A regular expression of the plain kind: a row of character sets and groups, each so many times, perhaps anchored.
///
/// It is what examples are made from and held against. Assertions, references and alternatives outside of groups are not read: a
/// value for such a pattern is not made up. No pattern takes more time than a small power of the text's length.
struct PortablePattern {
  private struct Piece {
    var node: Node
    var minimum: Int
    var maximum: Int?
  }

  private indirect enum Node {
    case set(ScalarSet)
    /// The alternatives, each a row of its own.
    case group([[Piece]])
  }

  private var pieces: [Piece] = []
  private var isAnchoredAtStart = false
  private var isAnchoredAtEnd = false

  /// Longer repetitions are not made up.
  private static let longest = 1_000

  /// Groups in groups in groups are not read, nor are texts that are longer than this held against groups: repetitions of
  /// repetitions look at a text that often.
  private static let deepest = 2
  private static let longestForGroups = 200

  /// Nothing for a pattern with anything else than sets, groups and repetitions.
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
      guard let piece = Self.piece(&rest, depth: 0) else { return nil }
      pieces.append(piece)
    }
  }

  // MARK: Reading

  private static func piece(_ rest: inout Substring.UnicodeScalarView, depth: Int) -> Piece? {
    let node: Node
    if rest.first == "(" {
      guard depth < deepest, let alternatives = group(&rest, depth: depth + 1) else { return nil }
      node = .group(alternatives)
    } else {
      guard let set = ScalarSet(reading: &rest) else { return nil }
      node = .set(set)
    }
    return times(&rest).map { Piece(node: node, minimum: $0.0, maximum: $0.1) }
  }

  private static func group(_ rest: inout Substring.UnicodeScalarView, depth: Int) -> [[Piece]]? {
    rest.removeFirst()
    if rest.first == "?" {
      guard rest.dropFirst().first == ":" else { return nil }
      rest.removeFirst(2)
    }
    var alternatives: [[Piece]] = [[]]
    while let first = rest.first {
      switch first {
      case ")":
        rest.removeFirst()
        return alternatives
      case "|":
        rest.removeFirst()
        alternatives.append([])
      default:
        guard let piece = piece(&rest, depth: depth) else { return nil }
        alternatives[alternatives.count - 1].append(piece)
      }
    }
    return nil
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

  // MARK: Matching

  /// Whether the pattern is found in a text; nothing where finding out takes too long.
  func matches(_ text: String) -> Bool? {
    let scalars = Array(text.unicodeScalars)
    let hasGroups = pieces.contains { if case .group = $0.node { true } else { false } }
    guard !hasGroups || scalars.count <= Self.longestForGroups else { return nil }
    var start = Places(repeating: !isAnchoredAtStart, count: scalars.count + 1)
    start[0] = true
    let reached = Self.reached(by: pieces, from: start, in: scalars)
    return isAnchoredAtEnd ? reached[scalars.count] : reached.contains(true)
  }

  /// The places between characters that may have been reached so far.
  private typealias Places = [Bool]

  private static func reached(by pieces: [Piece], from start: Places, in scalars: [Unicode.Scalar]) -> Places {
    pieces.reduce(start) { repeated($1, from: $0, in: scalars) }
  }

  private static func repeated(_ piece: Piece, from start: Places, in scalars: [Unicode.Scalar]) -> Places {
    var all = start
    for _ in 0..<piece.minimum {
      let next = once(piece.node, from: all, in: scalars)
      // Nothing is left, or empty matches change nothing any more.
      if next == all { break }
      all = next
    }
    var latest = all
    var count = piece.minimum
    while latest.contains(true), piece.maximum.map({ count < $0 }) ?? true {
      let next = once(piece.node, from: latest, in: scalars)
      for place in next.indices { latest[place] = next[place] && !all[place] }
      for place in next.indices where next[place] { all[place] = true }
      count += 1
    }
    return all
  }

  private static func once(_ node: Node, from start: Places, in scalars: [Unicode.Scalar]) -> Places {
    var next = Places(repeating: false, count: start.count)
    switch node {
    case .set(let set):
      for place in scalars.indices where start[place] && set.contains(scalars[place]) { next[place + 1] = true }
    case .group(let alternatives):
      for alternative in alternatives {
        let reached = reached(by: alternative, from: start, in: scalars)
        for place in reached.indices where reached[place] { next[place] = true }
      }
    }
    return next
  }

  // MARK: Examples

  /// Returns a text of at least that many code points that the pattern matches as a whole, if it has one that short.
  func example(minLength: Int) -> String? {
    guard var texts = Self.shortest(pieces) else { return nil }
    var missing = minLength - texts.reduce(0) { $0 + $1.unicodeScalars.count }
    for (index, piece) in pieces.enumerated() where missing > 0 {
      guard case .set(let set) = piece.node, let scalar = set.example else { continue }
      let more = min(missing, (piece.maximum ?? Self.longest) - piece.minimum)
      texts[index].unicodeScalars.append(contentsOf: repeatElement(scalar, count: more))
      missing -= more
    }
    if missing > 0, isAnchoredAtStart, isAnchoredAtEnd { return nil }
    return texts.joined() + String(repeating: "a", count: max(0, missing))
  }

  /// A text for each of a row's pieces, repeated no more than it must be.
  private static func shortest(_ pieces: [Piece]) -> [String]? {
    var texts: [String] = []
    for piece in pieces {
      guard piece.minimum > 0 else {
        texts.append("")
        continue
      }
      let text: String?
      switch piece.node {
      case .set(let set): text = set.example.map { String($0) }
      case .group(let alternatives): text = alternatives.lazy.compactMap { shortest($0)?.joined() }.first
      }
      guard let text, text.utf8.count * piece.minimum <= 4 * longest else { return nil }
      texts.append(String(repeating: text, count: piece.minimum))
    }
    return texts
  }
}
