@testable import RustAxumAdapter

/// Pseudo-random Rust trees: the same seed gives the same tree, on any machine.
struct RandomRust: RandomNumberGenerator {
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

  mutating func many<Element>(_ range: ClosedRange<Int>, _ make: (inout RandomRust) -> Element) -> [Element] {
    (0..<number(range)).map { _ in make(&self) }
  }

  // MARK: Names and literals

  mutating func name() -> String {
    let length = chance(75) ? number(1...12) : number(13...40)
    var name = ""
    while name.utf8.count < length {
      let isGap = !name.isEmpty && name.utf8.last != 0x5F && chance(15)
      name += isGap ? "_" : String("abcdefghijklmnopqrstuvwxyz".randomElement(using: &self)!)
    }
    if name.hasSuffix("_") { name += "x" }
    return RustNames.keywords.contains(name) ? name + "q" : name
  }

  mutating func typeName() -> String {
    let text = name().split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return text == "Self" ? "Selfish" : text
  }

  mutating func literal() -> RustLiteral {
    switch number(0...6) {
    case 0: .integer(number(0...9))
    case 1: .integer(number(-99999...9_999_999))
    case 2: .integer(number(0...999), suffix: "i64")
    case 3: .bool(chance(50))
    case 4: .string(many(0...8) { $0.name() }.joined(separator: " "))
    case 5: .string(name() + "\"\\\n\té" + name())
    default: .string(name())
    }
  }

  mutating func path() -> RustPath {
    switch number(0...9) {
    case 0...5: return RustPath(RustSymbol(stringLiteral: name()))
    case 6: return RustPath(RustSymbol(stringLiteral: typeName()), rest: [.init(name())])
    case 7: return RustPath(RustSymbol(stringLiteral: typeName()), generics: [.type(type(1))], rest: [.init(name())])
    case 8: return RustPath(RustSymbol(.own, many(1...2) { $0.name() }, name(), style: .qualified))
    default:
      return RustPath(RustSymbol(stringLiteral: typeName()), rest: [.init(name(), generics: many(1...2) { .type($0.type(1)) })])
    }
  }

  // MARK: Types

  mutating func type(_ depth: Int) -> RustType {
    let symbol = RustSymbol(stringLiteral: chance(30) ? "i64" : typeName())
    guard depth > 0 else { return .path(RustPath(symbol)) }
    switch number(0...13) {
    case 0...4: return .path(RustPath(symbol))
    case 5, 6: return .path(RustPath(symbol, generics: many(1...3) { .type($0.type(depth - 1)) }))
    case 7: return .ref(type(depth - 1), lifetime: chance(40) ? "a" : nil)
    case 8: return .refMut(type(depth - 1))
    case 9: return .tuple(many(0...3) { $0.type(depth - 1) })
    case 10: return .slice(type(depth - 1))
    case 11: return chance(50) ? .slice("u8") : .function(many(0...3) { $0.type(depth - 1) }, chance(50) ? type(depth - 1) : nil)
    case 12 where chance(30): return chance(50) ? .option(.implTrait([bound()])) : .ref(.dynTrait([bound()]))
    case 12: return .path(RustPath(symbol, generics: [.lifetime("a"), .type(type(depth - 1))]))
    default: return .option(type(depth - 1))
    }
  }

  mutating func bound() -> RustBound {
    switch number(0...4) {
    case 0: .lifetime("static")
    case 1: .function("FnOnce", many(0...2) { $0.type(1) }, chance(50) ? .option(type(0)) : nil)
    case 2: .trait(RustPath("Into", generics: [.type(type(1))]))
    case 3: .trait(RustPath("Iterator", generics: [.binding("Item", type(1))]))
    default: .trait(RustPath(RustSymbol(stringLiteral: typeName())))
    }
  }

  mutating func generics() -> RustGenerics {
    guard chance(30) else { return [] }
    var parameters: [RustGenerics.Parameter] = chance(30) ? [.lifetime("a")] : []
    parameters += many(1...3) { .type($0.typeName(), bounds: $0.chance(60) ? $0.many(1...2) { $0.bound() } : []) }
    let predicates = chance(40) ? many(1...3) { RustGenerics.Predicate($0.type(1), $0.many(1...3) { $0.bound() }) } : []
    return RustGenerics(parameters, where: predicates)
  }

  // MARK: Patterns

  mutating func pattern(_ depth: Int, canFail: Bool = true) -> RustPattern {
    guard depth > 0 else { return chance(15) ? .wildcard : .binding(name(), isMutable: chance(15)) }
    switch number(0...10) {
    case 0...2: return .binding(name())
    case 3: return .tuple(many(2...4) { $0.pattern(depth - 1, canFail: canFail) })
    case 4, 5:
      return .tupleStruct(
        RustPath(RustSymbol(stringLiteral: typeName())), many(1...2) { $0.pattern(depth - 1, canFail: canFail) })
    case 6:
      return .structure(
        RustPath(RustSymbol(stringLiteral: typeName())),
        many(1...4) { .init($0.name(), $0.chance(30) ? $0.pattern(depth - 1, canFail: canFail) : nil) }, hasRest: chance(40))
    case 7 where canFail: return .path(RustPath(RustSymbol(stringLiteral: typeName()), rest: [.init(typeName())]))
    case 8 where canFail: return .literal(literal())
    case 9 where canFail: return .range(.integer(number(0...9)), .integer(number(10...99999)))
    default: return .reference(pattern(depth - 1, canFail: canFail))
    }
  }

  mutating func armPattern() -> RustPattern {
    chance(20) ? .alternatives(many(2...6) { $0.pattern(1) }) : pattern(2)
  }
}
