/// Finds what a misspelt word was probably meant to be.
package enum Suggestion {
  /// Returns the candidate that is least different from a word, if it is near enough to be worth asking about; the first of
  /// several.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = letters(word)
    // A third of the letters may differ: `requried`, `Custmer`; a word of three letters may miss one.
    var limit = max(1, wanted.count / 3)
    var best: String?
    for candidate in candidates.prefix(most) where candidate != word {
      guard abs(candidate.utf8.count - word.utf8.count) <= limit || wanted.count == longest else { continue }
      guard let distance = distance(wanted, letters(candidate), limit: limit) else { continue }
      best = candidate
      // Only a better one is of interest now.
      limit = distance - 1
      if limit < 0 { break }
    }
    return best
  }

  /// More candidates than anybody writes by hand are not all looked at.
  private static let most = 2000
  /// Beyond this many bytes, words are compared by their beginnings only.
  private static let longest = 64

  private static func letters(_ word: String) -> [UInt8] {
    word.utf8.prefix(longest).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The number of letters to insert, remove, replace or swap with their neighbour (optimal string alignment), if within a limit.
  private static func distance(_ lhs: [UInt8], _ rhs: [UInt8], limit: Int) -> Int? {
    var beforeLast = [Int](repeating: 0, count: rhs.count + 1)
    var last = Array(0...rhs.count)
    var current = beforeLast
    for row in lhs.indices {
      current[0] = row + 1
      for column in rhs.indices {
        let change = lhs[row] == rhs[column] ? 0 : 1
        var cost = min(last[column] + change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, lhs[row] == rhs[column - 1], lhs[row - 1] == rhs[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      // No later row can be less than the least of two neighbours.
      if min(current.min() ?? 0, last.min() ?? 0) > limit { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[rhs.count] <= limit ? last[rhs.count] : nil
  }
}
