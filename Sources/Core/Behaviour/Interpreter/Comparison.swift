import SpecWriting

/// Compares values as the databases are made to: numbers by value, texts by code point, false before true.
enum Comparison {
  /// Negative, zero or positive; nothing where values of two kinds meet.
  static func order(_ left: JSONValue, _ right: JSONValue) -> Int? {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      if let left = left.int64, let right = right.int64 { return sign(left < right, left == right) }
      guard let left = left.double, let right = right.double else { return nil }
      return sign(left < right, left == right)
    case (.string(let left), .string(let right)):
      return sign(
        left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars),
        left.unicodeScalars.elementsEqual(right.unicodeScalars))
    case (.bool(let left), .bool(let right)): return sign(!left && right, left == right)
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): return left == right ? 0 : nil
    }
  }

  static func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool { order(left, right) == 0 }

  private static func sign(_ isLess: Bool, _ isEqual: Bool) -> Int { isEqual ? 0 : isLess ? -1 : 1 }
}
