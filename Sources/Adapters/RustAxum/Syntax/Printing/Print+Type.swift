import SpecWriting

extension RustPrinter {
  func spell(_ type: RustType, _ shape: TextShape) -> String? {
    switch type {
    case .path(let path): return spell(path, shape, inExpression: false)
    case .reference(let lifetime, let isMutable, let inner):
      let token = "&" + (lifetime.map { "'\($0) " } ?? "") + (isMutable ? "mut " : "")
      return shape.after(token.utf8.count).flatMap { spell(inner, $0) }.map { token + $0 }
    case .tuple(let items):
      return spellDelimited(
        "", items.map(item), "(", ")", shape, itemLimit: Self.callWidth, trailing: items.count == 1 ? .always : nil)
    case .slice(let inner): return shape.after(1)?.reserving(1).flatMap { spell(inner, $0) }.map { "[\($0)]" }
    case .array(let inner, let length):
      return spellPair(
        prefix: "[", "; ", suffix: "]", isFront: false, shape, left: { self.spell(inner, $0) },
        right: { self.admitted(length, $0) })
    case .implTrait(let bounds): return shape.after(5).flatMap { spell(bounds, $0) }.map { "impl \($0)" }
    case .dynTrait(let bounds): return shape.after(4).flatMap { spell(bounds, $0) }.map { "dyn \($0)" }
    case .function(let inputs, let output): return shape.after(2).flatMap { spellSignature(inputs, output, $0) }.map { "fn\($0)" }
    case .inferred: return shape.width >= 1 ? "_" : nil
    }
  }

  private func item(_ type: RustType) -> DelimitedItem {
    DelimitedItem(spell: { self.spell(type, $0) }, mayOverflow: { type.mayOverflow(count: $0) })
  }

  func spell(_ path: RustPath, _ shape: TextShape, inExpression: Bool) -> String? {
    var text = ""
    var segments = path.rest
    if let type = path.qualifiedSelf {
      guard let inner = spell(type.value, shape),
        let trait = spell(RustPath(path.symbol, generics: path.generics), line(0), inExpression: false)
      else { return nil }
      text = "<\(inner) as \(trait)>::"
    } else {
      var names = imports.spelling(of: path.symbol)
      let last = names.removeLast()
      segments = names.map { RustPath.Segment($0) } + [RustPath.Segment(last, generics: path.generics)] + segments
    }
    for (index, segment) in segments.enumerated() {
      if index > 0 { text += "::" }
      guard let inside = shape.after(text.extent(in: shape))?.after(segment.name.utf8.count) else { return nil }
      text += segment.name
      guard !segment.generics.isEmpty else { continue }
      let items = segment.generics.map(item)
      guard let generics = spellDelimited("", items, "<", ">", inside, itemLimit: Self.maxWidth) else { return nil }
      text += (inExpression ? "::" : "") + generics
    }
    return text
  }

  private func item(_ argument: RustGenericArgument) -> DelimitedItem {
    DelimitedItem(
      spell: { shape in
        switch argument {
        case .type(let type): return self.spell(type, shape)
        case .lifetime(let name): return "'" + name
        case .constant(let token): return self.admitted(token, shape)
        case .binding(let name, let type):
          let head = name + " = "
          return shape.after(head.utf8.count).flatMap { self.spell(type, $0) }.map { head + $0 }
        }
      },
      mayOverflow: { count in
        if case .type(let type) = argument { type.mayOverflow(count: count) } else { false }
      })
  }

  func spell(_ bounds: [RustBound], _ shape: TextShape) -> String? {
    guard let flat = joined(bounds, shape, breaks: false) else { return nil }
    let breaks = bounds.count > 1 && (flat.isMultiline || flat.utf8.count > shape.width)
    return breaks ? joined(bounds, shape, breaks: true) : flat
  }

  private func joined(_ bounds: [RustBound], _ shape: TextShape, breaks: Bool) -> String? {
    let further = breaks ? block(shape).widened(to: limit) : shape
    var text = ""
    var wasExtendable = false
    for (index, bound) in bounds.enumerated() {
      let inside = index == 0 ? shape : further
      guard let spelled = spell(bound, inside) else { return nil }
      if index > 0 {
        text += breaks && !wasExtendable ? String.newline(indent: further.indent) + "+ " : " + "
      }
      text += spelled
      if case .lifetime = bound { wasExtendable = false } else { wasExtendable = spelled.isMultiline && spelled.isExtendable }
    }
    return text
  }

  private func spell(_ bound: RustBound, _ shape: TextShape) -> String? {
    switch bound {
    case .trait(let path): return spell(path, shape, inExpression: false)
    case .optional(let path): return shape.after(1).flatMap { spell(path, $0, inExpression: false) }.map { "?\($0)" }
    case .higherRanked(let lifetime, let path):
      let head = "for<'\(lifetime)> "
      return shape.after(head.utf8.count).flatMap { spell(path, $0, inExpression: false) }.map { head + $0 }
    case .function(let symbol, let inputs, let output):
      guard let head = spell(RustPath(symbol), shape, inExpression: false) else { return nil }
      return shape.after(head.utf8.count).flatMap { spellSignature(inputs, output, $0) }.map { head + $0 }
    case .lifetime(let name): return "'" + name
    }
  }

  /// `(A, B) -> C` of a function type.
  private func spellSignature(_ inputs: [RustType], _ output: RustType?, _ shape: TextShape) -> String? {
    var result = ""
    if let output {
      guard let text = shape.after(4).flatMap({ spell(output, $0) }) else { return nil }
      result = " -> " + text
    }
    let nested = line(shape.indent + Self.indentWidth)
    let texts = inputs.compactMap { spell($0, nested) }
    guard texts.count == inputs.count else { return nil }
    let room = max(0, shape.width - 2 - result.utf8.count)
    let tactic = result.isMultiline ? .vertical : ItemList.tactic(for: texts, limit: room)
    let list = ItemList(texts, indent: nested.indent, width: nested.width, endsWithNewline: tactic == .vertical).joined(tactic)
    let arguments =
      tactic == .horizontal || inputs.isEmpty
      ? "(\(list))" : "(\(String.newline(indent: nested.indent))\(list)\(String.newline(indent: shape.indent)))"
    if result.isEmpty || arguments.lastLineColumns + result.firstLineColumns <= shape.width { return arguments + result }
    return arguments + String.newline(indent: nested.indent) + result.trimmingSpaces(atStart: true)
  }

  /// `name<parameters>`
  func spell(_ generics: RustGenerics, after name: String, _ shape: TextShape) -> String? {
    guard !generics.parameters.isEmpty else { return name }
    let items = generics.parameters.map { parameter in
      DelimitedItem(spell: { shape in
        switch parameter {
        case .lifetime(let name): return "'" + name
        case .type(let name, let bounds):
          guard !bounds.isEmpty else { return name }
          return self.spell(bounds, shape).map { "\(name): \($0)" }
        case .constant(let name, let type): return self.spell(type, shape).map { "const \(name): \($0)" }
        }
      })
    }
    return spellDelimited(name, items, "<", ">", shape, itemLimit: Self.maxWidth)
  }
}

extension RustType {
  func mayOverflow(count: Int) -> Bool {
    switch self {
    case .tuple: count == 1
    case .reference(_, _, let inner): inner.mayOverflow(count: count)
    default: false
    }
  }
}
