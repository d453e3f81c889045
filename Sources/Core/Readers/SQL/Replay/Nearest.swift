/// Finds the name that was probably meant.
enum Nearest {
  /// Returns the first name at most two edits away, a third of its length or less; nothing where none is near.
  static func name(to wanted: String, among names: [String]) -> String? {
    let wanted = Array(wanted.lowercased().unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for name in names {
      let letters = Array(name.lowercased().unicodeScalars.prefix(64))
      let distance = distance(wanted, letters)
      if distance <= min(2, max(1, letters.count / 3)), distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// The Levenshtein distance.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
