/// The order of names in style edition 2024: numbers by value, `_` before all, else by code point.
///
/// Source: the Rust style guide, "Sorting".
package enum RustOrder {
  private enum Chunk: Equatable {
    case underscore
    case text(String)
    /// A number: its digits without leading zeros, how many zeros lead, and the text.
    case number(String, zeros: Int, String)
  }

  package static func precedes(_ first: String, _ second: String) -> Bool { compare(first, second) < 0 }

  /// Returns a negative number, zero or a positive one.
  package static func compare(_ first: String, _ second: String) -> Int {
    let left = chunks(of: first)
    let right = chunks(of: second)
    var zeros = 0
    for (one, other) in zip(left, right) {
      switch (one, other) {
      case (.underscore, .underscore): continue
      case (.underscore, _): return -1
      case (_, .underscore): return 1
      case (.number(let a, let zerosA, _), .number(let b, let zerosB, _)):
        if a.utf8.count != b.utf8.count { return a.utf8.count - b.utf8.count }
        if a != b { return less(a, b) ? -1 : 1 }
        if zeros == 0 { zeros = zerosB - zerosA }
      case (.text(let a), .text(let b)), (.text(let a), .number(_, _, let b)), (.number(_, _, let a), .text(let b)):
        if a != b { return less(a, b) ? -1 : 1 }
      }
    }
    return left.count != right.count ? left.count - right.count : zeros
  }

  private static func less(_ first: String, _ second: String) -> Bool { first.utf8.lexicographicallyPrecedes(second.utf8) }

  private static func chunks(of name: String) -> [Chunk] {
    var chunks: [Chunk] = []
    var rest = Substring(RustNames.unescaped(name))
    while let first = rest.first {
      if first == "_" {
        chunks.append(.underscore)
        rest.removeFirst()
        continue
      }
      let isNumber = isDigit(first)
      let chunk = rest.prefix { $0 != "_" && isDigit($0) == isNumber }
      rest = rest.dropFirst(chunk.count)
      if isNumber {
        let digits = chunk.drop { $0 == "0" }
        chunks.append(.number(String(digits), zeros: chunk.count - digits.count, String(chunk)))
      } else {
        chunks.append(.text(String(chunk)))
      }
    }
    return chunks
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
