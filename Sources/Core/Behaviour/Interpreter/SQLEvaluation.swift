import SpecWriting

/// Evaluates an SQL expression over one row, with three truth values: nothing is NULL, and unknown.
///
/// What has no neutral meaning is unknown too, so that a check which cannot be evaluated is met.
struct SQLEvaluation {
  /// The columns' names, one for each value of the row.
  let names: [String]
  let row: [JSONValue?]
  let now: String

  func value(of expression: SQLExpression) -> JSONValue? {
    switch expression {
    case .literal(let literal): return Self.value(of: literal)
    case .column(let name): return names.firstIndex(of: name).flatMap { row[$0] }
    case .not(let inner): return truth(inner).map { .bool(!$0) }
    case .negate(let inner): return number(inner).flatMap { Self.number(-$0) }
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    case .isNull(let inner, let negated): return .bool((value(of: inner) == nil) != negated)
    case .inList(let inner, let items, let negated): return contained(inner, items).map { .bool($0 != negated) }
    case .between(let inner, let low, let high, let negated):
      guard let value = value(of: inner), let low = self.value(of: low), let high = self.value(of: high),
        let first = Comparison.order(low, value), let second = Comparison.order(value, high)
      else { return nil }
      return .bool((first <= 0 && second <= 0) != negated)
    case .like(let inner, let pattern, let isCaseSensitive, let negated):
      guard let text = text(inner), let pattern = self.text(pattern) else { return nil }
      return .bool(Wildcard(pattern, any: "%", one: "_", isCaseSensitive: isCaseSensitive).matches(text) != negated)
    case .glob(let inner, let pattern, let negated):
      guard let text = text(inner), let pattern = self.text(pattern), !pattern.contains("[") else { return nil }
      return .bool(Wildcard(pattern, any: "*", one: "?", isCaseSensitive: true).matches(text) != negated)
    case .matches(let inner, let pattern, let isCaseSensitive, let negated):
      guard let text = text(inner), let pattern = self.text(pattern), let regex = try? Regex(pattern) else { return nil }
      return .bool((text.firstMatch(of: isCaseSensitive ? regex : regex.ignoresCase()) != nil) != negated)
    case .cast(let inner, let type): return cast(inner, to: type)
    case .call(let function, let arguments): return call(function, arguments)
    case .conditional(let branches, let otherwise):
      for branch in branches where truth(branch.condition) == true { return value(of: branch.value) }
      return otherwise.flatMap { value(of: $0) }
    case .verbatim: return nil
    }
  }

  static func value(of literal: SQLLiteral) -> JSONValue? {
    switch literal {
    case .null: return nil
    case .boolean(let flag): return .bool(flag)
    case .number(let digits): return JSONNumber(literal: digits).map { .number($0) }
    case .string(let text): return .string(text)
    case .bytes: return nil
    }
  }

  private func truth(_ expression: SQLExpression) -> Bool? {
    switch value(of: expression) {
    case .bool(let flag): flag
    case .number(let number): number.double.map { $0 != 0 }
    case nil, .null, .string, .array, .object: nil
    }
  }

  private func number(_ expression: SQLExpression) -> Double? {
    guard case .number(let number)? = value(of: expression) else { return nil }
    return number.double
  }

  private func text(_ expression: SQLExpression) -> String? { value(of: expression)?.stringValue }

  private static func number(_ value: Double) -> JSONValue? {
    guard value.isFinite else { return nil }
    if let whole = Int(exactly: value) { return .number(JSONNumber(whole)) }
    return JSONNumber(literal: "\(value)").map { .number($0) }
  }

  private func binary(_ operation: SQLOperator, _ left: SQLExpression, _ right: SQLExpression) -> JSONValue? {
    switch operation {
    case .and:
      let (first, second) = (truth(left), truth(right))
      return first == false || second == false ? false : first == nil || second == nil ? nil : true
    case .or:
      let (first, second) = (truth(left), truth(right))
      return first == true || second == true ? true : first == nil || second == nil ? nil : false
    case .isNotDistinct, .isDistinct:
      let (first, second) = (value(of: left), value(of: right))
      let same = first == nil || second == nil ? first == nil && second == nil : order(left, right) == 0
      return .bool(same == (operation == .isNotDistinct))
    case .equal: return order(left, right).map { .bool($0 == 0) }
    case .notEqual: return order(left, right).map { .bool($0 != 0) }
    case .less: return order(left, right).map { .bool($0 < 0) }
    case .lessOrEqual: return order(left, right).map { .bool($0 <= 0) }
    case .greater: return order(left, right).map { .bool($0 > 0) }
    case .greaterOrEqual: return order(left, right).map { .bool($0 >= 0) }
    case .add: return arithmetic(left, right, +)
    case .subtract: return arithmetic(left, right, -)
    case .multiply: return arithmetic(left, right, *)
    case .divide:
      return divided(left, right) {
        ($0 / $1).rounded(.towardZero)
      } fraction: {
        $0 / $1
      }
    case .remainder:
      return divided(left, right) {
        $0.truncatingRemainder(dividingBy: $1)
      } fraction: {
        $0.truncatingRemainder(dividingBy: $1)
      }
    case .concatenate:
      guard let left = text(left), let right = text(right) else { return nil }
      return .string(left + right)
    }
  }

  /// Times compare as times where both sides are times, also where one is written without zone.
  private func order(_ left: SQLExpression, _ right: SQLExpression) -> Int? {
    guard let left = value(of: left), let right = value(of: right) else { return nil }
    if let first = left.stringValue.flatMap(Timestamp.init), let second = right.stringValue.flatMap(Timestamp.init) {
      return first == second ? 0 : first < second ? -1 : 1
    }
    return Comparison.order(left, right)
  }

  private func arithmetic(_ left: SQLExpression, _ right: SQLExpression, _ operation: (Double, Double) -> Double) -> JSONValue? {
    guard let left = number(left), let right = number(right) else { return nil }
    return Self.number(operation(left, right))
  }

  /// Integers divide to integers.
  private func divided(
    _ left: SQLExpression, _ right: SQLExpression, whole: (Double, Double) -> Double, fraction: (Double, Double) -> Double
  ) -> JSONValue? {
    guard let first = number(left), let second = number(right), second != 0 else { return nil }
    let isWhole = first == first.rounded() && second == second.rounded()
    return Self.number(isWhole ? whole(first, second) : fraction(first, second))
  }

  /// Not found among values of which one is NULL is unknown.
  private func contained(_ inner: SQLExpression, _ items: [SQLExpression]) -> Bool? {
    guard value(of: inner) != nil else { return nil }
    var isUnknown = false
    for item in items {
      guard value(of: item) != nil else {
        isUnknown = true
        continue
      }
      if order(inner, item) == 0 { return true }
    }
    return isUnknown ? nil : false
  }

  private func cast(_ inner: SQLExpression, to type: ColumnType) -> JSONValue? {
    guard let value = value(of: inner) else { return nil }
    switch (type, value) {
    case (.text, .number(let number)): return .string(number.literal)
    case (.int16, .string(let text)), (.int32, .string(let text)), (.int64, .string(let text)), (.double, .string(let text)),
      (.decimal, .string(let text)):
      return JSONNumber(literal: text).map { .number($0) }
    case (.int16, .number(let number)), (.int32, .number(let number)), (.int64, .number(let number)):
      return number.double.flatMap { Self.number($0.rounded()) }
    default: return value
    }
  }

  private func call(_ function: SQLFunction, _ arguments: [SQLExpression]) -> JSONValue? {
    func text(_ index: Int) -> String? { arguments.indices.contains(index) ? self.text(arguments[index]) : nil }
    func number(_ index: Int) -> Double? { arguments.indices.contains(index) ? self.number(arguments[index]) : nil }
    switch function {
    case .length: return text(0).map { .number(JSONNumber($0.unicodeScalars.count)) }
    case .byteLength: return text(0).map { .number(JSONNumber($0.utf8.count)) }
    case .lower: return text(0).map { .string($0.lowercased()) }
    case .upper: return text(0).map { .string($0.uppercased()) }
    case .trim: return text(0).map { .string(Self.trimmed($0)) }
    case .coalesce: return arguments.lazy.compactMap { value(of: $0) }.first
    case .nullIf:
      return arguments.count == 2 && order(arguments[0], arguments[1]) == 0 ? nil : arguments.first.flatMap { value(of: $0) }
    case .absolute: return number(0).flatMap { Self.number(abs($0)) }
    case .round:
      guard let value = number(0) else { return nil }
      let scale = (0..<Int(number(1) ?? 0).clamped(to: 0...15)).reduce(1.0) { scale, _ in scale * 10 }
      return Self.number((value * scale).rounded(.toNearestOrAwayFromZero) / scale)
    case .substring:
      guard let text = text(0), let start = number(1) else { return nil }
      let scalars = Array(text.unicodeScalars)
      let first = Int(start.clamped(to: -1e9...1e9)) - 1
      let end = first + Int((number(2) ?? 1e9).clamped(to: 0...1e9))
      var found = String.UnicodeScalarView()
      found.append(contentsOf: scalars.enumerated().filter { $0.offset >= first && $0.offset < end }.map(\.element))
      return .string(String(found))
    case .replace:
      guard let whole = text(0), let part = text(1), let other = text(2) else { return nil }
      return .string(part.isEmpty ? whole : whole.replacing(part, with: other))
    case .currentTimestamp: return .string(now)
    case .currentDate: return .string(String(now.prefix(10)))
    case .currentTime: return .string(String(now.dropFirst(11).prefix(8)))
    case .currentEpochSeconds: return Timestamp(now).flatMap { Self.number(Double($0.microseconds / 1_000_000)) }
    case .isJSON, .randomUUID, .randomHex: return nil
    case .arrayLength:
      guard let first = arguments.first, case .array(let items)? = value(of: first) else { return nil }
      return .number(JSONNumber(items.count))
    }
  }

  private static func trimmed(_ text: String) -> String {
    let rest = text.drop { $0 == " " }
    return String(rest.reversed().drop { $0 == " " }.reversed())
  }
}

extension Comparable {
  fileprivate func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
