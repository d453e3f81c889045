/// In which order random ids come.
package enum IdentifierOrder: Sendable {
  /// Each behind the one before.
  case rising
  /// Each before the one before: no two are in the order in which they rise.
  case falling
  /// Neither: those in the middle are others.
  case scattered

  /// Where the id that is made as the so many-th stands among all of them.
  func position(_ number: Int64) -> Int64 {
    let all = Int64(UInt32.max) + 1
    return switch self {
    case .rising: number
    case .falling: all - number
    // Multiplicative hashing (Knuth, "The Art of Computer Programming", volume 3, section 6.4).
    case .scattered: number &* 2_654_435_761 & (all - 1)
    }
  }
}
