@testable import RustAxumAdapter

extension RandomRust {
  mutating func visibility() -> RustVisibility { [.inherited, .public, .crate].randomElement(using: &self)! }

  mutating func documentation() -> String? {
    chance(40) ? many(1...25) { $0.name() }.joined(separator: " ") : nil
  }

  mutating func attributes() -> [RustAttribute] {
    var all: [RustAttribute] = []
    if chance(30) { all.append(.derive(many(1...8) { RustPath(RustSymbol(stringLiteral: $0.typeName())) })) }
    if chance(30) {
      all.append(.serde(many(1...4) { $0.chance(50) ? .word($0.name()) : .string($0.name(), $0.name()) }))
    }
    if chance(10) { all.append(RustAttribute("doc", .list([.list("cfg", [.string(name(), name()), .word(name())])]))) }
    if chance(10) { all.append(RustAttribute(name())) }
    return all
  }

  mutating func function(_ depth: Int, isMethod: Bool = false) -> RustFunction {
    RustFunction(
      name(), generics: generics(), receiver: isMethod ? [.ref, .refMut, .value].randomElement(using: &self)! : nil,
      many(0...5) { .init($0.pattern(1, canFail: false), $0.type(2)) }, returns: chance(60) ? type(2) : nil, visibility(),
      isAsync: chance(40), documentation: documentation(), attributes: chance(10) ? [.tokioTest] : [], body: block(depth))
  }

  mutating func fields() -> [RustField] {
    many(0...5) {
      RustField($0.name(), $0.type(3), $0.visibility(), documentation: $0.documentation(), attributes: $0.attributes())
    }
  }

  mutating func tupleFields() -> [RustField] { many(0...4) { RustField($0.type(2), $0.visibility()) } }

  mutating func item(_ depth: Int) -> RustItem {
    switch number(0...13) {
    case 0...4: return .function(function(depth))
    case 5:
      let shape: RustFields = chance(70) ? .named(fields()) : chance(70) ? .tuple(tupleFields()) : .unit
      return .structure(
        RustStruct(
          typeName(), generics: generics(), shape, visibility(), documentation: documentation(), attributes: attributes()))
    case 6: return .enumeration(enumeration())
    case 7:
      return .constant(
        RustConstant(
          name().uppercased(), type(2), expr(1), visibility(), documentation: documentation(), isStatic: chance(30)))
    case 8: return .alias(RustAlias(typeName(), type(3), visibility(), documentation: documentation()))
    case 9, 10:
      return .implementation(
        RustImpl(
          generics: generics(), chance(50) ? traitPath() : nil,
          for: type(2), many(0...2) { .function($0.function(1, isMethod: true)) }))
    case 11:
      return .trait(
        RustTrait(
          typeName(), generics: generics(), bounds: many(0...2) { $0.bound() }, visibility(), documentation: documentation(),
          many(0...2) { random in
            var function = random.function(0, isMethod: true)
            function.visibility = .inherited
            if random.chance(60) { function.body = nil }
            return .function(function)
          }))
    case 12:
      let leaves = many(1...8) { RustUse.Leaf.name($0.chance(50) ? $0.name() : $0.typeName()) }
      return .use(RustUse(many(1...3) { $0.name() }, leaves), visibility())
    default:
      return .module(
        RustModule(name(), visibility(), attributes: chance(50) ? [.cfgTest] : [], items: many(0...2) { $0.item(0) }))
    }
  }

  private mutating func traitPath() -> RustPath {
    RustPath(RustSymbol(stringLiteral: typeName()), generics: chance(50) ? [.type(type(1))] : [])
  }

  private mutating func enumeration() -> RustEnum {
    RustEnum(
      typeName(), generics: generics(),
      many(0...4) { random in
        let fields: RustFields =
          switch random.number(0...2) {
          case 0: .unit
          case 1: .tuple(random.tupleFields().map { .init($0.type) })
          default: .named(random.fields())
          }
        return RustVariant(random.typeName(), fields, documentation: random.documentation(), attributes: random.attributes())
      }, visibility(), documentation: documentation(), attributes: attributes())
  }
}
