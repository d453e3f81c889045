import SpecIR
import SpecNaming

/// A parameter's name as a column's name with a word before or after it that says how to compare.
struct ComparisonWords {
  let column: Words
  let comparison: Filter.Comparison

  /// Returns every way to read the name, the longest word first: `price_min`, `max_price`, `created_after`, `status_in`.
  static func readings(of name: Words) -> [ComparisonWords] {
    let words = name.words
    guard words.count > 1 else { return [] }
    var found: [ComparisonWords] = []
    if let comparison = meaning(ofLast: words[words.count - 1]) {
      found.append(ComparisonWords(column: Words(words: words.dropLast()), comparison: comparison))
    }
    if let comparison = meaning(ofFirst: words[0]) {
      found.append(ComparisonWords(column: Words(words: Array(words.dropFirst())), comparison: comparison))
    }
    return found
  }

  private static func meaning(ofLast word: String) -> Filter.Comparison? {
    switch word {
    case "min", "minimum", "gte", "ge", "from", "since": .greaterOrEqual
    case "gt", "after", "above", "over": .greater
    case "max", "maximum", "lte", "le", "to", "until": .lessOrEqual
    case "lt", "before", "below", "under": .less
    case "ne", "neq", "not": .notEqual
    case "eq": .equal
    case "in", "any": .oneOf
    case "contains", "like", "search": .contains
    default: nil
    }
  }

  private static func meaning(ofFirst word: String) -> Filter.Comparison? {
    switch word {
    case "min", "minimum", "from", "since": .greaterOrEqual
    case "after": .greater
    case "max", "maximum", "to", "until": .lessOrEqual
    case "before": .less
    case "not", "exclude": .notEqual
    case "search": .contains
    default: nil
    }
  }
}

extension Filter.Comparison {
  /// Whether it needs values with an order.
  var isRange: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .equal, .notEqual, .oneOf, .contains: false
    }
  }
}
