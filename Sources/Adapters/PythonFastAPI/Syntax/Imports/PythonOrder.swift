/// The order of names in imports: without case, numbers by value; where that decides nothing, with case.
///
/// Source: ruff's `isort` rules, which sort "naturally".
enum PythonOrder {
  static func precedes(_ first: String, _ second: String) -> Bool {
    let folded = compare(first.lowercased(), second.lowercased())
    return folded != 0 ? folded < 0 : compare(first, second) < 0
  }

  private static func compare(_ first: String, _ second: String) -> Int {
    var left = Substring(first).utf8
    var right = Substring(second).utf8
    while let one = left.first, let other = right.first {
      if isDigit(one), isDigit(other) {
        let a = left.prefix(while: isDigit).drop { $0 == 0x30 }
        let b = right.prefix(while: isDigit).drop { $0 == 0x30 }
        if a.count != b.count { return a.count - b.count }
        if !a.elementsEqual(b) { return a.lexicographicallyPrecedes(b) ? -1 : 1 }
        left = left.drop(while: isDigit)
        right = right.drop(while: isDigit)
        continue
      }
      if one != other { return Int(one) - Int(other) }
      left = left.dropFirst()
      right = right.dropFirst()
    }
    return left.count - right.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
