import SpecAdapters
import SpecIR
import SpecWriting

extension Decoders {
  /// Returns an enumeration and what reads and names its cases.
  func items(of enumeration: Enumeration, _ id: ModelID) -> [RustItem] {
    // Listed numbers and flags stay what they are: their decoders check them.
    enumeration.base == .string ? keyword(enumeration, id) : []
  }

  private func declaration(_ enumeration: Enumeration, _ id: ModelID, attributes: [RustAttribute], renames: Bool) -> RustItem {
    let variants = zip(enumeration.cases, target[id].variants).map { item, name in
      RustVariant(
        name, documentation: item.documentation,
        attributes: renames ? [.serde(.string("rename", item.value.stringValue ?? ""))] : [])
    }
    return .enumeration(
      RustEnum(
        target[id].name, variants, documentation: target.documentation(of: id),
        attributes: attributes))
  }

  // MARK: Text

  private func keyword(_ enumeration: Enumeration, _ id: ModelID) -> [RustItem] {
    let usage = target.core[id].usage
    var items = [
      declaration(
        enumeration, id, attributes: [.derive(derives(id, isCopy: true))], renames: target.serde.knows(id))
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
}
