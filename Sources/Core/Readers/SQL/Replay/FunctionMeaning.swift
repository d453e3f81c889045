internal import SpecIR

/// Functions, by what they compute.
extension ExpressionMeaning {
  mutating func call(
    _ name: String, _ arguments: [ExpressionSyntax], _ syntax: ExpressionSyntax
  ) throws(Opaque) -> SQLExpression {
    if let special = try special(name, arguments) { return special }
    let known = replay.dialect == .postgres ? Self.postgres : Self.sqlite
    guard let (function, counts) = known[name], counts.contains(arguments.count) else {
      throw Opaque(range: syntax.range, what: "function `\(name)` with \(arguments.count) arguments")
    }
    var values: [SQLExpression] = []
    for argument in arguments { values.append(try meaning(of: argument)) }
    if function == .length, values.first.flatMap({ type(of: $0) }) == .bytes { return .call(.byteLength, values) }
    return .call(function, values)
  }

  private static let postgres: [String: (SQLFunction, ClosedRange<Int>)] = [
    "length": (.length, 1...1), "char_length": (.length, 1...1), "character_length": (.length, 1...1),
    "octet_length": (.byteLength, 1...1), "lower": (.lower, 1...1), "upper": (.upper, 1...1), "btrim": (.trim, 1...1),
    "trim": (.trim, 1...1), "coalesce": (.coalesce, 1...64), "nullif": (.nullIf, 2...2), "abs": (.absolute, 1...1),
    "round": (.round, 1...2), "substr": (.substring, 2...3), "substring": (.substring, 2...3), "replace": (.replace, 3...3),
    "now": (.currentTimestamp, 0...0), "current_timestamp": (.currentTimestamp, 0...0),
    "transaction_timestamp": (.currentTimestamp, 0...0), "statement_timestamp": (.currentTimestamp, 0...0),
    "clock_timestamp": (.currentTimestamp, 0...0), "localtimestamp": (.currentTimestamp, 0...0),
    "current_date": (.currentDate, 0...0), "current_time": (.currentTime, 0...0), "localtime": (.currentTime, 0...0),
    "gen_random_uuid": (.randomUUID, 0...0), "uuid_generate_v4": (.randomUUID, 0...0), "cardinality": (.arrayLength, 1...1),
  ]

  private static let sqlite: [String: (SQLFunction, ClosedRange<Int>)] = [
    "length": (.length, 1...1), "lower": (.lower, 1...1), "upper": (.upper, 1...1), "trim": (.trim, 1...1),
    "coalesce": (.coalesce, 2...64), "ifnull": (.coalesce, 2...2), "nullif": (.nullIf, 2...2), "abs": (.absolute, 1...1),
    "round": (.round, 1...2), "substr": (.substring, 2...3), "substring": (.substring, 2...3), "replace": (.replace, 3...3),
    "current_timestamp": (.currentTimestamp, 0...0), "current_date": (.currentDate, 0...0),
    "current_time": (.currentTime, 0...0), "json_valid": (.isJSON, 1...1), "unixepoch": (.currentEpochSeconds, 0...0),
  ]

  /// Calls whose meaning hangs on what their arguments say.
  private mutating func special(_ name: String, _ arguments: [ExpressionSyntax]) throws(Opaque) -> SQLExpression? {
    switch (replay.dialect, name) {
    case (.sqlite, "datetime"), (.sqlite, "date"), (.sqlite, "time"), (.sqlite, "unixepoch"):
      guard arguments.count == 1, Self.isNow(arguments[0]) else { return nil }
      let functions: [String: SQLFunction] = ["datetime": .currentTimestamp, "date": .currentDate, "time": .currentTime]
      return .call(functions[name] ?? .currentEpochSeconds, [])
    case (.sqlite, "strftime"):
      guard arguments.count == 2, Self.isNow(arguments[1]), case .string(let format) = arguments[0].kind else { return nil }
      return TimeFormat.meaning(of: format).map { .call($0, []) }
    case (.sqlite, "iif"):
      guard arguments.count == 3 else { return nil }
      let branch = SQLExpression.Branch(when: try meaning(of: arguments[0]), then: try meaning(of: arguments[1]))
      return .conditional([branch], otherwise: try meaning(of: arguments[2]))
    case (.sqlite, "lower"):
      guard arguments.count == 1, let count = RandomText.hexBytes(arguments[0]) else { return nil }
      return .call(.randomHex, [.literal(.number(String(count)))])
    case (.postgres, "timezone"):
      guard arguments.count == 2 else { return nil }
      let value = try meaning(of: arguments[1])
      return value == .call(.currentTimestamp, []) ? value : nil
    case (.postgres, "array_length"):
      guard arguments.count == 2, case .number("1") = arguments[1].kind else { return nil }
      // `array_length` of an empty array is NULL.
      return .call(.nullIf, [.call(.arrayLength, [try meaning(of: arguments[0])]), .literal(.number("0"))])
    default: return nil
    }
  }

  private static func isNow(_ argument: ExpressionSyntax) -> Bool {
    guard case .string(let text) = argument.kind else { return false }
    return text.lowercased() == "now"
  }
}

/// What a format of SQLite's `strftime` writes of the current time.
enum TimeFormat {
  static func meaning(of format: String) -> SQLFunction? {
    switch format {
    case "%s": return .currentEpochSeconds
    case "%Y-%m-%d", "%F": return .currentDate
    case "%H:%M:%S", "%T": return .currentTime
    default: break
    }
    let dates = ["%Y-%m-%d", "%F"]
    let times = ["%H:%M:%f", "%H:%M:%f000", "%H:%M:%S", "%T"]
    for date in dates {
      for time in times {
        for separator in ["T", " "] {
          for zone in ["Z", "", "+00:00"] where format == date + separator + time + zone { return .currentTimestamp }
        }
      }
    }
    return nil
  }
}

/// The ways in which SQLite's users write random ids.
enum RandomText {
  /// Returns the count of bytes of `hex(randomblob(n))`.
  static func hexBytes(_ expression: ExpressionSyntax) -> Int? {
    guard case .call("hex", let outer, _) = expression.kind, outer.count == 1,
      case .call("randomblob", let inner, _) = outer[0].kind,
      inner.count == 1, case .number(let digits) = inner[0].kind
    else { return nil }
    return Int(digits).flatMap { (1...1024).contains($0) ? $0 : nil }
  }

  /// Whether a concatenation writes a version 4 UUID: random pieces with `-`, `-4`, `-` and `-` between them.
  static func isUUID(_ expression: ExpressionSyntax) -> Bool {
    var marks = ""
    for part in parts(of: expression) {
      if case .string(let text) = part.kind { marks += text } else if isRandom(part) { marks += "?" } else { return false }
    }
    return ["?-?-4?-??-?", "?-?-4?-?-?"].contains(marks)
  }

  private static func parts(of expression: ExpressionSyntax) -> [ExpressionSyntax] {
    var parts: [ExpressionSyntax] = []
    var rest = expression
    while case .infix("||", let left, let right) = rest.kind {
      parts.append(right)
      rest = left
    }
    parts.append(rest)
    return parts.reversed()
  }

  private static func isRandom(_ expression: ExpressionSyntax) -> Bool {
    if case .call(let name, _, _) = expression.kind, name == "randomblob" || name == "random" { return true }
    return expression.children.contains(where: isRandom)
  }
}
