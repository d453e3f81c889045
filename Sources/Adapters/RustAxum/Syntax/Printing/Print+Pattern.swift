import SpecWriting

extension RustPrinter {
  func spell(_ pattern: RustPattern, _ shape: TextShape) -> String? {
    switch pattern {
    case .wildcard: return shape.width >= 1 ? "_" : nil
    case .rest: return shape.width >= 1 ? ".." : nil
    case .literal(let literal): return literal.isString ? literal.spelled(at: shape.column) : admitted(literal.token, shape)
    case .binding(let name, let isMutable, let isReference, let inner):
      let head = (isReference ? "ref " : "") + (isMutable ? "mut " : "") + name
      guard let inner else { return head }
      return shape.reserving(head.utf8.count + 2).flatMap {
        spell(inner, TextShape(indent: shape.indent, width: $0.width))
      }.map { "\(head) @ \($0)" }
    case .path(let path): return spell(path, shape, inExpression: true)
    case .range(let start, let end): return admitted("\(start.token)..=\(end.token)", shape)
    case .tuple(let items):
      return spellDelimited(
        "", items.map(item), "(", ")", shape, itemLimit: Self.maxWidth, trailing: items.count == 1 ? .always : nil)
    case .tupleStruct(let path, let items):
      guard let head = spell(path, shape, inExpression: true) else { return nil }
      return spellDelimited(head, items.map(item), "(", ")", shape, itemLimit: Self.maxWidth)
    case .structure(let path, let fields, let hasRest): return spell(path, fields, hasRest: hasRest, shape)
    case .reference(let inner, let isMutable):
      let token = isMutable ? "&mut " : "&"
      guard inner.needsParentheses else { return shape.after(token.utf8.count).flatMap { spell(inner, $0) }.map { token + $0 } }
      return shape.after(token.utf8.count + 1)?.reserving(1).flatMap { spell(inner, $0) }.map { "\(token)(\($0))" }
    case .slice(let items): return spellDelimited("", items.map(item), "[", "]", shape, itemLimit: Self.arrayWidth)
    case .alternatives(let patterns): return spellAlternatives(patterns, shape)
    }
  }

  private func item(_ pattern: RustPattern) -> DelimitedItem {
    DelimitedItem(spell: { self.spell(pattern, $0) }, mayOverflow: { pattern.mayOverflow(count: $0) })
  }

  private func spell(_ path: RustPath, _ fields: [RustPattern.Field], hasRest: Bool, _ shape: TextShape) -> String? {
    guard let name = shape.reserving(2).flatMap({ spell(path, $0, inExpression: true) }) else { return nil }
    if fields.isEmpty { return hasRest ? "\(name) { .. }" : "\(name) {}" }
    let nested = block(shape).widened(to: limit)
    var texts: [String] = []
    for field in fields {
      guard let text = spell(field, nested) else { return nil }
      texts.append(text)
    }
    return bracedFields(
      name, texts, shape, nested, prefix: name.utf8.count + 3, suffix: hasRest ? 6 : 2, trailing: .vertical, hasRest: hasRest
    ).text
  }

  private func spell(_ field: RustPattern.Field, _ shape: TextShape) -> String? {
    guard let pattern = field.pattern else { return field.name }
    guard let text = spell(pattern, shape) else { return nil }
    if field.name.utf8.count + 2 + text.utf8.count <= shape.width { return "\(field.name): \(text)" }
    let nested = block(shape)
    return spell(pattern, nested).map { "\(field.name):\(String.newline(indent: nested.indent))\($0)" }
  }

  /// `A | B`; short ones fill lines, others take a line each when one is not enough.
  private func spellAlternatives(_ patterns: [RustPattern], _ shape: TextShape) -> String? {
    let texts = patterns.compactMap { spell($0, shape) }
    guard texts.count == patterns.count else { return nil }
    let isShort = zip(patterns, texts).allSatisfy { $1.utf8.count <= 20 && !$1.isMultiline && $0.isShort }
    if !isShort, ItemList.tactic(for: texts, separatorWidth: 3, limit: shape.width) == .horizontal {
      return texts.joined(separator: " | ")
    }
    let newline = String.newline(indent: shape.indent)
    guard isShort else { return texts.joined(separator: newline + "| ") }
    var text = ""
    var width = 0
    for (index, item) in texts.enumerated() {
      let itemWidth = item.columns + (index > 0 ? 2 : 0)
      if width > 0, width + 1 + itemWidth > shape.width {
        text += newline
        width = 0
      } else if width > 0 {
        text += " "
        width += 1
      }
      width += itemWidth
      text += (index > 0 ? "| " : "") + item
    }
    return text
  }
}

extension RustPattern {
  fileprivate func mayOverflow(count: Int) -> Bool {
    switch self {
    case .path, .tuple, .structure, .tupleStruct: count == 1
    case .reference(let inner, _): inner.mayOverflow(count: count)
    default: false
    }
  }

  /// Whether `&` before the pattern would be read as part of its first half.
  fileprivate var needsParentheses: Bool {
    switch self {
    case .range, .alternatives: true
    default: false
    }
  }

  /// One token, or one behind `&` or in the parentheses of a constructor without a module.
  fileprivate var isShort: Bool {
    switch self {
    case .wildcard, .rest, .literal, .path: true
    case .binding(_, _, _, let inner): inner == nil
    case .tuple(let items): items.count <= 1
    case .tupleStruct(let path, let items): path.isSingleSegment && items.count <= 1
    case .reference(let inner, _): inner.isShort
    case .alternatives(let patterns): patterns.allSatisfy(\.isShort)
    case .structure, .slice, .range: false
    }
  }
}
