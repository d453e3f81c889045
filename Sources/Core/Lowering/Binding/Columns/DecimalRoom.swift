import SpecIR

/// How many digits before the point a column of decimals holds.
struct DecimalRoom {
  let digits: Int
  /// How many digits stand behind the point: a number is rounded to them before it is stored.
  let scale: Int
  /// Whether the column bounds what a decimal of the contract can be, which has at most 28 digits.
  let isStated: Bool

  /// The most digits that a decimal has in every stack: as many as always fit 96 bits, the least that a stack has.
  private static let mostDigits = 28

  /// Returns nothing for other columns, and for a scale that no migration means: negative, or greater than the precision.
  init?(_ type: ColumnType) {
    guard case .decimal(let precision, let scale) = type else { return nil }
    let behind = precision == nil ? 0 : scale ?? 0
    let room = precision.map { $0 - behind }
    guard behind >= 0, room ?? 0 >= 0 else { return nil }
    self.scale = behind
    digits = min(room ?? Self.mostDigits, Self.mostDigits)
    isStated = room.map { $0 <= Self.mostDigits } ?? false
  }
}
