import SpecWriting

extension PythonExpr {
  package static let none = PythonExpr(.constant("None"))
  package static let ellipsis = PythonExpr(.constant("..."))

  package static func bool(_ value: Bool) -> Self { PythonExpr(.constant(value ? "True" : "False")) }

  /// A symbol, written as its style says: `Depends`, or `asyncio.timeout`.
  package static func name(_ symbol: PythonSymbol) -> Self {
    guard symbol.style == .qualified else { return PythonExpr(.name(symbol)) }
    return PythonExpr(.attribute(.name(symbol.itsModule), symbol.name))
  }

  /// A string of any text. A long one is written as several literals side by side.
  package static func string(_ text: String) -> Self { PythonExpr(.string(PythonString(text))) }

  /// A string that stays one literal however long it is, for where several would read as several items.
  package static func word(_ text: String) -> Self { PythonExpr(.string(PythonString(word: text))) }

  /// A string with backslashes, such as a pattern: `r"…"` where that can say it.
  package static func pattern(_ text: String) -> Self {
    PythonString(raw: text).map { PythonExpr(.string($0)) } ?? .string(text)
  }

  package static func bytes(_ bytes: [UInt8]) -> Self { PythonExpr(.string(PythonString(bytes: bytes))) }

  /// An integer of any size, with digit groups from five digits on.
  package static func integer(_ value: some BinaryInteger) -> Self {
    .signed(String(value.magnitude), isNegative: value < 0)
  }

  /// An integer of decimal digits, with a sign or without.
  package static func integer(digits: String) -> Self? {
    let isNegative = digits.hasPrefix("-")
    let magnitude = digits.dropFirst(isNegative ? 1 : 0)
    guard !magnitude.isEmpty, magnitude.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    let kept = magnitude.drop { $0 == "0" }
    return .signed(kept.isEmpty ? "0" : String(kept), isNegative: isNegative && !kept.isEmpty)
  }

  /// A float; infinities and not-a-number have no literal: `float("inf")`.
  package static func float(_ value: Double) -> Self {
    guard value.isFinite else {
      return .call("float", [.positional(.string(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"))])
    }
    let text = String("\(value.magnitude)".filter { $0 != "+" })
    let number = PythonExpr(.number(text))
    return value.sign == .minus ? PythonExpr(.unary(.minus, number)) : number
  }

  private static func signed(_ digits: String, isNegative: Bool) -> Self {
    let number = PythonExpr(.number(LiteralText.grouped(digits)))
    return isNegative ? PythonExpr(.unary(.minus, number)) : number
  }

  // MARK: Paths and calls

  /// `self.name`
  package func attribute(_ name: String) -> Self { PythonExpr(.attribute(self, name)) }

  /// `self(…)`
  package func callAsFunction(_ arguments: PythonArgument...) -> Self { PythonExpr(.call(self, arguments)) }

  /// `self(…)`
  package func called(_ arguments: [PythonArgument]) -> Self { PythonExpr(.call(self, arguments)) }

  /// `symbol(…)`
  package static func call(_ symbol: PythonSymbol, _ arguments: [PythonArgument] = []) -> Self {
    PythonExpr(.call(.name(symbol), arguments))
  }

  /// `self.name(…)`
  package func call(_ name: String, _ arguments: [PythonArgument] = []) -> Self { attribute(name).called(arguments) }

  /// `self[…]`; several items are a tuple without parentheses.
  package func index(_ items: PythonExpr...) -> Self { PythonExpr(.subscript(self, items)) }
  package func index(_ items: [PythonExpr]) -> Self { PythonExpr(.subscript(self, items)) }

  /// `symbol[…]`: a generic type.
  package static func generic(_ symbol: PythonSymbol, _ items: [PythonExpr]) -> Self { .name(symbol).index(items) }

  /// `one | two | None`
  package static func union(_ types: [PythonExpr]) -> Self {
    guard let first = types.first else { return .none }
    return types.dropFirst().reduce(first) { $0.binary(.bitOr, $1) }
  }

  /// `"self"`: a type that names what the file declares later.
  package var quoted: Self { if case .quoted = kind { self } else { PythonExpr(.quoted(self)) } }

  /// `self | None`
  package var optional: Self { binary(.bitOr, .none) }

  // MARK: Displays

  package static func list(_ items: [PythonExpr]) -> Self { PythonExpr(.list(items)) }
  package static func tuple(_ items: [PythonExpr]) -> Self { PythonExpr(.tuple(items)) }
  /// A set; `set()` where it is empty.
  package static func set(_ items: [PythonExpr]) -> Self { items.isEmpty ? .call("set") : PythonExpr(.set(items)) }
  package static func dict(_ entries: [PythonEntry]) -> Self { PythonExpr(.dict(entries)) }
  package static func dict(_ entries: [(String, PythonExpr)]) -> Self { .dict(entries.map { PythonEntry(.string($0), $1) }) }

  package static func comprehension(
    _ kind: PythonComprehension.Kind, _ element: PythonExpr, for target: PythonExpr, in values: PythonExpr,
    if conditions: [PythonExpr] = [], isAsync: Bool = false
  ) -> Self {
    PythonExpr(
      .comprehension(PythonComprehension(kind, element, [.init(target, in: values, if: conditions, isAsync: isAsync)])))
  }

  package static func lambda(_ parameters: PythonParameters = [], _ body: PythonExpr) -> Self {
    PythonExpr(.lambda(parameters, body))
  }

  // MARK: Operators

  package func binary(_ op: PythonBinary, _ other: PythonExpr) -> Self { PythonExpr(.binary(self, op, other)) }
  package func compare(_ op: PythonComparator, _ other: PythonExpr) -> Self {
    PythonExpr(.compare(self, [PythonComparison(op, other)]))
  }
  package static func not(_ value: PythonExpr) -> Self { PythonExpr(.unary(.not, value)) }
  package static func minus(_ value: PythonExpr) -> Self { PythonExpr(.unary(.minus, value)) }

  /// `a and b and c`; the one value where there is one, `True` where there is none.
  package static func all(_ values: [PythonExpr]) -> Self { joined(.and, values, empty: .bool(true)) }
  /// `a or b or c`; the one value where there is one, `False` where there is none.
  package static func any(_ values: [PythonExpr]) -> Self { joined(.or, values, empty: .bool(false)) }

  private static func joined(_ op: PythonBoolean, _ values: [PythonExpr], empty: PythonExpr) -> Self {
    guard let first = values.first else { return empty }
    return values.count == 1 ? first : PythonExpr(.boolean(op, values))
  }

  package static func conditional(_ value: PythonExpr, if test: PythonExpr, else otherwise: PythonExpr) -> Self {
    PythonExpr(.conditional(value, if: test, else: otherwise))
  }

  package var await: Self { PythonExpr(.await(self)) }
  package var starred: Self { PythonExpr(.starred(self)) }
  package static func walrus(_ name: String, _ value: PythonExpr) -> Self { PythonExpr(.walrus(name, value)) }
}

extension PythonExpr: ExpressibleByStringLiteral {
  /// A name that is in scope, with attributes: `"self.users"`. Only for names that we choose; names of an input come through
  /// `PythonNames`.
  package init(stringLiteral path: String) {
    var parts = path.split(separator: ".").map(String.init)
    let first = parts.isEmpty ? "_" : parts.removeFirst()
    self = parts.reduce(PythonExpr(.name(PythonSymbol(stringLiteral: first)))) { $0.attribute($1) }
  }
}
