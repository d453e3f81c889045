import PythonFastAPIAdapter
import SpecNaming

/// Pseudo-random Python trees: the same seed gives the same tree, on any machine.
struct RandomPython: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    for _ in 0..<4 { state = next() &* 0xD129_8A2C_3A7F_4B21 &+ seed }
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func many<Element>(_ range: ClosedRange<Int>, _ make: (inout RandomPython) -> Element) -> [Element] {
    (0..<number(range)).map { _ in make(&self) }
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(0...(choices.count - 1))] }

  // MARK: Names and literals

  mutating func name() -> String {
    let length = chance(75) ? number(1...12) : number(13...40)
    var name = ""
    while name.utf8.count < length {
      let isGap = !name.isEmpty && name.utf8.last != 0x5F && chance(15)
      name += isGap ? "_" : String(pick(Array("abcdefghijklmnopqrstuvwxyz")))
    }
    return PythonNames.reserved.escape(name.hasSuffix("_") ? name + "x" : name)
  }

  mutating func typeName() -> String { PythonNames.type(name()) }

  mutating func symbol() -> PythonSymbol {
    switch number(0...11) {
    case 0: .std(pick(["typing", "collections.abc", "datetime"]), typeName())
    case 1: .of("lib", pick(["lib", "lib.module2", "lib.module10", "other"]), chance(50) ? typeName() : name())
    case 2: .own(pick(["shop.models", "shop.errors"]), chance(30) ? name().uppercased() : typeName())
    case 3: PythonSymbol.std(pick(["asyncio", "json"]), name()).qualified()
    case 4: PythonSymbol.of("sqlalchemy", "sqlalchemy", name()).qualified(as: "sa")
    default: PythonSymbol(stringLiteral: name())
    }
  }

  mutating func sentence(_ words: ClosedRange<Int>) -> String { many(words) { $0.name() }.joined(separator: " ") }

  mutating func text() -> String {
    switch number(0...9) {
    case 0: sentence(0...25)
    case 1: name() + "\"" + name() + "\\\n\té\u{202E}\0" + name()
    case 2: "it's " + sentence(0...3)
    case 3: "\"" + name() + "\""
    case 4: name() + "{" + name() + "}"
    default: chance(50) ? name() : sentence(1...4)
    }
  }

  mutating func literal() -> PythonExpr {
    switch number(0...10) {
    case 0: .integer(number(0...9))
    case 1: .integer(number(-99_999...9_999_999))
    case 2: .float(Double(number(-9_999...9_999)) / 8)
    case 3: .bool(chance(50))
    case 4: .none
    case 5: .bytes(Array(name().utf8) + [0, 34, 200])
    case 6: .pattern("^\\d+" + name() + (chance(20) ? "\"'" : "$"))
    default: .string(text())
    }
  }
}
