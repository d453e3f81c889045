import SpecWriting

extension RustPrinter {
  func spell(_ type: RustType, _ shape: TextShape) -> String? {
    switch type {
    case .path(let path): return spell(path, shape, inExpression: false)
    case .reference(let lifetime, let isMutable, let inner):
      let token = "&" + (lifetime.map { "'\($0) " } ?? "") + (isMutable ? "mut " : "")
      return shape.after(token.utf8.count).flatMap { spellOperand(inner, $0) }.map { token + $0 }
    case .tuple(let items):
      return spellDelimited(
        "", items.map(item), "(", ")", shape, itemLimit: Self.callWidth, trailing: items.count == 1 ? .always : nil)
    case .slice(let inner):
      // rustfmt keeps four columns for the two brackets.
      guard let room = shape.reserving(4) else { return nil }
      return spell(inner, TextShape(indent: shape.indent, offset: shape.offset + 1, width: room.width)).map { "[\($0)]" }
    case .array(let inner, let length):
      return spellPair(
        prefix: "[", "; ", suffix: "]", isFront: false, shape, left: { self.spell(inner, $0) },
        right: { self.admitted(length, $0) })
    case .implTrait(let bounds): return spell(bounds, shape, isIndented: false).map { "impl \($0)" }
    case .dynTrait(let bounds): return shape.after(4).flatMap { spell(bounds, $0) }.map { "dyn \($0)" }
    case .function(let inputs, let output): return shape.after(2).flatMap { spellSignature(inputs, output, $0) }.map { "fn\($0)" }
    case .inferred: return shape.width >= 1 ? "_" : nil
    }
  }

  /// A type after `&` or `->`, where several bounds need parentheses.
  private func spellOperand(_ type: RustType, _ shape: TextShape) -> String? {
    switch type {
    case .implTrait(let bounds) where bounds.count > 1, .dynTrait(let bounds) where bounds.count > 1:
      if let text = shape.reserving(2).flatMap({ spell(type, $0) }), !text.isMultiline { return "(\(text))" }
      let below = block(shape).widened(to: limit)
      return spell(type, below).map { "(\(String.newline(indent: below.indent))\($0)\(String.newline(indent: shape.indent)))" }
    default: return spell(type, shape)
    }
  }

  private func item(_ type: RustType) -> DelimitedItem {
    DelimitedItem(spell: { self.spell(type, $0) }, mayOverflow: { type.mayOverflow(count: $0) })
  }

  func spell(_ path: RustPath, _ shape: TextShape, inExpression: Bool) -> String? {
    imports.note(path)
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

  /// Bounds joined with `+`, on one line or one below the other.
  ///
  /// - Parameter isIndented: whether further lines are indented; rustfmt does not where they follow `impl`.
  func spell(_ bounds: [RustBound], _ shape: TextShape, isIndented: Bool = true) -> String? {
    guard let flat = joined(bounds, shape, breaks: false, isIndented: isIndented) else { return nil }
    let isTall = flat.isMultiline || flat.utf8.count > shape.width
    guard isTall, bounds.count > 1 || bounds.first.map(hasManyParts) == true else { return flat }
    return joined(bounds, shape, breaks: true, isIndented: isIndented)
  }

  private func joined(_ bounds: [RustBound], _ shape: TextShape, breaks: Bool, isIndented: Bool) -> String? {
    let inside = breaks && isIndented ? block(shape).widened(to: limit) : shape
    let firstLifetime = bounds.firstIndex(where: \.isLifetime)
    let lastTrait = bounds.lastIndex { !$0.isLifetime }
    let isOrdered = firstLifetime.flatMap { first in lastTrait.map { $0 < first } } ?? true
    var text = ""
    var wasExtendable = false
    for (index, bound) in bounds.enumerated() {
      guard let spelled = spell(bound, inside) else { return nil }
      if index > 0 {
        text += breaks && !(wasExtendable && isOrdered) ? String.newline(indent: inside.indent) + "+ " : " + "
      }
      text += spelled
      wasExtendable = bound.isLifetime || spelled.isExtendable
    }
    return text
  }

  /// Whether the bound has several segments or several generic arguments.
  private func hasManyParts(_ bound: RustBound) -> Bool {
    switch bound {
    case .trait(let path), .optional(let path), .higherRanked(_, let path):
      imports.spelling(of: path.symbol).count + path.rest.count > 1 || path.generics.count > 1
    case .function(let symbol, _, _): imports.spelling(of: symbol).count > 1
    case .lifetime: false
    }
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
      guard let text = shape.after(4).flatMap({ spellOperand(output, $0) }) else { return nil }
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

extension RustBound {
  var isLifetime: Bool { if case .lifetime = self { true } else { false } }
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
