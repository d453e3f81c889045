internal import SpecNaming

/// Gives models names that no two of them share, not even when only letters and digits count.
struct ModelNames {
  private var taken: Set<String> = []
  /// The number to try next for a name that is taken, so that many of the same name cost no more than different ones.
  private var nextNumber: [String: Int] = [:]

  /// Takes a name of the contract, which is unique already.
  mutating func reserve(_ name: String) { taken.insert(Self.key(name)) }

  /// Returns the name, or the name with the first number from 2 that makes it free.
  mutating func claim(_ name: String) -> String {
    if taken.insert(Self.key(name)).inserted { return name }
    let key = Self.key(name)
    var number = nextNumber[key] ?? 2
    defer { nextNumber[key] = number + 1 }
    while true {
      // A digit at the end would run together with the number.
      let candidate = name.last?.isNumber == true ? "\(name)_\(number)" : "\(name)\(number)"
      if taken.insert(Self.key(candidate)).inserted { return candidate }
      number += 1
    }
  }

  private static func key(_ name: String) -> String { Words(name).words.joined() }
}
