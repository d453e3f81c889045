import SpecAdapters
import SpecIR
import SpecNaming

extension Decoders {
  /// Returns what reads an alias: functions where a request names it, and a type where it has no other spelling.
  ///
  /// Only what somebody names: so it is asked for last, and again until nothing new is named.
  func items(ofAlias shape: Shape, _ id: ModelID, _ patterns: PatternConstants) -> [RustItem] {
    let model = target.core[id]
    let name = target[id].name
    if target.isNewtype(id) { return newtype(shape, id, patterns) }
    var items: [RustItem] = []
    if readers.contains(target[id].function) {
      let decoder = self.decoder(of: shape, in: nil, patterns, named: model.name)
      items.append(
        function(
          target[id].function, Self.parameters, target.type(shape.type), Self.applied(decoder),
          "Reads \(name.article) `\(name)`."))
    }
    if readers.contains(target[id].function + "_text"), let decoder = textDecoder(of: shape, patterns, named: model.name) {
      items.append(
        function(
          target[id].function + "_text", Self.textParameters, target.type(shape.type.unwrapped),
          Self.applied(decoder, to: "text"), "Reads \(name.article) `\(name)` from a parameter."))
    }
    return items
  }

  private func function(
    _ name: String, _ parameters: [RustFunction.Parameter], _ type: RustType, _ body: RustExpr, _ documentation: String
  ) -> RustItem {
    let block: RustBlock = if case .block(let block) = body.kind { block } else { RustBlock([.tail(body)]) }
    return .function(
      RustFunction(name, parameters, returns: .option(type), .crate, documentation: documentation, body: block))
  }

  private func newtype(_ shape: Shape, _ id: ModelID, _ patterns: PatternConstants) -> [RustItem] {
    let model = target.core[id]
    let name = target[id].name
    var items: [RustItem] = [
      .structure(
        RustStruct(
          name, .tuple([RustField(target.type(shape.type), .public)]),
          documentation: target.documentation(of: id),
          attributes: [.derive(derives(id))] + (target.serde.knows(id) ? [.serde("transparent")] : [])))
    ]
    if model.usage.contains(.request) {
      let decoder = self.decoder(of: shape, in: nil, patterns, named: model.name)
      items.append(decode(id, Self.applied(decoder).call("map", "Self")))
    }
    return items
  }
}

extension String {
  /// `a` or `an`, by the first letter.
  var article: String {
    // What sounds like `you` or `won` takes `a`.
    let exceptions = ["User", "Us", "Uni", "Uti", "Eu", "One"]
    return first.map { "AEIOU".contains($0) } == true && !exceptions.contains(where: hasPrefix) ? "an" : "a"
  }
}
