/// Finds what a misspelt word was probably meant to be.
package enum Suggestion {
  /// Returns the candidate that is least different from a word, if it is near enough to be worth asking about; the first of several.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(longest))
    // A third of the letters may differ: `requried`, `Custmer`; a word of three letters may miss one.
    let bound = max(1, wanted.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(longest))
      let limit = min(bound, (best?.distance ?? bound + 1) - 1)
      guard limit >= 0, abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Beyond this, names are compared by their beginnings only.
  private static let longest = 64

  /// The number of letters to insert, remove, replace or swap with their neighbour (optimal string alignment).
  private static func distance(_ lhs: [Unicode.Scalar], _ rhs: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...rhs.count)
    for row in lhs.indices {
      var current = [row + 1]
      for column in rhs.indices {
        let isSame = lhs[row] == rhs[column]
        var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, lhs[row] == rhs[column - 1], lhs[row - 1] == rhs[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[rhs.count]
  }
}
