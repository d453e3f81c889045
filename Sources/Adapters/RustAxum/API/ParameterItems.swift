import SpecIR
import SpecWriting

extension Decoders {
  /// Returns what reads a structure of query parameters.
  func decodeParams(_ structure: Structure, _ id: ModelID, _ patterns: PatternConstants) -> RustItem {
    let parameters = target.queryParameters(of: id)
    let entries = zip(structure.fields, target[id].fields).map { field, local in
      let parameter = parameters.first { $0.name == field.name }
      return (field: field, local: local, style: parameter.map(ParameterStyle.init) ?? .single)
    }
    return decodeParams(target[id].name, entries, patterns)
  }

  /// Returns the structure of an operation's path parameters, or of its headers and cookies, and what reads it.
  func parameterItems(
    _ name: String, documentation: String, _ parameters: [(parameter: Parameter, local: String)],
    _ patterns: PatternConstants
  ) -> [RustItem] {
    let entries = parameters.map { parameter, local in
      (
        field: Field(
          name: parameter.name, shape: parameter.shape, presence: parameter.presence, documentation: parameter.documentation),
        local: local, style: ParameterStyle(parameter)
      )
    }
    let fields = entries.map { RustField($0.local, target.type(of: $0.field, in: nil), documentation: $0.field.documentation) }
    return [
      .structure(
        RustStruct(name, .named(fields), documentation: documentation, attributes: [.derive(Self.derives(isSent: false))])),
      decodeParams(name, entries, patterns),
    ]
  }

  private func decodeParams(
    _ name: String, _ entries: [(field: Field, local: String, style: ParameterStyle)], _ patterns: PatternConstants
  ) -> RustItem {
    _ = leaf("Params")
    let body = RustBlock {
      for entry in entries {
        RustStatement.let(
          RustPattern(stringLiteral: entry.local), taken(entry.field, entry.style, patterns, named: "\(name) \(entry.field.name)"))
      }
      RustExpr.some(
        .structure("Self", entries.map { .init($0.local, RustExpr(stringLiteral: $0.local).try) }))
    }
    return .implementation(
      RustImpl(
        RustPath(.decoding("DecodeParams")), for: .named(.api(name)),
        [
          .function(
            RustFunction(
              "decode",
              [
                .init("params", .refMut(.named(.decoding("Params"), arguments: [.lifetime("_")]))),
                .init("report", .refMut(.named(.decoding("Report")))),
              ], returns: .option(.selfType), body: body))
        ]))
  }

  private func taken(
    _ field: Field, _ style: ParameterStyle, _ patterns: PatternConstants, named name: String
  ) -> RustExpr {
    var isRepeated = false
    var decoder: RustExpr
    if case .list(let separator) = style, let list = listDecoder(of: field.shape, separator, patterns, named: name) {
      isRepeated = separator == nil
      decoder = list
    } else {
      decoder = textDecoder(of: field.shape, patterns, named: name) ?? jsonText(field.shape, patterns, named: name)
    }
    // Text cannot say null: what is there is a value.
    if target.resolved(field.shape.type).isOptional {
      let input = isRepeated ? "texts" : "text"
      decoder = .closure(
        [.init(stringLiteral: input), "at", "report"], Self.applied(decoder, to: RustExpr(stringLiteral: input)).call("map", "Some"))
    }
    return taken(field, from: "params", by: decoder, suffix: isRepeated ? "_all" : "")
  }

  /// Returns what reads a list from its texts, or from one text with separators; nothing where the items are no scalars.
  private func listDecoder(
    of shape: Shape, _ separator: Unicode.Scalar?, _ patterns: PatternConstants, named name: String
  ) -> RustExpr? {
    guard case .list(let element) = target.resolved(shape.type).unwrapped,
      let item = textDecoder(of: element, patterns, named: name + " item")
    else { return nil }
    let input = separator == nil ? "texts" : "text"
    let list: RustExpr =
      if let separator {
        .call(leaf("separated_text"), .ref("text"), .literal(.character(separator)), "at", "report", item)
      } else {
        .call(leaf("list_text"), "texts", "at", "report", item)
      }
    let checks = self.checks(of: shape, patterns, named: name)
    guard !checks.isEmpty else { return .closure([.init(stringLiteral: input), "at", "report"], list) }
    return .closure([.init(stringLiteral: input), "at", "report"]) {
      RustStatement.let("items", list.try)
      for check in checks { RustStatement.expr(check("items")) }
      RustExpr.some("items")
    }
  }

  /// A parameter that is written as JSON.
  private func jsonText(_ shape: Shape, _ patterns: PatternConstants, named name: String) -> RustExpr {
    let inner = decoder(of: shape, in: nil, patterns, named: name)
    return .closure(["text", "at", "report"], .call(leaf("json_text"), .ref("text"), "at", "report", inner))
  }
}

/// How a parameter is written, as far as reading it differs.
enum ParameterStyle: Hashable {
  /// One text.
  case single
  /// A list: one text a value, or one text with separators.
  case list(separator: Unicode.Scalar?)

  init(_ parameter: Parameter) {
    switch parameter.style {
    case .form where parameter.isExploded: self = .list(separator: nil)
    case .form, .simple: self = .list(separator: ",")
    case .spaceDelimited: self = .list(separator: " ")
    case .pipeDelimited: self = .list(separator: "|")
    case .label, .matrix, .deepObject, .json: self = .single
    }
  }
}
