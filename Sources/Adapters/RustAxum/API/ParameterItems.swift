import SpecAdapters
import SpecIR
import SpecWriting

extension Decoders {
  /// Returns what reads a structure of query parameters.
  func decodeParams(_ structure: Structure, _ id: ModelID, _ patterns: PatternConstants) -> RustItem {
    let parameters = target.queryParameters(of: id)
    let entries = zip(structure.fields, target[id].fields).map { field, local in
      let parameter = parameters.first { $0.name == field.name }
      return (field: field, name: local, style: parameter.map(ParameterStyle.init) ?? .single)
    }
    return decodeParams(target[id].name, entries, patterns)
  }

  /// Returns the structure of an operation's path parameters, or of its headers and cookies, and what reads it.
  func items(of structure: ParameterStructure, _ patterns: PatternConstants) -> [RustItem] {
    let operation = target.core[structure.operation]
    let documentation =
      switch structure.place {
      case .path: "The path parameters of `\(operation.path.text)`."
      case .headers: "The headers and cookies of `\(operation.name)`."
      }
    let fields = structure.entries.map {
      RustField($0.name, target.type(of: $0.field, in: nil), documentation: $0.field.documentation)
    }
    return [
      .structure(
        RustStruct(
          structure.name, .named(fields), documentation: documentation, attributes: [.derive(Self.plainDerives)])),
      decodeParams(structure.name, structure.entries, patterns),
    ]
  }

  private func decodeParams(
    _ name: String, _ entries: [(field: Field, name: String, style: ParameterStyle)], _ patterns: PatternConstants
  ) -> RustItem {
    _ = leaf("Params")
    let body = RustBlock {
      for entry in entries { taking(entry, patterns, named: entry.field.name) }
      RustExpr.some(
        .structure("Self", entries.map { .init($0.name, RustExpr(stringLiteral: Self.local($0.name)).try) }))
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

  /// Takes one parameter.
  @RustBlockBuilder
  private func taking(
    _ entry: (field: Field, name: String, style: ParameterStyle), _ patterns: PatternConstants, named name: String
  ) -> RustBlock {
    let local = Self.local(entry.name)
    if case .list(let separator) = entry.style, let item = itemDecoder(of: entry.field.shape, patterns, named: name) {
      if entry.field.presence == .required {
        RustStatement.expr(RustExpr("params").call("needs", .string(entry.field.name), "report"))
      }
      RustStatement.let(RustPattern(stringLiteral: local), list(entry.field, separator, item))
      listChecks(entry.field, local, patterns, named: name)
    } else {
      RustStatement.let(RustPattern(stringLiteral: local), single(entry.field, patterns, named: name))
    }
  }

  private func single(_ field: Field, _ patterns: PatternConstants, named name: String) -> RustExpr {
    var decoder = textDecoder(of: field.shape, patterns, named: name) ?? jsonText(field.shape, patterns, named: name)
    // Text cannot say null: what is there is a value.
    if target.resolved(field.shape.type).isOptional {
      decoder = .closure(["text", "at", "report"], Self.applied(decoder, to: "text").call("map", "Some"))
    }
    return taken(field, from: "params", by: decoder)
  }

  /// Returns what reads an item of a list; nothing where the shape is no list of scalars.
  private func itemDecoder(of shape: Shape, _ patterns: PatternConstants, named name: String) -> RustExpr? {
    guard case .list(let element) = target.resolved(shape.type).unwrapped else { return nil }
    return textDecoder(of: element, patterns, named: name + " item")
  }

  /// Takes a list: one parameter an item, or one with separators. The inner `None` says that there is none.
  private func list(_ field: Field, _ separator: Unicode.Scalar?, _ item: RustExpr) -> RustExpr {
    var list =
      if let separator {
        RustExpr("params").call("separated", .string(field.name), .literal(.character(separator)), "report", item)
      } else {
        RustExpr("params").call("repeated", .string(field.name), "report", item)
      }
    let isNullable = target.resolved(field.shape.type).isOptional
    switch field.presence {
    case .optional: return isNullable ? list.call("map", .closure(["items"], RustExpr("items").call("map", "Some"))) : list
    case .required: list = list.call("map", .path("Option", "unwrap_or_default"))
    case .defaulted(let value):
      let other = target.value(value, of: target.resolved(field.shape.type).unwrapped)
      list = list.call("map", .closure(["items"], RustExpr("items").call("unwrap_or_else", .closure([], other))))
    }
    return isNullable ? list.call("map", "Some") : list
  }

  /// Checks a list that is there; each check looks through the `Option`s around it.
  @RustBlockBuilder
  private func listChecks(_ field: Field, _ local: String, _ patterns: PatternConstants, named name: String) -> RustBlock {
    let checks = self.checks(of: field.shape, patterns, named: name)
    let isUnique = field.shape.constraints.uniqueItems
    if !checks.isEmpty || isUnique {
      let depth = 1 + (field.presence == .optional ? 1 : 0) + (target.resolved(field.shape.type).isOptional ? 1 : 0)
      let pattern = (0..<depth).reduce(RustPattern("items")) { inner, _ in .some(inner) }
      RustExpr.if(.let(pattern, .ref(RustExpr(stringLiteral: local)))) {
        let part = RustExpr.path(.decoding("Part"), "Parameter")
        RustStatement.let("at", .ref(.call(RustPath(.decoding("Pointer"), "Named"), part, .string(field.name))))
        if isUnique {
          RustStatement.expr(.call(leaf("unique_items"), .ref(.macro(RustPath(.jsonMacro), "items")), "at", "report"))
        }
        for check in checks { RustStatement.expr(check(.dereference("items"))) }
      }
    }
  }

  /// A parameter that is written as JSON.
  private func jsonText(_ shape: Shape, _ patterns: PatternConstants, named name: String) -> RustExpr {
    let inner = decoder(of: shape, in: nil, patterns, named: name)
    return .closure(["text", "at", "report"], .call(leaf("json_text"), .ref("text"), "at", "report", inner))
  }
}
