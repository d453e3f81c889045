import SpecIR
import SpecWriting

extension Decoders {
  /// Returns an enumeration and what reads and names its cases.
  func items(of enumeration: Enumeration, _ id: ModelID) -> [RustItem] {
    enumeration.base == .string ? keyword(enumeration, id) : numbered(enumeration, id)
  }

  private func declaration(_ enumeration: Enumeration, _ id: ModelID, attributes: [RustAttribute], renames: Bool) -> RustItem {
    let model = target.core[id]
    let variants = zip(enumeration.cases, target[id].variants).map { item, name in
      RustVariant(
        name, documentation: item.documentation,
        attributes: renames ? [.serde(.string("rename", item.value.stringValue ?? ""))] : [])
    }
    return .enumeration(
      RustEnum(
        target[id].name, variants, documentation: model.documentation ?? "`\(model.name)` of the contract.",
        attributes: attributes))
  }

  // MARK: Text

  private func keyword(_ enumeration: Enumeration, _ id: ModelID) -> [RustItem] {
    let usage = target.core[id].usage
    let isSent = usage != .query
    var items = [
      declaration(
        enumeration, id, attributes: [.derive(Self.derives(isSent: isSent, isCopy: true))], renames: isSent)
    ]
    _ = leaf("Keyword")
    items.append(.implementation(keywordImplementation(enumeration, id)))
    if usage.contains(.request) { items.append(decode(id, .call(leaf("keyword"), "value", "at", "report"))) }
    return items
  }

  private func keywordImplementation(_ enumeration: Enumeration, _ id: ModelID) -> RustImpl {
    let pairs = zip(enumeration.cases, target[id].variants).map { (text: $0.value.stringValue ?? "", variant: $1) }
    let staticStr = RustType.ref(.str, lifetime: "static")
    return RustImpl(
      RustPath(.decoding("Keyword")), for: .named(.api(target[id].name)),
      [
        .constant(
          RustConstant(
            "NAMES", .ref(.slice(staticStr), lifetime: "static"), .ref(.array(pairs.map { .string($0.text) })))),
        .function(
          RustFunction("from_name", [.init("name", .ref(.str))], returns: .option(.selfType)) {
            RustExpr.match("name") {
              for pair in pairs { RustArm(.literal(.string(pair.text)), .some(.path("Self", pair.variant))) }
              RustArm(.wildcard, .none)
            }
          }),
        .function(
          RustFunction("name", receiver: .ref, returns: staticStr) {
            RustExpr.match("self") {
              for pair in pairs { RustArm(.path(RustPath("Self", pair.variant)), .string(pair.text)) }
            }
          }),
      ])
  }

  func decode(_ id: ModelID, _ body: RustExpr) -> RustItem {
    .implementation(
      RustImpl(
        RustPath(.decoding("Decode")), for: .named(.api(target[id].name)),
        [.function(RustFunction("decode", Self.parameters, returns: .option(.selfType)) { body })]))
  }

  // MARK: Numbers and flags

  private func numbered(_ enumeration: Enumeration, _ id: ModelID) -> [RustItem] {
    let usage = target.core[id].usage
    let base = RustTarget.type(of: enumeration.base)
    let token = enumeration.base == .int32 ? "i32" : enumeration.base == .bool ? "bool" : enumeration.base == .int64 ? "i64" : "f64"
    let serde = RustAttribute.serde(.string("into", token), .string("try_from", token))
    var items = [
      declaration(
        enumeration, id, attributes: [.derive(Self.derives(isSent: true, isCopy: true)), serde], renames: false),
      .implementation(from(enumeration, id, base)), .implementation(tryFrom(enumeration, id, base)),
    ]
    _ = leaf("Fault")
    if usage.contains(.request) {
      let plain = RustExpr.path(leaf(Self.leaf(for: enumeration.base)))
      items.append(decode(id, chosen(plain("value", "at", "report"))))
    }
    if usage.contains(.query) || usage.contains(.request) {
      let plain = RustExpr.path(leaf(Self.leaf(for: enumeration.base) + "_text"))
      items.append(
        .implementation(
          RustImpl(
            for: .named(.api(target[id].name)),
            [
              .function(
                RustFunction(
                  "decode_text", Self.textParameters, returns: .option(.selfType), .public,
                  documentation: "Reads a case from a parameter.") { chosen(plain("text", "at", "report")) })
            ])))
    }
    return items
  }

  private func chosen(_ number: RustExpr) -> RustExpr { .call(leaf("chosen"), number.try, "at", "report") }

  private func from(_ enumeration: Enumeration, _ id: ModelID, _ base: RustType) -> RustImpl {
    let name = target[id].name
    return RustImpl(
      RustPath("From", generics: [.type(.named(.api(name)))]), for: base,
      [
        .function(
          RustFunction("from", [.init("gen_case", .named(.api(name)))], returns: .selfType) {
            RustExpr.match("gen_case") {
              for (item, variant) in zip(enumeration.cases, target[id].variants) {
                RustArm(.path(RustPath(.api(name), variant)), target.value(item.value, of: .scalar(enumeration.base)))
              }
            }
          })
      ])
  }

  private func tryFrom(_ enumeration: Enumeration, _ id: ModelID, _ base: RustType) -> RustImpl {
    let names = enumeration.cases.map { RustExpr.string(JSONWriter.write($0.value, indent: nil)) }
    return RustImpl(
      RustPath("TryFrom", generics: [.type(base)]), for: .named(.api(target[id].name)),
      [
        .alias(RustAlias("Error", .named(.decoding("Fault")))),
        .function(
          RustFunction("try_from", [.init("number", base)], returns: .result(.selfType, "Self::Error")) {
            RustExpr.match("number") {
              for (item, variant) in zip(enumeration.cases, target[id].variants) {
                RustArm(literalPattern(item.value), .ok(.path("Self", variant)))
              }
              if enumeration.base != .bool || enumeration.cases.count < 2 {
                RustArm(.wildcard, .err(.call(RustPath(.decoding("Fault"), "Enum"), .ref(.array(names)))))
              }
            }
          }),
      ])
  }

  private func literalPattern(_ value: JSONValue) -> RustPattern {
    switch value {
    case .bool(let flag): .literal(.bool(flag))
    case .number(let number):
      number.int64.map { .literal(.integer($0)) } ?? number.double.flatMap { RustLiteral.float($0) }.map { .literal($0) } ?? .wildcard
    case .null, .string, .array, .object: .wildcard
    }
  }
}
