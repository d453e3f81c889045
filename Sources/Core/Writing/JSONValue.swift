/// A JSON value whose members keep their order and whose numbers keep their digits.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One member of an object.
  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

/// A number by its literal, so that no digit is lost on the way from an input to an output (RFC 8259 §6).
public struct JSONNumber: Hashable, Sendable {
  /// The number as a JSON literal.
  public let literal: String

  /// Makes a number from a JSON literal; nothing where the text is none.
  public init?(literal: String) {
    guard Self.isLiteral(literal.utf8) else { return nil }
    self.literal = literal
  }

  public init(_ value: Int) { literal = String(value) }

  /// The value as an integer, where it is one that fits, also when written as `1e3` or `2.0`.
  public var int64: Int64? {
    if let exact = Int64(literal) { return exact }
    guard let double, double == double.rounded(), abs(double) < 9_007_199_254_740_992 else { return nil }
    return Int64(double)
  }

  /// The nearest double; nothing where it would be infinite.
  public var double: Double? { Double(literal).flatMap { $0.isFinite ? $0 : nil } }

  /// Whether the literal has neither fraction nor exponent.
  public var isIntegerLiteral: Bool { literal.utf8.allSatisfy { $0 != 0x2E && $0 | 0x20 != 0x65 } }

  private static func isLiteral(_ text: String.UTF8View) -> Bool {
    var rest = text[...]
    func digits(_ rest: inout Substring.UTF8View.SubSequence) -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let leadingZero = rest.first == 0x30
    let whole = digits(&rest)
    guard whole == 1 || whole > 1 && !leadingZero else { return false }
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      guard digits(&rest) > 0 else { return false }
    }
    if let mark = rest.first, mark | 0x20 == 0x65 {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }
}

extension JSONValue {
  /// The value of the first member of that name, where this is an object that has one.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  public var stringValue: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
}
